/**
 * Databases for the tests of every module: a server of the MySQL protocol, started once per JVM,
 * and fresh databases on it. Shipped as the test-jar of this module.
 */
@org.jspecify.annotations.NullMarked
package io.jxc.store.jdbc.testing;
