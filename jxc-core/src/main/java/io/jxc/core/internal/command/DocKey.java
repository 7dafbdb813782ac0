package io.jxc.core.internal.command;

import io.jxc.core.internal.codec.DocType;

/**
 * Names a document.
 *
 * @param type its binding; there is one instance per type
 * @param key its key
 */
record DocKey(DocType<?> type, String key) {}
