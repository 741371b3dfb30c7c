-- What a workspace keeps beside its records, whose tables follow from the schema.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per edit that a server does not know yet. Only an acknowledgement, folding or the
-- user's own decision removes a row.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  record INTEGER NOT NULL,
  change TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  made_at INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_record ON outbox (entity, record, seq);

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  view TEXT NOT NULL,
  query TEXT NOT NULL,
  columns TEXT
) STRICT;

-- Counts and sums that windows always show, kept with every change instead of counted. The
-- empty field is the entity as a whole; the empty currency has the records without an amount.
CREATE TABLE tally (
  entity TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  currency TEXT NOT NULL,
  count INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (entity, field, value, currency)
) STRICT, WITHOUT ROWID;
