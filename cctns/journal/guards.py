"""What the database itself refuses, whoever asks: raw SQL, a shell, `.update()`, bulk inserts.

At commit every row of a record table that was inserted or changed must have an entry of the same
record and version, written by the same transaction into the journal of the same office. Rows of
child tables need an entry of the record they belong to. Records are never deleted.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import migrations

from cctns.offices import rls

WORKER = "cctns_worker"

# Shared by all record tables; made once in 0002_guards.
FUNCTIONS = """
CREATE FUNCTION journal_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: its rows are kept', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION journal_record_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.id <> OLD.id OR NEW.state <> OLD.state
            OR NEW.office_id <> OLD.office_id OR NEW.version <> OLD.version + 1) THEN
        RAISE EXCEPTION '% %: a change keeps id, State and office and takes the next version',
            TG_TABLE_NAME, OLD.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    PERFORM 1 FROM journal_entry WHERE record_id = NEW.id AND version = NEW.version
        AND state = NEW.state AND office_id = NEW.office_id AND xid = pg_current_xact_id();
    IF NOT FOUND THEN
        RAISE EXCEPTION '% % version % has no entry in its office''s journal',
            TG_TABLE_NAME, NEW.id, NEW.version USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
"""
DROP_FUNCTIONS = """
DROP FUNCTION journal_record_guard() CASCADE;
DROP FUNCTION journal_kept() CASCADE;
"""


def journalled(
    table: str, *, children: Sequence[str] = (), role: str = "cctns_app"
) -> list[migrations.RunSQL]:
    """Operations that put a record table, and its child tables, under the journal's guard.

    A child of `cases_fir` has the column `fir_id`. What the pages' role sees of either is what the
    record's office reaches (row-level security).
    """
    column = table.rpartition("_")[2] + "_id"
    operations = [
        migrations.RunSQL(_record(table), _undo_record(table)),
        second_wall(table, role=role),
    ]
    for child in children:
        operations.append(migrations.RunSQL(_child(child, column), _undo_child(child)))
        operations.append(_through(child, column, table, role))
    return operations


def second_wall(table: str, *, role: str = "cctns_app") -> migrations.RunSQL:
    """Pages see what their office reaches; the worker, which follows and verifies, sees all."""
    return _policies(table, rls.enable(table, role=role))


def _policies(table: str, pages: str) -> migrations.RunSQL:
    worker = f"CREATE POLICY worker ON {table} TO {WORKER} USING (true) WITH CHECK (true);"
    return migrations.RunSQL(pages + worker, f"DROP POLICY worker ON {table};" + rls.disable(table))


def kept(table: str, events: str) -> migrations.RunSQL:
    """Refuse whole kinds of statements on a table: kept("journal_entry", "UPDATE OR DELETE")."""
    return migrations.RunSQL(_kept(table, events), f"DROP TRIGGER kept ON {table}")


def _kept(table: str, events: str) -> str:
    return (
        f"CREATE TRIGGER kept BEFORE {events} ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION journal_kept();"
    )


def _record(table: str) -> str:
    return (
        f"CREATE CONSTRAINT TRIGGER journalled AFTER INSERT OR UPDATE ON {table} "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_record_guard();"
        + _kept(table, "DELETE OR TRUNCATE")
    )


def _undo_record(table: str) -> str:
    return f"DROP TRIGGER kept ON {table}; DROP TRIGGER journalled ON {table};"


def _child(table: str, column: str) -> str:
    """A function of its own a table: looking a column up by name would cost more than the check."""
    return f"""
CREATE FUNCTION {table}_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM 1 FROM journal_entry WHERE record_id = OLD.{column}
            AND xid = pg_current_xact_id();
        IF NOT FOUND THEN
            RAISE EXCEPTION '{table} %: its record % has no entry of this act', OLD.id, OLD.{column}
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM 1 FROM journal_entry WHERE record_id = NEW.{column}
            AND xid = pg_current_xact_id();
        IF NOT FOUND THEN
            RAISE EXCEPTION '{table} %: its record % has no entry of this act', NEW.id, NEW.{column}
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journalled AFTER INSERT OR UPDATE OR DELETE ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {table}_guard();
""" + _kept(table, "TRUNCATE")


def _undo_child(table: str) -> str:
    return f"DROP TRIGGER kept ON {table}; DROP FUNCTION {table}_guard() CASCADE;"


def _through(table: str, column: str, root: str, role: str) -> migrations.RunSQL:
    """Whoever may see the record may see its children: the record's own policy answers.

    OFFSET 0 keeps the question row by row; else PostgreSQL hashes every record within reach first.
    """
    visible = f"EXISTS (SELECT 1 FROM {root} root WHERE root.id = {table}.{column} OFFSET 0)"  # noqa: S608
    return _policies(
        table,
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; "
        f"CREATE POLICY jurisdiction ON {table} TO {role} "
        f"USING ({visible}) WITH CHECK ({visible});",
    )
