/**
 * Customers and suppliers.
 *
 * <ul>
 *   <li>{@link io.jxc.core.internal.partner.PartnerDocument} is what is stored and what the rules
 *       of other features read, by {@link io.jxc.core.internal.partner.PartnerRules#customer} and
 *       {@link io.jxc.core.internal.partner.PartnerRules#supplier}.
 *   <li>{@link io.jxc.core.internal.partner.PartnerRules} decides, {@link
 *       io.jxc.core.internal.partner.DefaultPartnerService} serves.
 * </ul>
 */
@NullMarked
package io.jxc.core.internal.partner;

import org.jspecify.annotations.NullMarked;
