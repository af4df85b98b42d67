"""What the database holds: entries are only added, payloads only lost by a court's order."""

from django.db import migrations

from cctns.journal import guards

# The transaction that wrote an entry, for the guards of record tables; no part of the leaf.
XID = "ALTER TABLE journal_entry ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id()"

SEALED = """
CREATE FUNCTION journal_payload_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> OLD.state OR NEW.office_id <> OLD.office_id OR NEW.epoch <> OLD.epoch
            OR NEW.seq <> OLD.seq OR NEW.dictionary <> OLD.dictionary OR OLD.salt IS NULL
            OR NEW.salt IS NOT NULL OR NEW.document IS NOT NULL THEN
        RAISE EXCEPTION 'payload %/% is refused: a payload is erased whole or not at all',
            OLD.epoch, OLD.seq USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    PERFORM 1 FROM journal_entry held JOIN journal_entry cited
        ON cited.record_type = 'erasure' AND held.record_id = ANY(cited.refs)
    WHERE held.state = OLD.state AND held.office_id = OLD.office_id AND held.epoch = OLD.epoch
        AND held.seq = OLD.seq AND cited.state = OLD.state AND cited.office_id = OLD.office_id
        AND cited.epoch = NEW.sealed_epoch AND cited.seq = NEW.sealed_seq
        AND cited.xid = pg_current_xact_id();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'payload %/% is refused: no entry of this act cites the order',
            OLD.epoch, OLD.seq USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER sealed BEFORE UPDATE ON journal_payload
    FOR EACH ROW EXECUTE FUNCTION journal_payload_guard();
"""

FORWARD = """
CREATE FUNCTION journal_head_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.size < OLD.size OR (OLD.closed AND NEW IS DISTINCT FROM OLD)
            OR NEW.state <> OLD.state OR NEW.office_id <> OLD.office_id
            OR NEW.epoch <> OLD.epoch THEN
        RAISE EXCEPTION 'a journal only grows' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER forward BEFORE UPDATE ON journal_head
    FOR EACH ROW EXECUTE FUNCTION journal_head_guard();
"""


class Migration(migrations.Migration):
    dependencies = (("journal", "0001_initial"),)
    operations = (
        migrations.RunSQL(XID, "ALTER TABLE journal_entry DROP COLUMN xid"),
        migrations.RunSQL(guards.FUNCTIONS, guards.DROP_FUNCTIONS),
        guards.kept("journal_entry", "UPDATE OR DELETE OR TRUNCATE"),
        guards.kept("journal_tile", "UPDATE OR DELETE OR TRUNCATE"),
        guards.kept("journal_fork", "UPDATE OR DELETE OR TRUNCATE"),
        guards.kept("journal_payload", "DELETE OR TRUNCATE"),
        guards.kept("journal_checkpoint", "DELETE OR TRUNCATE"),
        guards.kept("journal_head", "DELETE OR TRUNCATE"),
        guards.kept("journal_serial", "DELETE OR TRUNCATE"),
        migrations.RunSQL(SEALED, "DROP FUNCTION journal_payload_guard() CASCADE"),
        migrations.RunSQL(FORWARD, "DROP FUNCTION journal_head_guard() CASCADE"),
        guards.second_wall("journal_payload"),
        *guards.journalled("journal_erasure"),
    )
