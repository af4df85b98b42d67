"""What the database itself holds: one supervisor on any day, and an audit that is only added to."""

from django.db import migrations

ONE_SUPERVISOR = """
CREATE FUNCTION offices_one_supervisor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Waits for another change of this office, then sees what it committed.
    PERFORM 1 FROM offices_office WHERE id = NEW.office_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM offices_supervision mine JOIN offices_supervision other
          ON other.office_id = mine.office_id AND other.id <> mine.id
         AND daterange(other.from_date, other.to_date) && daterange(mine.from_date, mine.to_date)
        WHERE mine.id = NEW.id
    ) THEN
        RAISE EXCEPTION 'office % would have two supervisors on one day', NEW.office_id
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'supervision_one_a_day';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER supervision_one_a_day
    AFTER INSERT OR UPDATE ON offices_supervision DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION offices_one_supervisor();
"""

KEPT = """
CREATE FUNCTION offices_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: its rows are kept', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""

AUDIT = ("offices_change", "offices_refusedact")
NEVER_DELETED = (
    "offices_office",
    "offices_officer",
    "offices_posting",
    "offices_leave",
    "offices_supervision",
)


def kept(table: str, events: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER kept BEFORE {events} ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION offices_kept()",
        f"DROP TRIGGER kept ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = (("offices", "0001_initial"),)
    operations = (
        migrations.RunSQL(ONE_SUPERVISOR, "DROP FUNCTION offices_one_supervisor() CASCADE"),
        migrations.RunSQL(KEPT, "DROP FUNCTION offices_kept() CASCADE"),
        *(kept(table, "UPDATE OR DELETE") for table in AUDIT),
        *(kept(table, "DELETE") for table in NEVER_DELETED),
    )
