"""What the database keeps of alerts, whoever writes or reads: plain SQL for the migration."""

from __future__ import annotations

from django.db import migrations

from cctns.journal.guards import WORKER
from cctns.offices import rls

_WORKER = f"CREATE POLICY worker ON %s TO {WORKER} USING (true) WITH CHECK (true);"
# State and district of the office that looks.
_HERE = (
    "(SELECT {column} FROM offices_office "
    "WHERE id = nullif(current_setting('cctns.office', true), '')::uuid)"
)
# A silent watch is known to the office that keeps it and those above.
_NOTICE = f"""
office_id = {rls.REACH} OR handling <> 'silent' AND (everywhere
    OR {_HERE.format(column="state_id")} = ANY (states)
    OR {_HERE.format(column="district_id")} = ANY (districts))
"""
_DELIVERED = "EXISTS (SELECT FROM alerts_delivery held WHERE held.alert_id = {column})"


def worker_alone(table: str) -> migrations.RunSQL:
    """Keys are for the follower; no page reads them."""
    return _walled(table, "")


def notices() -> migrations.RunSQL:
    return _walled("alerts_notice", _reading("alerts_notice", _NOTICE))


def alerts() -> migrations.RunSQL:
    """Read, and brought up to date, where it was delivered."""
    seen = _DELIVERED.format(column="alerts_alert.id")
    pages = f"CREATE POLICY delivered ON alerts_alert TO cctns_app USING ({seen});"
    return _walled("alerts_alert", pages)


def answers() -> migrations.RunSQL:
    """Read by every office that has the alert; the act that writes one is heard at once."""
    seen = _DELIVERED.format(column="alerts_heard.alert_id")
    pages = f"CREATE POLICY delivered ON alerts_heard TO cctns_app USING ({seen});"
    return _walled("alerts_heard", pages)


def _reading(table: str, seen: str) -> str:
    return f"CREATE POLICY pages ON {table} FOR SELECT TO cctns_app USING ({seen});"


def _walled(table: str, pages: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;" + pages + _WORKER % table,
        f"DROP POLICY IF EXISTS pages ON {table}; DROP POLICY IF EXISTS delivered ON {table};"
        f"DROP POLICY worker ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )


# Written once, by whoever is named; a lookout is put into force by another officer than its raiser.
ONCE = """
CREATE FUNCTION alerts_answer_once() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    writer uuid := nullif(current_setting('cctns.posting', true), '')::uuid;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'answer %: it is written once', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    ELSIF writer IS NOT NULL AND NOT EXISTS (SELECT FROM offices_posting
            WHERE id = writer AND officer_id = NEW.officer_id) THEN
        RAISE EXCEPTION 'answer %: it names another officer than the one who writes it', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER once BEFORE INSERT OR UPDATE ON alerts_answer
    FOR EACH ROW EXECUTE FUNCTION alerts_answer_once();
"""


def written_once() -> migrations.RunSQL:
    return migrations.RunSQL(ONCE, "DROP FUNCTION alerts_answer_once() CASCADE")


# Late answers within reach, and in a row without id how many alerts nobody of the office opened.
WAITING = """
CREATE FUNCTION alerts_waiting(office uuid, posting uuid, at timestamptz, most integer)
    RETURNS TABLE (alert_id uuid, title text, office_name text, due_at timestamptz, unread bigint)
    LANGUAGE plpgsql SECURITY INVOKER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('cctns.office', office::text, true),
        set_config('cctns.posting', posting::text, true);
    RETURN QUERY
        (SELECT alert.id, alert.title::text, alert.office_name::text, alert.due_at, 0::bigint
        FROM alerts_alert alert
        JOIN offices_jurisdiction reach ON reach.office_id = alert.office_id
        WHERE reach.supervisor_id = office AND alert.due_at < at
        ORDER BY alert.due_at, alert.id LIMIT most)
        UNION ALL
        SELECT NULL, '', '', NULL, count(*) FROM alerts_delivery held
        JOIN alerts_alert alert ON alert.id = held.alert_id
        WHERE held.office_id = office AND held.opened_at IS NULL
            AND alert.standing NOT IN ('cleared', 'excluded');
END $$;
"""


def waiting() -> migrations.RunSQL:
    arguments = "(uuid, uuid, timestamptz, integer)"
    return migrations.RunSQL(WAITING, f"DROP FUNCTION alerts_waiting{arguments}")
