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


def own_accused(table: str, *, optional: bool = False) -> migrations.RunSQL:
    """The accused is one of this very case (CAG Odisha: 198 mapped to other FIRs).

    When `optional`, a form may name none.
    """
    when = "WHEN (NEW.accused_id IS NOT NULL) " if optional else ""
    return _before(table, "own_accused", "INSERT OR UPDATE OF accused_id, case_id", when)


OWN_ITEMS = """
CREATE FUNCTION cases_exhibit_own_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases_seizeditem item
        JOIN cases_seizure seizure ON seizure.id = item.seizure_id
        JOIN cases_forensicrequest request ON request.case_id = seizure.case_id
        WHERE item.id = NEW.item_id AND request.id = NEW.forensicrequest_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'cases_exhibit %: the property was seized in another case', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER own_item BEFORE INSERT OR UPDATE ON cases_exhibit
    FOR EACH ROW WHEN (NEW.item_id IS NOT NULL) EXECUTE FUNCTION cases_exhibit_own_item();
"""


def own_items() -> migrations.RunSQL:
    """An exhibit is property that was seized in its own case."""
    return migrations.RunSQL(OWN_ITEMS, "DROP FUNCTION cases_exhibit_own_item() CASCADE")


MOVED_IN_ORDER = """
CREATE FUNCTION cases_movement_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held uuid;
    last record;
BEGIN
    -- One movement of an exhibit at a time.
    SELECT seizure.case_id INTO held FROM cases_seizeditem item
        JOIN cases_seizure seizure ON seizure.id = item.seizure_id
        WHERE item.id = NEW.item_id FOR UPDATE OF item;
    IF held <> NEW.case_id THEN
        RAISE EXCEPTION 'movement %: the exhibit was seized in another case', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT kind, happened_at INTO last FROM cases_movement
        WHERE item_id = NEW.item_id ORDER BY id DESC LIMIT 1;
    IF NOT (CASE coalesce(last.kind, '')
        WHEN '' THEN NEW.kind = 'in'
        WHEN 'in' THEN NEW.kind NOT IN ('in', 'back')
        WHEN 'back' THEN NEW.kind NOT IN ('in', 'back')
        WHEN 'lab' THEN NEW.kind NOT IN ('in', 'lab', 'court', 'expert')
        WHEN 'court' THEN NEW.kind NOT IN ('in', 'lab', 'court', 'expert')
        WHEN 'expert' THEN NEW.kind NOT IN ('in', 'lab', 'court', 'expert')
        ELSE false END)
            OR NEW.happened_at < last.happened_at THEN
        RAISE EXCEPTION 'movement %: % after %', NEW.id, NEW.kind, coalesce(last.kind, 'seized')
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER in_order BEFORE INSERT ON cases_movement
    FOR EACH ROW EXECUTE FUNCTION cases_movement_in_order();
"""


def moved_in_order() -> migrations.RunSQL:
    """An exhibit goes in, out, back, and leaves once, in the order of time (malkhana thefts)."""
    return migrations.RunSQL(MOVED_IN_ORDER, "DROP FUNCTION cases_movement_in_order() CASCADE")


def _before(table: str, name: str, events: str, when: str = "") -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE {events} ON {table} "
        f"FOR EACH ROW {when}EXECUTE FUNCTION cases_sheet_{name}();",
        f"DROP TRIGGER {name} ON {table}",
    )


# A report is forwarded when vetted, where an office was named for it, transmitted when approved.
REPORTS = """
CREATE FUNCTION cases_report_gates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.stage = 'forwarded' AND NEW.prosecution_id IS NOT NULL THEN
        PERFORM FROM cases_vetting WHERE report_id = NEW.id AND submission = NEW.submission
            AND opinion = 'fit';
        IF NOT FOUND THEN
            RAISE EXCEPTION 'final report %: the prosecutor has not found it fit', NEW.id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    IF NEW.stage = 'transmitted' THEN
        PERFORM FROM cases_approval WHERE report_id = NEW.id AND submission = NEW.submission
            AND decision = 'approved';
        IF NOT FOUND THEN
            RAISE EXCEPTION 'final report %: no supervisor has approved it', NEW.id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER gates BEFORE UPDATE OF stage ON cases_finalreport
    FOR EACH ROW WHEN (NEW.stage <> OLD.stage) EXECUTE FUNCTION cases_report_gates();

CREATE FUNCTION cases_answer_addressed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told record;
    wanted uuid;
BEGIN
    SELECT * INTO told FROM cases_finalreport WHERE id = NEW.report_id;
    wanted := CASE TG_TABLE_NAME WHEN 'cases_vetting' THEN told.prosecution_id
        WHEN 'cases_acknowledgement' THEN told.court_id END;
    IF told.case_id IS DISTINCT FROM NEW.case_id OR told.submission <> NEW.submission
            OR wanted IS NOT NULL AND wanted <> NEW.office_id THEN
        RAISE EXCEPTION '% %: this report was not sent to that office', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""
DROP_REPORTS = """
DROP FUNCTION cases_report_gates() CASCADE;
DROP FUNCTION cases_answer_addressed() CASCADE;
"""


def answers_report(table: str) -> migrations.RunSQL:
    """An answer is to the present submission of its report, by the office that it was sent to."""
    return migrations.RunSQL(
        f"CREATE TRIGGER addressed BEFORE INSERT ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION cases_answer_addressed();",
        f"DROP TRIGGER addressed ON {table}",
    )


def read_with_case(
    table: str, *, column: str = "case_id", of: str = "id", name: str = "with_case"
) -> migrations.RunSQL:
    """What another office says of a case is read by whoever sees the case; the case's policy asks.

    OFFSET 0 keeps the question row by row.
    """
    held = f"SELECT 1 FROM cases_case held WHERE held.{of} = {table}.{column} OFFSET 0"  # noqa: S608
    seen = f"EXISTS ({held})"
    return migrations.RunSQL(
        f"CREATE POLICY {name} ON {table} FOR SELECT TO cctns_app USING ({seen})",
        f"DROP POLICY {name} ON {table}",
    )


LINKED = """
CREATE FUNCTION cases_link_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM cases_case WHERE id = NEW.case_id AND fir_id = NEW.fir_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'link %: this is not the FIR of its case', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.stage = 'linked' AND NEW.relation = 'clubbed_under' THEN
        PERFORM FROM cases_caselink other
            WHERE other.stage = 'linked' AND other.relation = 'clubbed_under'
            AND (other.fir_id = NEW.other_fir_id OR other.other_fir_id = NEW.fir_id);
        IF FOUND THEN
            RAISE EXCEPTION 'link %: a main case is not clubbed itself', NEW.id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER own BEFORE INSERT OR UPDATE ON cases_caselink
    FOR EACH ROW EXECUTE FUNCTION cases_link_own();
"""


def linked() -> migrations.RunSQL:
    """A link names the FIR of its own case, and clubbing makes no chains."""
    return migrations.RunSQL(LINKED, "DROP FUNCTION cases_link_own() CASCADE")
