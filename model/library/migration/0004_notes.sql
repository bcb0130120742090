-- What a reader made of articles. Times are Unix milliseconds.

CREATE TABLE note (
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL UNIQUE,            -- minted once, the same in every library
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  start    INTEGER NOT NULL,                -- bytes of the text with that hash
  end      INTEGER NOT NULL,
  hash     TEXT NOT NULL,
  exact    TEXT NOT NULL,                   -- empty for a note on the whole article
  prefix   TEXT NOT NULL,
  suffix   TEXT NOT NULL,
  twins    INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  text     TEXT NOT NULL,
  tags     TEXT NOT NULL,                   -- JSON
  created  INTEGER NOT NULL,
  changed  INTEGER NOT NULL
);
CREATE INDEX note_entry ON note(entry_id);
CREATE INDEX note_created ON note(created);

-- rowid is note.id. title is the article's.
CREATE VIRTUAL TABLE note_fts USING fts5(
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE correction (
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL UNIQUE,
  entry_id INTEGER REFERENCES entry(id),    -- none for every article
  data     TEXT NOT NULL,                   -- JSON of model.Correction
  created  INTEGER NOT NULL
);
CREATE INDEX correction_entry ON correction(entry_id);
