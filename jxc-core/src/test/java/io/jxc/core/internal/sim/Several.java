package io.jxc.core.internal.sim;

import io.jxc.api.Command;
import java.util.List;

/**
 * Commands that are sent in one call, each with an answer of its own.
 *
 * @param parts the commands
 */
record Several(List<Call> parts) implements Command {
  @Override
  public String requestId() {
    return "several";
  }
}
