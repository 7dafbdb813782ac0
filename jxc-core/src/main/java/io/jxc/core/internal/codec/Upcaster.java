package io.jxc.core.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings a body from one format to the next; kept for ever and tested on stored samples. */
@FunctionalInterface
public interface Upcaster {
  /** Returns the body in the next format. */
  ObjectNode next(ObjectNode body);
}
