"""FIRs and cases under the journal's guard; an FIR is written once, behind its diary entry."""

from django.db import migrations

from cctns.journal.guards import journalled
from cctns.offices import rls
from cctns.registers.addressed import readable_by_receiver

LISTS = ("cases_party", "cases_partypaper", "cases_firsection", "cases_firproperty")

# A court's order of erasure is the only thing that takes an FIR's words away.
WRITTEN_ONCE = """
CREATE FUNCTION cases_fir_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM journal_entry WHERE record_id = OLD.id AND kind = 'fir.erased'
        AND xid = pg_current_xact_id();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'FIR % is written once: what changes is told by its case', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER written_once AFTER UPDATE ON cases_fir
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cases_fir_written_once();

CREATE FUNCTION cases_list_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- A row added later needs an entry of its FIR, whose row would then have changed: refused too.
    PERFORM 1 FROM journal_entry WHERE record_id = OLD.fir_id AND kind = 'fir.erased'
        AND xid = pg_current_xact_id();
    IF NOT FOUND THEN
        RAISE EXCEPTION '% on % is refused: an FIR is written once', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
"""

# Odisha's auditors found 412 FIRs dated before their diary entry: it is the entry's own time that
# counts, of the same office, not what the FIR says of it.
AFTER_DIARY = """
CREATE FUNCTION cases_fir_after_diary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM registers_generaldiaryentry WHERE id = NEW.gd_entry_id
        AND office_id = NEW.office_id AND recorded_at = NEW.gd_recorded_at;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'FIR %: its General Diary entry is not of this office and time', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'fir_diary_entry_true';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER after_diary AFTER INSERT OR UPDATE ON cases_fir
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT NEW.legacy)
    EXECUTE FUNCTION cases_fir_after_diary();
"""
UNDO = """
DROP FUNCTION cases_fir_after_diary() CASCADE;
DROP FUNCTION cases_list_written_once() CASCADE;
DROP FUNCTION cases_fir_written_once() CASCADE;
"""


def list_written_once(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE CONSTRAINT TRIGGER written_once AFTER UPDATE OR DELETE ON {table} "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cases_list_written_once();",
        f"DROP TRIGGER written_once ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = (("cases", "0001_initial"), ("registers", "0002_guards"))
    operations = (
        *journalled("cases_fir", children=LISTS),
        *journalled("cases_case"),
        *journalled("cases_sensitivitydecision"),
        *journalled("cases_zerotransfer"),
        *journalled("cases_transferanswer"),
        *journalled("cases_export"),
        migrations.RunSQL(rls.enable("cases_firdraft"), rls.disable("cases_firdraft")),
        migrations.RunSQL(WRITTEN_ONCE + AFTER_DIARY, UNDO),
        *(list_written_once(table) for table in LISTS),
        readable_by_receiver("cases_zerotransfer"),
        readable_by_receiver("cases_transferanswer"),
    )
