-- What the engine says depends on the day of publication too: every "Saturday"
-- hangs on it. published is as in entry.

CREATE TABLE dated (
  hash      TEXT NOT NULL,                  -- of the text
  published TEXT NOT NULL,
  engine    TEXT NOT NULL,                  -- its version
  data      BLOB NOT NULL,                  -- JSON of model.Annotations, deflated
  PRIMARY KEY (hash, published)
) WITHOUT ROWID;
INSERT OR IGNORE INTO dated (hash, published, engine, data)
  SELECT a.hash, e.published, a.engine, a.data
    FROM annotation a JOIN text t ON t.hash = a.hash JOIN entry e ON e.id = t.entry_id ORDER BY a.engine DESC;
DROP TABLE annotation;
ALTER TABLE dated RENAME TO annotation;
