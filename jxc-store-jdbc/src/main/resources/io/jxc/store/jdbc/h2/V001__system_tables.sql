CREATE TABLE IF NOT EXISTS jxc_head (
  tenant VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  incarnation BINARY(16) NOT NULL,
  block_hash BINARY(32) NOT NULL,
  block_time BIGINT NOT NULL,
  schema_version INTEGER NOT NULL,
  fence BIGINT NOT NULL,
  PRIMARY KEY (tenant)
);

CREATE TABLE IF NOT EXISTS jxc_block (
  tenant VARBINARY(40) NOT NULL,
  block_id BINARY(16) NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  block_time BIGINT NOT NULL,
  digest BINARY(32) NOT NULL,
  previous_hash BINARY(32) NOT NULL,
  block_hash BINARY(32) NOT NULL,
  format INTEGER NOT NULL,
  PRIMARY KEY (tenant, block_id)
);

CREATE UNIQUE INDEX IF NOT EXISTS jxc_block_uq_last_sequence ON jxc_block (tenant, last_sequence);

CREATE TABLE IF NOT EXISTS jxc_document (
  tenant VARBINARY(40) NOT NULL,
  type VARBINARY(40) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  attributes VARBINARY(1048576) NOT NULL,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, type, doc_key)
);

CREATE TABLE IF NOT EXISTS jxc_index (
  tenant VARBINARY(40) NOT NULL,
  type VARBINARY(40) NOT NULL,
  idx VARBINARY(40) NOT NULL,
  val VARBINARY(400) NOT NULL,
  uniq VARBINARY(400) NOT NULL,
  doc_key VARBINARY(400) NOT NULL,
  PRIMARY KEY (tenant, type, idx, val, uniq)
);

CREATE INDEX IF NOT EXISTS jxc_index_ix_document ON jxc_index (tenant, type, doc_key);

CREATE TABLE IF NOT EXISTS jxc_journal (
  tenant VARBINARY(40) NOT NULL,
  type VARBINARY(40) NOT NULL,
  sequence BIGINT NOT NULL,
  format INTEGER NOT NULL,
  attributes VARBINARY(1048576) NOT NULL,
  body VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (tenant, sequence)
);

CREATE INDEX IF NOT EXISTS jxc_journal_ix_type ON jxc_journal (tenant, type, sequence);

CREATE TABLE IF NOT EXISTS jxc_lease (
  name VARBINARY(200) NOT NULL,
  holder VARBINARY(200) NOT NULL,
  token BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (name)
);
