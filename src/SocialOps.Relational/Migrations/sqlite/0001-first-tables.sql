-- Every key begins with the tenant. Texts compare by their UTF-8 bytes, which is SQLite's default.
-- Instants are whole microseconds since 1970-01-01T00:00Z.
CREATE TABLE so_meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE so_record (
  tenant_id    TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  id           TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  body_version INTEGER NOT NULL,
  ix1          TEXT,
  ix2          TEXT,
  ix3          TEXT,
  ix4          TEXT,
  body         BLOB    NOT NULL,
  PRIMARY KEY (tenant_id, kind, id)
) STRICT;

CREATE INDEX so_record_ix1 ON so_record (tenant_id, kind, ix1, id) WHERE ix1 IS NOT NULL;
CREATE INDEX so_record_ix2 ON so_record (tenant_id, kind, ix2, id) WHERE ix2 IS NOT NULL;
CREATE INDEX so_record_ix3 ON so_record (tenant_id, kind, ix3, id) WHERE ix3 IS NOT NULL;
CREATE INDEX so_record_ix4 ON so_record (tenant_id, kind, ix4, id) WHERE ix4 IS NOT NULL;

-- class: 0 urgent, 1 normal, 2 bulk. state: 0 open, 1 done, 2 dead.
CREATE TABLE so_work_item (
  tenant_id       TEXT    NOT NULL,
  id              INTEGER NOT NULL,
  kind            TEXT    NOT NULL,
  subject_id      TEXT    NOT NULL,
  class           INTEGER NOT NULL,
  due_at          INTEGER NOT NULL,
  state           INTEGER NOT NULL,
  lease_until     INTEGER,
  lease_owner     TEXT,
  fence           INTEGER NOT NULL,
  attempt         INTEGER NOT NULL,
  dedupe_key      TEXT    NOT NULL,
  payload_version INTEGER NOT NULL,
  payload         BLOB    NOT NULL,
  last_error      TEXT,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, kind, dedupe_key)
) STRICT, WITHOUT ROWID;

-- The tenant stands before the due instant: a claim skips from tenant to tenant, so one tenant's flood is one step.
CREATE INDEX so_work_item_open ON so_work_item (class, tenant_id, due_at, id) WHERE state = 0;
CREATE INDEX so_work_item_subject ON so_work_item (tenant_id, subject_id, due_at, id) WHERE state = 0;

CREATE TABLE so_audit_event (
  tenant_id  TEXT    NOT NULL,
  seq        INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  actor_kind INTEGER NOT NULL,
  actor_id   TEXT    NOT NULL,
  via        TEXT    NOT NULL,
  action     TEXT    NOT NULL,
  subject_id TEXT    NOT NULL,
  detail     TEXT    NOT NULL,
  PRIMARY KEY (tenant_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX so_audit_event_subject ON so_audit_event (tenant_id, subject_id, seq);
