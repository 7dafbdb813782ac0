CREATE TABLE IF NOT EXISTS jxc_command_result (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INT NOT NULL,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, doc_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_claim (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INT NOT NULL,
  `status` VARBINARY(400),
  `owner` VARBINARY(400),
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, doc_key),
  KEY ix_by_owner (tenant, `owner`, doc_key),
  KEY ix_by_status (tenant, `status`, doc_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_purchase_order (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INT NOT NULL,
  `supplier` VARBINARY(400),
  `status` VARBINARY(400),
  `creator` VARBINARY(400),
  `ordered_on` DATE,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, doc_key),
  KEY ix_by_date (tenant, `ordered_on`, doc_key),
  KEY ix_by_supplier (tenant, `supplier`, `ordered_on`, doc_key),
  KEY ix_by_status (tenant, `status`, `ordered_on`, doc_key),
  KEY ix_by_creator (tenant, `creator`, `ordered_on`, doc_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_purchase_order_line (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  line_no INT NOT NULL,
  format INT NOT NULL,
  `sku` VARBINARY(400),
  `supplier` VARBINARY(400),
  `creator` VARBINARY(400),
  `order_number` VARBINARY(400),
  `open_due` DATE,
  `open_base` DECIMAL(24, 6),
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, doc_key, line_no),
  KEY ix_open_by_due (tenant, `open_due`, doc_key, line_no),
  KEY ix_open_by_sku (tenant, `sku`, `open_due`, doc_key, line_no),
  KEY ix_open_by_supplier (tenant, `supplier`, `open_due`, doc_key, line_no)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_sales_order (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INT NOT NULL,
  `customer` VARBINARY(400),
  `status` VARBINARY(400),
  `creator` VARBINARY(400),
  `ordered_on` DATE,
  `total` DECIMAL(24, 6),
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, doc_key),
  KEY ix_by_customer (tenant, `customer`, `ordered_on`, doc_key),
  KEY ix_by_status (tenant, `status`, `ordered_on`, doc_key),
  KEY ix_by_creator (tenant, `creator`, `ordered_on`, doc_key),
  KEY ix_by_date (tenant, `ordered_on`, doc_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_sales_order_line (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  line_no INT NOT NULL,
  format INT NOT NULL,
  `sku` VARBINARY(400),
  `warehouse` VARBINARY(400),
  `customer` VARBINARY(400),
  `creator` VARBINARY(400),
  `open_state` VARBINARY(400),
  `open_quantity` DECIMAL(24, 6),
  `due_on` DATE,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, doc_key, line_no),
  KEY ix_open_by_sku (tenant, `open_state`, `sku`, `due_on`, doc_key, line_no),
  KEY ix_open_by_customer (tenant, `open_state`, `customer`, `due_on`, doc_key, line_no),
  KEY ix_open_by_due (tenant, `open_state`, `due_on`, doc_key, line_no)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_sales_return (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INT NOT NULL,
  `customer` VARBINARY(400),
  `order_id` VARBINARY(400),
  `owner` VARBINARY(400),
  `creator` VARBINARY(400),
  `returned_on` DATE,
  `total` DECIMAL(24, 6),
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, doc_key),
  KEY ix_by_customer (tenant, `customer`, `returned_on`, doc_key),
  KEY ix_by_order (tenant, `order_id`, `returned_on`, doc_key),
  KEY ix_by_creator (tenant, `creator`, `returned_on`, doc_key),
  KEY ix_by_date (tenant, `returned_on`, doc_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_sales_return_line (
  tenant VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  line_no INT NOT NULL,
  format INT NOT NULL,
  `sku` VARBINARY(400),
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, doc_key, line_no)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_stock (
  tenant VARBINARY(40) NOT NULL,
  `sku` VARBINARY(400) NOT NULL,
  `warehouse` VARBINARY(400) NOT NULL,
  `bin` VARBINARY(400) NOT NULL,
  `lot` VARBINARY(400) NOT NULL,
  `state` VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  `on_hand` DECIMAL(24, 6) NOT NULL,
  `reserved` DECIMAL(24, 6) NOT NULL,
  PRIMARY KEY (tenant, `sku`, `warehouse`, `bin`, `lot`, `state`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_cost (
  tenant VARBINARY(40) NOT NULL,
  `sku` VARBINARY(400) NOT NULL,
  `pool` VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  `quantity` DECIMAL(24, 6) NOT NULL,
  `value` DECIMAL(24, 6) NOT NULL,
  `last_cost` DECIMAL(24, 8) NOT NULL,
  PRIMARY KEY (tenant, `sku`, `pool`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_month (
  tenant VARBINARY(40) NOT NULL,
  `sku` VARBINARY(400) NOT NULL,
  `warehouse` VARBINARY(400) NOT NULL,
  `month` VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  `purchase_quantity` DECIMAL(24, 6) NOT NULL,
  `purchase_value` DECIMAL(24, 6) NOT NULL,
  `sales_return_quantity` DECIMAL(24, 6) NOT NULL,
  `sales_return_value` DECIMAL(24, 6) NOT NULL,
  `transfer_in_quantity` DECIMAL(24, 6) NOT NULL,
  `transfer_in_value` DECIMAL(24, 6) NOT NULL,
  `adjust_in_quantity` DECIMAL(24, 6) NOT NULL,
  `adjust_in_value` DECIMAL(24, 6) NOT NULL,
  `assembly_in_quantity` DECIMAL(24, 6) NOT NULL,
  `assembly_in_value` DECIMAL(24, 6) NOT NULL,
  `other_in_quantity` DECIMAL(24, 6) NOT NULL,
  `other_in_value` DECIMAL(24, 6) NOT NULL,
  `sale_quantity` DECIMAL(24, 6) NOT NULL,
  `sale_value` DECIMAL(24, 6) NOT NULL,
  `purchase_return_quantity` DECIMAL(24, 6) NOT NULL,
  `purchase_return_value` DECIMAL(24, 6) NOT NULL,
  `transfer_out_quantity` DECIMAL(24, 6) NOT NULL,
  `transfer_out_value` DECIMAL(24, 6) NOT NULL,
  `adjust_out_quantity` DECIMAL(24, 6) NOT NULL,
  `adjust_out_value` DECIMAL(24, 6) NOT NULL,
  `assembly_out_quantity` DECIMAL(24, 6) NOT NULL,
  `assembly_out_value` DECIMAL(24, 6) NOT NULL,
  `other_out_quantity` DECIMAL(24, 6) NOT NULL,
  `other_out_value` DECIMAL(24, 6) NOT NULL,
  PRIMARY KEY (tenant, `sku`, `warehouse`, `month`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_event (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INT NOT NULL,
  `event_type` VARBINARY(400),
  `actor` VARBINARY(400),
  `at` BIGINT,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, sequence)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_audit (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INT NOT NULL,
  `at` BIGINT,
  `actor` VARBINARY(400),
  `on_behalf_of` VARBINARY(400),
  `action` VARBINARY(400),
  `request_id` VARBINARY(400),
  `outcome` VARBINARY(400),
  `code` VARBINARY(400),
  `permission` VARBINARY(400),
  `part` BIGINT,
  `times` BIGINT,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, sequence),
  KEY ix_by_time (tenant, `at`, sequence),
  KEY ix_by_actor (tenant, `actor`, `at`, sequence),
  KEY ix_by_action (tenant, `action`, `at`, sequence)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_audit_object (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INT NOT NULL,
  `object` VARBINARY(400),
  `at` BIGINT,
  `back` BIGINT,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, sequence),
  KEY ix_by_object (tenant, `object`, `at`, sequence)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_movement (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INT NOT NULL,
  `sku` VARBINARY(400) NOT NULL,
  `kind` VARBINARY(400),
  `from_warehouse` VARBINARY(400),
  `from_bin` VARBINARY(400),
  `from_lot` VARBINARY(400),
  `from_state` VARBINARY(400),
  `to_warehouse` VARBINARY(400),
  `to_bin` VARBINARY(400),
  `to_lot` VARBINARY(400),
  `to_state` VARBINARY(400),
  `quantity` DECIMAL(24, 6),
  `entered_quantity` DECIMAL(24, 6),
  `entered_unit` VARBINARY(400),
  `unit_cost` DECIMAL(24, 8),
  `cost_value` DECIMAL(24, 6),
  `effective_on` DATE,
  `document_type` VARBINARY(400),
  `document_id` VARBINARY(400),
  `document_line` BIGINT,
  `partner` VARBINARY(400),
  `actor` VARBINARY(400),
  `reason` MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  `at` BIGINT,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, `sku`, sequence),
  UNIQUE KEY uq_sequence (tenant, sequence),
  KEY ix_by_sku_date (tenant, `sku`, `effective_on`, sequence),
  KEY ix_by_document (tenant, `document_id`, sequence)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_sale_line (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INT NOT NULL,
  `kind` VARBINARY(400),
  `document_id` VARBINARY(400),
  `order_id` VARBINARY(400),
  `line_no_` BIGINT,
  `customer` VARBINARY(400),
  `sku` VARBINARY(400),
  `item` VARBINARY(400),
  `warehouse` VARBINARY(400),
  `quantity` DECIMAL(24, 6),
  `unit_price` DECIMAL(24, 8),
  `gross` DECIMAL(24, 6),
  `net` DECIMAL(24, 6),
  `tax` DECIMAL(24, 6),
  `cost` DECIMAL(24, 6),
  `margin` DECIMAL(24, 6),
  `effective_on` DATE,
  `owner` VARBINARY(400),
  `actor` VARBINARY(400),
  `recorded_at` BIGINT,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, sequence),
  KEY ix_by_sku (tenant, `sku`, `effective_on`, sequence),
  KEY ix_by_customer (tenant, `customer`, `effective_on`, sequence),
  KEY ix_by_date (tenant, `effective_on`, sequence)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;
