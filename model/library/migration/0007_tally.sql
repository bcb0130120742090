-- The two numbers that the shelf shows at once. Counting 100,000 articles takes
-- longer than all else that is read for the first screen.

CREATE TABLE tally (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  shelf  INTEGER NOT NULL,                  -- neither archived nor deleted
  unread INTEGER NOT NULL                   -- unread and not deleted
);
INSERT INTO tally (id, shelf, unread)
  SELECT 1, count(*) FILTER (WHERE archived = 0 AND deleted = 0), count(*) FILTER (WHERE read = 0 AND deleted = 0) FROM entry;

CREATE TRIGGER tally_insert AFTER INSERT ON entry BEGIN
  UPDATE tally SET shelf = shelf + (new.archived = 0 AND new.deleted = 0), unread = unread + (new.read = 0 AND new.deleted = 0);
END;
CREATE TRIGGER tally_update AFTER UPDATE OF read, archived, deleted ON entry BEGIN
  UPDATE tally SET
    shelf = shelf - (old.archived = 0 AND old.deleted = 0) + (new.archived = 0 AND new.deleted = 0),
    unread = unread - (old.read = 0 AND old.deleted = 0) + (new.read = 0 AND new.deleted = 0);
END;
