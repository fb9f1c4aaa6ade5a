-- Runs with the schema as its search path. Every key begins with the tenant. Texts compare by their UTF-8 bytes, whatever the database's locale.
-- Instants are whole microseconds since 1970-01-01T00:00Z; the ends of leases are in the database's own time.
CREATE TABLE meta (
  name  text COLLATE "C" NOT NULL PRIMARY KEY,
  value text COLLATE "C" NOT NULL
);

CREATE TABLE record (
  tenant_id    text COLLATE "C" NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  id           text COLLATE "C" NOT NULL,
  version      bigint           NOT NULL,
  body_version integer          NOT NULL,
  ix1          text COLLATE "C",
  ix2          text COLLATE "C",
  ix3          text COLLATE "C",
  ix4          text COLLATE "C",
  body         bytea            NOT NULL,
  PRIMARY KEY (tenant_id, kind, id)
) WITH (fillfactor = 85);

CREATE INDEX record_ix1 ON record (tenant_id, kind, ix1, id) WHERE ix1 IS NOT NULL;
CREATE INDEX record_ix2 ON record (tenant_id, kind, ix2, id) WHERE ix2 IS NOT NULL;
CREATE INDEX record_ix3 ON record (tenant_id, kind, ix3, id) WHERE ix3 IS NOT NULL;
CREATE INDEX record_ix4 ON record (tenant_id, kind, ix4, id) WHERE ix4 IS NOT NULL;

CREATE SEQUENCE work_item_number;

-- class: 0 urgent, 1 normal, 2 bulk. state: 0 open, 1 done, 2 dead.
CREATE TABLE work_item (
  tenant_id       text COLLATE "C" NOT NULL,
  id              bigint           NOT NULL,
  kind            text COLLATE "C" NOT NULL,
  subject_id      text COLLATE "C" NOT NULL,
  class           integer          NOT NULL,
  due_at          bigint           NOT NULL,
  state           integer          NOT NULL,
  lease_until     timestamptz,
  lease_owner     text COLLATE "C",
  fence           bigint           NOT NULL,
  attempt         integer          NOT NULL,
  dedupe_key      text COLLATE "C" NOT NULL,
  payload_version integer          NOT NULL,
  payload         bytea            NOT NULL,
  last_error      text COLLATE "C",
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, kind, dedupe_key)
) WITH (fillfactor = 70);

-- The tenant stands before the due instant: a claim skips from tenant to tenant, so one tenant's flood is one step.
CREATE INDEX work_item_open ON work_item (class, tenant_id, due_at, id) WHERE state = 0;
CREATE INDEX work_item_subject ON work_item (tenant_id, subject_id, due_at, id) WHERE state = 0;

CREATE TABLE audit_event (
  tenant_id  text COLLATE "C" NOT NULL,
  seq        bigint           NOT NULL,
  at         bigint           NOT NULL,
  actor_kind integer          NOT NULL,
  actor_id   text COLLATE "C" NOT NULL,
  via        text COLLATE "C" NOT NULL,
  action     text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  detail     text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);

CREATE INDEX audit_event_subject ON audit_event (tenant_id, subject_id, seq);
