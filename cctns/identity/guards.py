"""What the database refuses of judgements, whoever writes: plain SQL for the migration.

The function asks as the tables' owner: a pair's other records may lie beyond the writer's reach,
and must count all the same. Two officers at one pair wait for each other.
"""

from __future__ import annotations

from django.db import migrations

from cctns.journal.guards import WORKER
from cctns.offices import rls

IN_ORDER = """
CREATE FUNCTION identity_judgement_in_order() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asked identity_judgement;
    writer uuid := nullif(current_setting('cctns.posting', true), '')::uuid;
    told text := 'judgement ' || NEW.id || ': ';
    wrong text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.first_id::text || NEW.second_id, 0));
    SELECT * INTO asked FROM identity_judgement WHERE id = NEW.answers;
    IF TG_OP = 'UPDATE' THEN
        wrong := 'it is written once, and undone by another';
    ELSIF writer IS NULL AND (NEW.answers IS NULL OR asked.id IS NULL) THEN
        RETURN NEW;  -- it comes from another node, where what it answers may still be on its way
    ELSIF writer IS NOT NULL AND NOT EXISTS (SELECT FROM offices_posting
            WHERE id = writer AND officer_id = NEW.officer_id) THEN
        wrong := 'it names another officer than the one who writes it';
    ELSIF NEW.answers IS NOT NULL AND (asked.first_id, asked.second_id)
            IS DISTINCT FROM (NEW.first_id, NEW.second_id) THEN
        wrong := 'it answers nothing that was said of these two';
    ELSIF NEW.step IN ('confirmed', 'rejected') AND asked.step <> 'proposed' THEN
        wrong := 'nothing was proposed';
    ELSIF NEW.step = 'confirmed' AND asked.officer_id = NEW.officer_id THEN
        wrong := 'nobody confirms what they proposed themselves';
    ELSIF NEW.step = 'undone' AND (asked.step = 'undone' OR NEW.verdict <> asked.verdict) THEN
        wrong := 'this is nothing that could be undone';
    ELSIF NEW.answers IS NULL AND EXISTS (SELECT FROM identity_judgement held
            WHERE held.first_id = NEW.first_id AND held.second_id = NEW.second_id
            AND held.step <> 'undone' AND NOT EXISTS (SELECT FROM identity_judgement later
                WHERE later.answers = held.id
                AND (later.step = 'undone' OR held.step = 'proposed'))) THEN
        wrong := 'these two are judged already';
    END IF;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION '%', told || wrong USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER in_order BEFORE INSERT OR UPDATE ON identity_judgement
    FOR EACH ROW EXECUTE FUNCTION identity_judgement_in_order();
"""


def in_order() -> migrations.RunSQL:
    """Proposed, then confirmed by another officer; one judgement of a pair holds at a time."""
    return migrations.RunSQL(IN_ORDER, "DROP FUNCTION identity_judgement_in_order() CASCADE")


def seen_from_both(table: str) -> migrations.RunSQL:
    """A derived pair is read where either mention stands; the worker makes it."""
    reached = f"first_office_id = {rls.REACH} OR second_office_id = {rls.REACH}"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY either ON {table} FOR SELECT TO cctns_app USING ({reached});"
        f"CREATE POLICY worker ON {table} TO {WORKER} USING (true) WITH CHECK (true);",
        f"DROP POLICY worker ON {table}; DROP POLICY either ON {table};"
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    )


# A plain view and not a policy: pages reach mentions through it alone.
_SEEN = """
state, id, record_kind, record_id, office_id, role, name, told_at, case_id, alias, relation,
relative_name, sex, birth_from, birth_to, place, district, phones, identity, marks, number,
standing, closed
"""


def mentions_seen() -> migrations.RunSQL:
    """Mentions within one's jurisdiction, and never whom the law closes to general search."""
    return migrations.RunSQL(
        f"CREATE VIEW identity_mention AS SELECT {_SEEN} FROM search_person "  # noqa: S608
        f"WHERE closed = '' AND office_id = {rls.REACH}",
        "DROP VIEW identity_mention",
    )
