package io.jxc.api.audit;

import java.util.Optional;

/**
 * A field before and after a command.
 *
 * @param field its name, with a path where it lies deeper, for example {@code lines[3].price}
 * @param before its text before; absent = it had no value, or it is masked
 * @param after its text after; absent = it has no value, or it is masked
 * @param masked whether both texts are withheld, because the reader may not see such fields
 */
public record FieldChange(
    String field, Optional<String> before, Optional<String> after, boolean masked) {}
