/**
 * The store for relational databases: H2 embedded by default, MySQL and MariaDB as servers.
 *
 * <p>The schema stands in numbered scripts beside this package. A data source that the host hands
 * in stays the host's; one that the store opens is closed with it.
 */
@NullMarked
package io.jxc.store.jdbc;

import org.jspecify.annotations.NullMarked;
