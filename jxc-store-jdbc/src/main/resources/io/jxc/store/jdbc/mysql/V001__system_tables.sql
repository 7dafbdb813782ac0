CREATE TABLE IF NOT EXISTS jxc_head (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  incarnation BINARY(16) NOT NULL,
  block_hash BINARY(32) NOT NULL,
  block_time BIGINT NOT NULL,
  schema_version INT NOT NULL,
  fence BIGINT NOT NULL,
  PRIMARY KEY (tenant)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_block (
  tenant VARBINARY(40) NOT NULL,
  block_id BINARY(16) NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  block_time BIGINT NOT NULL,
  digest BINARY(32) NOT NULL,
  previous_hash BINARY(32) NOT NULL,
  block_hash BINARY(32) NOT NULL,
  format INT NOT NULL,
  PRIMARY KEY (tenant, block_id),
  UNIQUE KEY uq_last_sequence (tenant, last_sequence)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_document (
  tenant VARBINARY(40) NOT NULL,
  type VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INT NOT NULL,
  attributes LONGBLOB NOT NULL,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, type, doc_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_index (
  tenant VARBINARY(40) NOT NULL,
  type VARBINARY(40) NOT NULL,
  idx VARBINARY(40) NOT NULL,
  val VARBINARY(400) NOT NULL,
  uniq VARBINARY(400) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  PRIMARY KEY (tenant, type, idx, val, uniq),
  KEY ix_document (tenant, type, doc_key)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_journal (
  tenant VARBINARY(40) NOT NULL,
  type VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INT NOT NULL,
  attributes LONGBLOB NOT NULL,
  body LONGBLOB NOT NULL,
  PRIMARY KEY (tenant, sequence),
  KEY ix_type (tenant, type, sequence)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS jxc_lease (
  name VARBINARY(200) NOT NULL,
  holder VARBINARY(200) NOT NULL,
  token BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT=DYNAMIC;
