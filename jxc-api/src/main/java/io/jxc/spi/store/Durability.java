package io.jxc.spi.store;

/** What an acknowledged commit survives. */
public enum Durability {
  /** A power cut. */
  POWER_LOSS,
  /** The death of the process, not of the machine. */
  PROCESS_CRASH,
  /** Nothing: it lives in memory. */
  MEMORY
}
