package io.jxc.examples.demo;

import io.jxc.api.JxcSession;

/**
 * The people of the shop; each session may do what the user's roles allow.
 *
 * @param root administrator
 * @param bob buys
 * @param meg approves what is expensive, sees what everything costs
 * @param wei keeps the goods
 * @param ann sells
 */
record Staff(JxcSession root, JxcSession bob, JxcSession meg, JxcSession wei, JxcSession ann) {}
