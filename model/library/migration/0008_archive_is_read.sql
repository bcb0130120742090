-- What is in the archive is done with: the numbers of unread articles leave it
-- out, as the lists do that they stand beside.

DROP TRIGGER entry_insert;
DROP TRIGGER entry_update;
DROP TRIGGER tally_insert;
DROP TRIGGER tally_update;

UPDATE tally SET unread = (SELECT count(*) FROM entry WHERE read = 0 AND archived = 0 AND deleted = 0);
UPDATE feed SET unread = (SELECT count(*) FROM entry WHERE feed_id = feed.id AND read = 0 AND archived = 0 AND deleted = 0);

CREATE TRIGGER entry_insert AFTER INSERT ON entry WHEN new.feed_id IS NOT NULL BEGIN
  UPDATE feed SET total = total + (new.deleted = 0), unread = unread + (new.deleted = 0 AND new.archived = 0 AND new.read = 0)
   WHERE id = new.feed_id;
END;
CREATE TRIGGER entry_update AFTER UPDATE OF feed_id, read, archived, deleted ON entry
WHEN old.feed_id IS NOT new.feed_id OR old.read <> new.read OR old.archived <> new.archived OR (old.deleted = 0) <> (new.deleted = 0) BEGIN
  UPDATE feed SET total = total - (old.deleted = 0), unread = unread - (old.deleted = 0 AND old.archived = 0 AND old.read = 0)
   WHERE id = old.feed_id;
  UPDATE feed SET total = total + (new.deleted = 0), unread = unread + (new.deleted = 0 AND new.archived = 0 AND new.read = 0)
   WHERE id = new.feed_id;
END;

CREATE TRIGGER tally_insert AFTER INSERT ON entry BEGIN
  UPDATE tally SET shelf = shelf + (new.archived = 0 AND new.deleted = 0), unread = unread + (new.read = 0 AND new.archived = 0 AND new.deleted = 0);
END;
CREATE TRIGGER tally_update AFTER UPDATE OF read, archived, deleted ON entry BEGIN
  UPDATE tally SET
    shelf = shelf - (old.archived = 0 AND old.deleted = 0) + (new.archived = 0 AND new.deleted = 0),
    unread = unread - (old.read = 0 AND old.archived = 0 AND old.deleted = 0) + (new.read = 0 AND new.archived = 0 AND new.deleted = 0);
END;
