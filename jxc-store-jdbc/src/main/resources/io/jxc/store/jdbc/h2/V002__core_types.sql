CREATE TABLE IF NOT EXISTS jxc_command_result (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, doc_key)
);

CREATE TABLE IF NOT EXISTS jxc_claim (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "STATUS" VARBINARY(400),
  "OWNER" VARBINARY(400),
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, doc_key)
);

CREATE INDEX IF NOT EXISTS jxc_claim_ix_by_owner ON jxc_claim (tenant, "OWNER", doc_key);

CREATE INDEX IF NOT EXISTS jxc_claim_ix_by_status ON jxc_claim (tenant, "STATUS", doc_key);

CREATE TABLE IF NOT EXISTS jxc_purchase_order (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "SUPPLIER" VARBINARY(400),
  "STATUS" VARBINARY(400),
  "CREATOR" VARBINARY(400),
  "ORDERED_ON" DATE,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, doc_key)
);

CREATE INDEX IF NOT EXISTS jxc_purchase_order_ix_by_date ON jxc_purchase_order (tenant, "ORDERED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_purchase_order_ix_by_supplier ON jxc_purchase_order (tenant, "SUPPLIER", "ORDERED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_purchase_order_ix_by_status ON jxc_purchase_order (tenant, "STATUS", "ORDERED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_purchase_order_ix_by_creator ON jxc_purchase_order (tenant, "CREATOR", "ORDERED_ON", doc_key);

CREATE TABLE IF NOT EXISTS jxc_purchase_order_line (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  line_no INTEGER NOT NULL,
  format INTEGER NOT NULL,
  "SKU" VARBINARY(400),
  "SUPPLIER" VARBINARY(400),
  "CREATOR" VARBINARY(400),
  "ORDER_NUMBER" VARBINARY(400),
  "OPEN_DUE" DATE,
  "OPEN_BASE" DECIMAL(24, 6),
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, doc_key, line_no)
);

CREATE INDEX IF NOT EXISTS jxc_purchase_order_line_ix_open_by_due ON jxc_purchase_order_line (tenant, "OPEN_DUE", doc_key, line_no);

CREATE INDEX IF NOT EXISTS jxc_purchase_order_line_ix_open_by_sku ON jxc_purchase_order_line (tenant, "SKU", "OPEN_DUE", doc_key, line_no);

CREATE INDEX IF NOT EXISTS jxc_purchase_order_line_ix_open_by_supplier ON jxc_purchase_order_line (tenant, "SUPPLIER", "OPEN_DUE", doc_key, line_no);

CREATE TABLE IF NOT EXISTS jxc_sales_order (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "CUSTOMER" VARBINARY(400),
  "STATUS" VARBINARY(400),
  "CREATOR" VARBINARY(400),
  "ORDERED_ON" DATE,
  "TOTAL" DECIMAL(24, 6),
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, doc_key)
);

CREATE INDEX IF NOT EXISTS jxc_sales_order_ix_by_customer ON jxc_sales_order (tenant, "CUSTOMER", "ORDERED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_sales_order_ix_by_status ON jxc_sales_order (tenant, "STATUS", "ORDERED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_sales_order_ix_by_creator ON jxc_sales_order (tenant, "CREATOR", "ORDERED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_sales_order_ix_by_date ON jxc_sales_order (tenant, "ORDERED_ON", doc_key);

CREATE TABLE IF NOT EXISTS jxc_sales_order_line (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  line_no INTEGER NOT NULL,
  format INTEGER NOT NULL,
  "SKU" VARBINARY(400),
  "WAREHOUSE" VARBINARY(400),
  "CUSTOMER" VARBINARY(400),
  "CREATOR" VARBINARY(400),
  "OPEN_STATE" VARBINARY(400),
  "OPEN_QUANTITY" DECIMAL(24, 6),
  "DUE_ON" DATE,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, doc_key, line_no)
);

CREATE INDEX IF NOT EXISTS jxc_sales_order_line_ix_open_by_sku ON jxc_sales_order_line (tenant, "OPEN_STATE", "SKU", "DUE_ON", doc_key, line_no);

CREATE INDEX IF NOT EXISTS jxc_sales_order_line_ix_open_by_customer ON jxc_sales_order_line (tenant, "OPEN_STATE", "CUSTOMER", "DUE_ON", doc_key, line_no);

CREATE INDEX IF NOT EXISTS jxc_sales_order_line_ix_open_by_due ON jxc_sales_order_line (tenant, "OPEN_STATE", "DUE_ON", doc_key, line_no);

CREATE TABLE IF NOT EXISTS jxc_sales_return (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "CUSTOMER" VARBINARY(400),
  "ORDER_ID" VARBINARY(400),
  "OWNER" VARBINARY(400),
  "CREATOR" VARBINARY(400),
  "RETURNED_ON" DATE,
  "TOTAL" DECIMAL(24, 6),
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, doc_key)
);

CREATE INDEX IF NOT EXISTS jxc_sales_return_ix_by_customer ON jxc_sales_return (tenant, "CUSTOMER", "RETURNED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_sales_return_ix_by_order ON jxc_sales_return (tenant, "ORDER_ID", "RETURNED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_sales_return_ix_by_creator ON jxc_sales_return (tenant, "CREATOR", "RETURNED_ON", doc_key);

CREATE INDEX IF NOT EXISTS jxc_sales_return_ix_by_date ON jxc_sales_return (tenant, "RETURNED_ON", doc_key);

CREATE TABLE IF NOT EXISTS jxc_sales_return_line (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  line_no INTEGER NOT NULL,
  format INTEGER NOT NULL,
  "SKU" VARBINARY(400),
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, doc_key, line_no)
);

CREATE TABLE IF NOT EXISTS jxc_stock (
  tenant VARBINARY(40) NOT NULL,
  "SKU" VARBINARY(400) NOT NULL,
  "WAREHOUSE" VARBINARY(400) NOT NULL,
  "BIN" VARBINARY(400) NOT NULL,
  "LOT" VARBINARY(400) NOT NULL,
  "STATE" VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  "ON_HAND" DECIMAL(24, 6) NOT NULL,
  "RESERVED" DECIMAL(24, 6) NOT NULL,
  PRIMARY KEY (tenant, "SKU", "WAREHOUSE", "BIN", "LOT", "STATE")
);

CREATE TABLE IF NOT EXISTS jxc_cost (
  tenant VARBINARY(40) NOT NULL,
  "SKU" VARBINARY(400) NOT NULL,
  "POOL" VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  "QUANTITY" DECIMAL(24, 6) NOT NULL,
  "VALUE" DECIMAL(24, 6) NOT NULL,
  "LAST_COST" DECIMAL(24, 8) NOT NULL,
  PRIMARY KEY (tenant, "SKU", "POOL")
);

CREATE TABLE IF NOT EXISTS jxc_month (
  tenant VARBINARY(40) NOT NULL,
  "SKU" VARBINARY(400) NOT NULL,
  "WAREHOUSE" VARBINARY(400) NOT NULL,
  "MONTH" VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  "PURCHASE_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "PURCHASE_VALUE" DECIMAL(24, 6) NOT NULL,
  "SALES_RETURN_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "SALES_RETURN_VALUE" DECIMAL(24, 6) NOT NULL,
  "TRANSFER_IN_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "TRANSFER_IN_VALUE" DECIMAL(24, 6) NOT NULL,
  "ADJUST_IN_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "ADJUST_IN_VALUE" DECIMAL(24, 6) NOT NULL,
  "ASSEMBLY_IN_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "ASSEMBLY_IN_VALUE" DECIMAL(24, 6) NOT NULL,
  "OTHER_IN_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "OTHER_IN_VALUE" DECIMAL(24, 6) NOT NULL,
  "SALE_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "SALE_VALUE" DECIMAL(24, 6) NOT NULL,
  "PURCHASE_RETURN_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "PURCHASE_RETURN_VALUE" DECIMAL(24, 6) NOT NULL,
  "TRANSFER_OUT_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "TRANSFER_OUT_VALUE" DECIMAL(24, 6) NOT NULL,
  "ADJUST_OUT_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "ADJUST_OUT_VALUE" DECIMAL(24, 6) NOT NULL,
  "ASSEMBLY_OUT_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "ASSEMBLY_OUT_VALUE" DECIMAL(24, 6) NOT NULL,
  "OTHER_OUT_QUANTITY" DECIMAL(24, 6) NOT NULL,
  "OTHER_OUT_VALUE" DECIMAL(24, 6) NOT NULL,
  PRIMARY KEY (tenant, "SKU", "WAREHOUSE", "MONTH")
);

CREATE TABLE IF NOT EXISTS jxc_event (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "EVENT_TYPE" VARBINARY(400),
  "ACTOR" VARBINARY(400),
  "AT" BIGINT,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, sequence)
);

CREATE TABLE IF NOT EXISTS jxc_audit (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "AT" BIGINT,
  "ACTOR" VARBINARY(400),
  "ON_BEHALF_OF" VARBINARY(400),
  "ACTION" VARBINARY(400),
  "REQUEST_ID" VARBINARY(400),
  "OUTCOME" VARBINARY(400),
  "CODE" VARBINARY(400),
  "PERMISSION" VARBINARY(400),
  "PART" BIGINT,
  "TIMES" BIGINT,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, sequence)
);

CREATE INDEX IF NOT EXISTS jxc_audit_ix_by_time ON jxc_audit (tenant, "AT", sequence);

CREATE INDEX IF NOT EXISTS jxc_audit_ix_by_actor ON jxc_audit (tenant, "ACTOR", "AT", sequence);

CREATE INDEX IF NOT EXISTS jxc_audit_ix_by_action ON jxc_audit (tenant, "ACTION", "AT", sequence);

CREATE TABLE IF NOT EXISTS jxc_audit_object (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "OBJECT" VARBINARY(400),
  "AT" BIGINT,
  "BACK" BIGINT,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, sequence)
);

CREATE INDEX IF NOT EXISTS jxc_audit_object_ix_by_object ON jxc_audit_object (tenant, "OBJECT", "AT", sequence);

CREATE TABLE IF NOT EXISTS jxc_movement (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "SKU" VARBINARY(400) NOT NULL,
  "KIND" VARBINARY(400),
  "FROM_WAREHOUSE" VARBINARY(400),
  "FROM_BIN" VARBINARY(400),
  "FROM_LOT" VARBINARY(400),
  "FROM_STATE" VARBINARY(400),
  "TO_WAREHOUSE" VARBINARY(400),
  "TO_BIN" VARBINARY(400),
  "TO_LOT" VARBINARY(400),
  "TO_STATE" VARBINARY(400),
  "QUANTITY" DECIMAL(24, 6),
  "ENTERED_QUANTITY" DECIMAL(24, 6),
  "ENTERED_UNIT" VARBINARY(400),
  "UNIT_COST" DECIMAL(24, 8),
  "COST_VALUE" DECIMAL(24, 6),
  "EFFECTIVE_ON" DATE,
  "DOCUMENT_TYPE" VARBINARY(400),
  "DOCUMENT_ID" VARBINARY(400),
  "DOCUMENT_LINE" BIGINT,
  "PARTNER" VARBINARY(400),
  "ACTOR" VARBINARY(400),
  "REASON" VARCHAR(1048576),
  "AT" BIGINT,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, "SKU", sequence)
);

CREATE UNIQUE INDEX IF NOT EXISTS jxc_movement_uq_sequence ON jxc_movement (tenant, sequence);

CREATE INDEX IF NOT EXISTS jxc_movement_ix_by_sku_date ON jxc_movement (tenant, "SKU", "EFFECTIVE_ON", sequence);

CREATE INDEX IF NOT EXISTS jxc_movement_ix_by_document ON jxc_movement (tenant, "DOCUMENT_ID", sequence);

CREATE TABLE IF NOT EXISTS jxc_sale_line (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INTEGER NOT NULL,
  "KIND" VARBINARY(400),
  "DOCUMENT_ID" VARBINARY(400),
  "ORDER_ID" VARBINARY(400),
  "LINE_NO_" BIGINT,
  "CUSTOMER" VARBINARY(400),
  "SKU" VARBINARY(400),
  "ITEM" VARBINARY(400),
  "WAREHOUSE" VARBINARY(400),
  "QUANTITY" DECIMAL(24, 6),
  "UNIT_PRICE" DECIMAL(24, 8),
  "GROSS" DECIMAL(24, 6),
  "NET" DECIMAL(24, 6),
  "TAX" DECIMAL(24, 6),
  "COST" DECIMAL(24, 6),
  "MARGIN" DECIMAL(24, 6),
  "EFFECTIVE_ON" DATE,
  "OWNER" VARBINARY(400),
  "ACTOR" VARBINARY(400),
  "RECORDED_AT" BIGINT,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, sequence)
);

CREATE INDEX IF NOT EXISTS jxc_sale_line_ix_by_sku ON jxc_sale_line (tenant, "SKU", "EFFECTIVE_ON", sequence);

CREATE INDEX IF NOT EXISTS jxc_sale_line_ix_by_customer ON jxc_sale_line (tenant, "CUSTOMER", "EFFECTIVE_ON", sequence);

CREATE INDEX IF NOT EXISTS jxc_sale_line_ix_by_date ON jxc_sale_line (tenant, "EFFECTIVE_ON", sequence);
