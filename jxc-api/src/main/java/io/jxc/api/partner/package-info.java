/**
 * Business partners: customers and suppliers.
 *
 * <ul>
 *   <li>{@link io.jxc.api.partner.PartnerService} is the way in.
 *   <li>{@link io.jxc.api.partner.CreatePartner} and {@link io.jxc.api.partner.UpdatePartner} write
 *       {@link io.jxc.api.partner.PartnerDetails}; {@link io.jxc.api.partner.Partner} shows them.
 *   <li>{@link io.jxc.api.partner.Contact}s, {@link io.jxc.api.partner.Address}es and {@link
 *       io.jxc.api.partner.CreditTerms} are its parts.
 * </ul>
 */
@NullMarked
package io.jxc.api.partner;

import org.jspecify.annotations.NullMarked;
