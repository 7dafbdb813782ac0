package io.jxc.core.internal.command;

/**
 * What a rule decided.
 *
 * @param <R> the result
 * @param changes documents, balances, facts and events
 * @param result what the caller gets
 */
public record Decision<R>(Changes changes, R result) {}
