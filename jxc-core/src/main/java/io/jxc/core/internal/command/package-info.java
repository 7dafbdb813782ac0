/**
 * The road of a write: one lane for each tenant, many commands to a commit.
 *
 * <p>A command is checked, looked up for a replay, authorised, decided by pure rules, audited and
 * committed together with its neighbours; then its caller is answered.
 */
@NullMarked
package io.jxc.core.internal.command;

import org.jspecify.annotations.NullMarked;
