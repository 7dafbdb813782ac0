package io.jxc.core.internal.approval;

import java.math.BigDecimal;

/**
 * A document that asks for approval.
 *
 * @param documentType one of {@link io.jxc.api.approval.ApprovableTypes}
 * @param documentId its id
 * @param label what people call it, for example its number
 * @param amount what it is about, tax included, in the base currency
 * @param creator who created it
 * @param lastEditor who last changed its content
 * @param contentHash SHA-256 of its content, in hexadecimal digits
 */
public record ApprovalSubject(
    String documentType,
    String documentId,
    String label,
    BigDecimal amount,
    String creator,
    String lastEditor,
    String contentHash) {}
