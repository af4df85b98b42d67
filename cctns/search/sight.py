"""What a declared search sees, as SQL: views through which pages read, and nothing beside them.

The pages' role reads none of these tables itself. A view answers within `declare` alone: one's own
jurisdiction, or everything with a purpose; never whom the law closes to those who need not know.
Plain views and no policies: beneath a policy PostgreSQL uses no index for `&&` and `@@`, whose
functions it does not trust, and would read every mention of the nation.
"""

from __future__ import annotations

from django.db import connection

from cctns.offices.models import Posting
from cctns.offices.rls import REACH

from .codes import Scope

# Officer in charge and supervisors (cases.masking), and the investigating officer of the case.
_NEEDS = """(
    (SELECT EXISTS (SELECT FROM offices_posting posting
        WHERE posting.id = nullif(current_setting('cctns.posting', true), '')::uuid
        AND posting.role IN ('sho', 'sdpo', 'sp')))
    OR case_id = ANY ((SELECT search_own_cases())::uuid[]))"""
_OWN = f"(office_id = {REACH} AND (closed = '' OR {_NEEDS}))"
# Without a declaration the worker, who follows and compares, sees all; pages see nothing. Who asks,
# and in which scope, is looked up by subqueries: once for a question and not for each of its rows.
SEEN = f"""
CASE (SELECT coalesce(current_setting('cctns.search', true), ''))
    WHEN '{Scope.OWN}' THEN {_OWN}
    WHEN '{Scope.NATION}' THEN closed = '' OR {_OWN}
    ELSE (SELECT current_user <> 'cctns_app') END"""

# cases replaces it: nobody here knows who investigates what.
OWN_CASES = """
CREATE FUNCTION search_own_cases() RETURNS uuid[] LANGUAGE sql STABLE
    AS $$ SELECT NULL::uuid[] $$;
"""
DROP_OWN_CASES = "DROP FUNCTION search_own_cases()"


def view(table: str) -> str:
    """`search_thing_seen` of `search_thing`; the table itself is closed to the pages' role."""
    return f"""
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY worker ON {table} TO cctns_worker USING (true) WITH CHECK (true);
{renewed_view(table)}"""


def renewed_view(table: str) -> str:
    """The view alone, also where it stands already."""
    return f"CREATE OR REPLACE VIEW {table}_seen AS SELECT * FROM {table} WHERE {SEEN};\n"  # noqa: S608 - only our own words stand in it


def drop_view(table: str) -> str:
    return (
        f"DROP VIEW {table}_seen; DROP POLICY worker ON {table}; "
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;"
    )


# A sheet is seen with the mention that it belongs to.
DEED_VIEW = """
ALTER TABLE search_deed ENABLE ROW LEVEL SECURITY;
CREATE POLICY worker ON search_deed TO cctns_worker USING (true) WITH CHECK (true);
CREATE VIEW search_deed_seen AS SELECT deed.* FROM search_deed deed
    WHERE EXISTS (SELECT FROM search_person_seen person
        WHERE person.state = deed.state AND person.id = deed.id);
"""


def declare(by: Posting, scope: Scope) -> None:
    """Say what this transaction searches; `access` has said already on whose behalf."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('cctns.search', %s, true)", [str(scope)])
