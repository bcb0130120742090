-- Accounts on servers that keep the same feeds and states, and what both sides
-- agreed on when they last met: what differs from it on one side was changed
-- there.

CREATE TABLE remote_feed (
  account  TEXT NOT NULL,                   -- kind, address and user of the account
  key      TEXT NOT NULL,                   -- the server's name for it
  feed_id  INTEGER NOT NULL REFERENCES feed(id),
  PRIMARY KEY (account, key)
) WITHOUT ROWID;

CREATE TABLE remote_entry (
  account  TEXT NOT NULL,
  key      TEXT NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry(id),
  read     INTEGER NOT NULL,
  starred  INTEGER NOT NULL,
  PRIMARY KEY (account, key)
) WITHOUT ROWID;
