package io.jxc.core.internal.partner;

import io.jxc.api.Money;
import io.jxc.api.error.DuplicateKeyException;
import io.jxc.api.error.ErrorCode;
import io.jxc.api.error.InvalidCommandException;
import io.jxc.api.error.NotFoundException;
import io.jxc.api.error.StaleVersionException;
import io.jxc.api.event.PartnerEvent;
import io.jxc.api.partner.CreatePartner;
import io.jxc.api.partner.Partner;
import io.jxc.api.partner.PartnerDetails;
import io.jxc.api.partner.PartnerKind;
import io.jxc.api.partner.PartnerResult;
import io.jxc.api.partner.UpdatePartner;
import io.jxc.core.internal.codec.DocType;
import io.jxc.core.internal.command.Changes;
import io.jxc.core.internal.command.Context;
import io.jxc.core.internal.command.Decision;
import io.jxc.core.internal.command.View;
import java.util.Optional;

/** Decides what happens to partners, and shows them to the rules of other features. */
public final class PartnerRules {
  private PartnerRules() {}

  /**
   * Returns the customer that a command refers to.
   *
   * @param path where the code stood, for example {@code customer}
   * @throws InvalidCommandException {@code reference.unknown}
   */
  public static PartnerDocument customer(View view, String path, String code) {
    return referred(view, PartnerTypes.CUSTOMER, path, code);
  }

  /**
   * Returns the supplier that a command refers to.
   *
   * @param path where the code stood, for example {@code supplier}
   * @throws InvalidCommandException {@code reference.unknown}
   */
  public static PartnerDocument supplier(View view, String path, String code) {
    return referred(view, PartnerTypes.SUPPLIER, path, code);
  }

  private static PartnerDocument referred(
      View view, DocType<PartnerDocument> type, String path, String code) {
    return view.get(type, code)
        .orElseThrow(
            () -> InvalidCommandException.of(path, ErrorCode.REFERENCE_UNKNOWN, type.name(), code));
  }

  /** Adds the customer without a name to a new tenant; one that is there stays as it is. */
  public static void walkIn(Changes changes, Context context) {
    if (changes.get(PartnerTypes.CUSTOMER, Partner.WALK_IN).isEmpty()) {
      PartnerDetails nobody = CreatePartner.customer(Partner.WALK_IN).build().details();
      add(changes, PartnerKind.CUSTOMER, Partner.WALK_IN, nobody, context);
    }
  }

  static Decision<PartnerResult> create(View view, CreatePartner command, Context context) {
    requireBaseCurrency(command.details(), context);
    DocType<PartnerDocument> type = PartnerTypes.of(command.kind());
    if (view.get(type, command.code()).isPresent()) {
      throw new DuplicateKeyException(type.name() + ".code", command.code());
    }
    Changes changes = Changes.on(view);
    add(changes, command.kind(), command.code(), command.details(), context);
    return changes.result(new PartnerResult(command.kind(), command.code(), 0));
  }

  private static void add(
      Changes changes, PartnerKind kind, String code, PartnerDetails details, Context context) {
    changes.put(PartnerTypes.of(kind), PartnerDocument.of(kind, code, details, context.now()));
    changes.event(new PartnerEvent.PartnerCreated(context.header(), kind.name(), code));
  }

  static Decision<PartnerResult> update(View view, UpdatePartner command, Context context) {
    requireBaseCurrency(command.details(), context);
    DocType<PartnerDocument> type = PartnerTypes.of(command.kind());
    String code = command.code();
    PartnerDocument partner =
        view.get(type, code).orElseThrow(() -> NotFoundException.of(type.name(), code));
    long version = view.version(type, code);
    if (version != command.expectedVersion()) {
      throw new StaleVersionException(type.name(), code, command.expectedVersion(), version);
    }
    Changes changes = Changes.on(view);
    changes.put(type, partner.with(command.details()));
    changes.event(new PartnerEvent.PartnerUpdated(context.header(), command.kind().name(), code));
    return changes.result(new PartnerResult(command.kind(), code, 0));
  }

  /** A limit is compared with what is owed, which is kept in the base currency. */
  private static void requireBaseCurrency(PartnerDetails details, Context context) {
    Optional<Money> limit = details.credit().limit();
    String base = context.settings().currency();
    if (limit.isPresent() && !limit.get().currency().equals(base)) {
      throw InvalidCommandException.of(
          "credit.limit", ErrorCode.CURRENCY_MIXED, base, limit.get().currency());
    }
  }
}
