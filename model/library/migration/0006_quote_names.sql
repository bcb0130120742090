-- Under which names quotations were exported that the reader made no note of.

CREATE TABLE quote_name (
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL,                   -- minted once
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  passage  TEXT NOT NULL                    -- JSON of model.Anchor
);
CREATE UNIQUE INDEX quote_name_uid ON quote_name(entry_id, uid);
