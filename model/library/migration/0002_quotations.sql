-- What the engine says, so that an article is annotated once, and search over it.

CREATE TABLE annotation (
  hash   TEXT NOT NULL,                     -- of the text
  engine TEXT NOT NULL,                     -- its version
  data   BLOB NOT NULL,                     -- JSON of model.Annotations, deflated
  PRIMARY KEY (hash, engine)
) WITHOUT ROWID;

CREATE TABLE quote (
  id       INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  n        INTEGER NOT NULL                 -- index into Annotations.Quotes of the current text
);
CREATE INDEX quote_entry ON quote(entry_id, n);

-- rowid is quote.id.
CREATE VIRTUAL TABLE quote_fts USING fts5(
  said, speaker, place, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- rowid is entry.id: the places that it names, and where something was said.
CREATE VIRTUAL TABLE place_fts USING fts5(
  place, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
