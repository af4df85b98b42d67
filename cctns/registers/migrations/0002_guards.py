"""The registers under the journal's guard; a General Diary entry never changes."""

from django.db import migrations

from cctns.journal.guards import journalled

WRITTEN_ONCE = """
CREATE FUNCTION registers_gd_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- A court's order of erasure is the only thing that takes an entry's words away.
    PERFORM 1 FROM journal_entry WHERE record_id = OLD.id AND kind = 'gd.erased'
        AND xid = pg_current_xact_id();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'General Diary entry % is written once: correct it by a later entry', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER written_once AFTER UPDATE ON registers_generaldiaryentry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION registers_gd_written_once();
"""


class Migration(migrations.Migration):
    dependencies = (("registers", "0001_initial"), ("journal", "0002_guards"))
    operations = (
        *journalled("registers_generaldiaryentry"),
        *journalled("registers_complaint"),
        migrations.RunSQL(WRITTEN_ONCE, "DROP FUNCTION registers_gd_written_once() CASCADE"),
    )
