-- Feeds, articles with every version of their text, tags, and full text search.
-- Times are Unix seconds, 0 for "not known" or "never".

CREATE TABLE feed (
  id            INTEGER PRIMARY KEY,
  url           TEXT NOT NULL UNIQUE,
  title         TEXT NOT NULL DEFAULT '',
  named         INTEGER NOT NULL DEFAULT 0, -- the reader gave the title: the feed's own does not replace it
  site          TEXT NOT NULL DEFAULT '',
  folder        TEXT NOT NULL DEFAULT '',
  full_text     INTEGER NOT NULL DEFAULT 0,
  removed       INTEGER NOT NULL DEFAULT 0, -- when the reader gave it up
  unread        INTEGER NOT NULL DEFAULT 0, -- kept by the triggers below
  total         INTEGER NOT NULL DEFAULT 0,
  etag          TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  hash          TEXT NOT NULL DEFAULT '',   -- SHA-256 of the last body
  fetched       INTEGER NOT NULL DEFAULT 0,
  next_fetch    INTEGER NOT NULL DEFAULT 0,
  error         TEXT NOT NULL DEFAULT '',
  failed        INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE entry (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,        -- the same in every library
  feed_id      INTEGER REFERENCES feed(id),
  guid         TEXT NOT NULL DEFAULT '',    -- its name in the feed
  source       TEXT NOT NULL DEFAULT '',
  title        TEXT NOT NULL DEFAULT '',
  authors      TEXT NOT NULL DEFAULT '[]',  -- JSON
  site         TEXT NOT NULL DEFAULT '',
  published    TEXT NOT NULL DEFAULT '',    -- as model.Stamp writes it
  by_hand      INTEGER NOT NULL DEFAULT 0,  -- the reader set the date: no source replaces it
  sort         INTEGER NOT NULL,            -- published, or else added
  added        INTEGER NOT NULL,
  read         INTEGER NOT NULL DEFAULT 0,
  starred      INTEGER NOT NULL DEFAULT 0,
  archived     INTEGER NOT NULL DEFAULT 0,
  deleted      INTEGER NOT NULL DEFAULT 0,  -- when; the row stays, or the feed would bring it back
  text_id      INTEGER NOT NULL DEFAULT 0,  -- the current version
  texts        INTEGER NOT NULL DEFAULT 0,
  words        INTEGER NOT NULL DEFAULT 0,
  warning      TEXT NOT NULL DEFAULT '',
  position     INTEGER NOT NULL DEFAULT 0,  -- byte of the current text that was read last
  position_of  TEXT NOT NULL DEFAULT ''     -- hash of the text that position points into
);
CREATE UNIQUE INDEX entry_guid ON entry(feed_id, guid) WHERE guid <> '';
CREATE INDEX entry_source ON entry(source);
CREATE INDEX entry_shelf ON entry(sort) WHERE archived = 0 AND deleted = 0;
CREATE INDEX entry_sort ON entry(sort) WHERE deleted = 0;
CREATE INDEX entry_unread ON entry(sort) WHERE read = 0 AND deleted = 0;
CREATE INDEX entry_starred ON entry(sort) WHERE starred = 1 AND deleted = 0;
CREATE INDEX entry_archived ON entry(sort) WHERE archived = 1 AND deleted = 0;
CREATE INDEX entry_feed ON entry(feed_id, sort) WHERE deleted = 0;

CREATE TRIGGER entry_insert AFTER INSERT ON entry WHEN new.feed_id IS NOT NULL BEGIN
  UPDATE feed SET total = total + (new.deleted = 0), unread = unread + (new.deleted = 0 AND new.read = 0)
   WHERE id = new.feed_id;
END;
CREATE TRIGGER entry_update AFTER UPDATE OF feed_id, read, deleted ON entry
WHEN old.feed_id IS NOT new.feed_id OR old.read <> new.read OR (old.deleted = 0) <> (new.deleted = 0) BEGIN
  UPDATE feed SET total = total - (old.deleted = 0), unread = unread - (old.deleted = 0 AND old.read = 0)
   WHERE id = old.feed_id;
  UPDATE feed SET total = total + (new.deleted = 0), unread = unread + (new.deleted = 0 AND new.read = 0)
   WHERE id = new.feed_id;
END;

CREATE TABLE text (
  id       INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  hash     TEXT NOT NULL,
  format   TEXT NOT NULL,
  origin   TEXT NOT NULL,
  original TEXT NOT NULL DEFAULT '',
  warning  TEXT NOT NULL DEFAULT '',
  fetched  INTEGER NOT NULL,
  plain    TEXT NOT NULL,
  body     TEXT NOT NULL DEFAULT ''         -- empty where it is the same as plain
);
CREATE UNIQUE INDEX text_version ON text(entry_id, hash);
CREATE INDEX text_hash ON text(hash);

-- A tag is spelled as it was the first time, everywhere.
CREATE TABLE tag (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE COLLATE NOCASE
);
CREATE TABLE entry_tag (
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  tag_id   INTEGER NOT NULL REFERENCES tag(id),
  PRIMARY KEY (entry_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX entry_tag_tag ON entry_tag(tag_id);

CREATE TABLE saved_query (
  name     TEXT PRIMARY KEY,
  query    TEXT NOT NULL
) WITHOUT ROWID;

-- rowid is entry.id. Only the current version of a text is found.
CREATE VIRTUAL TABLE entry_fts USING fts5(
  title, body, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
