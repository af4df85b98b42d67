"""What the database refuses of the forms of a case, on every way in: plain SQL for migrations."""

from __future__ import annotations

from django.db import migrations

# Shared by all forms; each looks only at the row and its case.
FUNCTIONS = """
CREATE FUNCTION cases_sheet_in_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held record;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.case_id <> OLD.case_id THEN
        RAISE EXCEPTION '% %: a form stays with its case', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT office_id, status INTO held FROM cases_case WHERE id = NEW.case_id;
    IF held.office_id <> NEW.office_id THEN
        RAISE EXCEPTION '% %: the case lies at another office', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION cases_sheet_after_fir() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    registered timestamptz;
BEGIN
    SELECT fir.registered_at INTO registered FROM cases_fir fir
        JOIN cases_case held ON held.fir_id = fir.id WHERE held.id = NEW.case_id;
    -- Officers tell times by the minute.
    IF NEW.happened_at < date_trunc('minute', registered) AND NEW.before_fir_reason = '' THEN
        RAISE EXCEPTION '% %: it happened before the FIR and gives no reason',
            TG_TABLE_NAME, NEW.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION cases_sheet_by_io() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases_case WHERE id = NEW.case_id AND investigating_officer_id = NEW.officer_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION '% %: only the designated investigating officer writes it',
            TG_TABLE_NAME, NEW.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION cases_sheet_own_accused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases_accused WHERE id = NEW.accused_id AND case_id = NEW.case_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION '% %: the accused belongs to another case', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""
DROP_FUNCTIONS = "".join(
    f"DROP FUNCTION cases_sheet_{name}() CASCADE;"
    for name in ("in_case", "after_fir", "by_io", "own_accused")
)


def in_case(table: str) -> migrations.RunSQL:
    """A form stays with its case, and is written where the case lies."""
    return _before(table, "in_case", "INSERT OR UPDATE")


def after_fir(table: str) -> migrations.RunSQL:
    """No arrest or seizure before the FIR but with a reason (CAG Odisha; BNSS 170)."""
    return _before(table, "after_fir", "INSERT OR UPDATE OF happened_at, before_fir_reason")


def by_io(table: str) -> migrations.RunSQL:
    """Written by the officer designated on that day, nobody else (CAG Odisha: 2,080 breaches)."""
    return _before(table, "by_io", "INSERT")


def own_accused(table: str) -> migrations.RunSQL:
    """The accused is one of this very case (CAG Odisha: 198 mapped to other FIRs)."""
    return _before(table, "own_accused", "INSERT OR UPDATE OF accused_id, case_id")


def _before(table: str, name: str, events: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE {events} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION cases_sheet_{name}();",
        f"DROP TRIGGER {name} ON {table}",
    )
