"""Row-level security: the SQL by which PostgreSQL itself shows only what an office may see.

Without `cctns.office` set for the transaction, nothing is visible. The look-up stands in a
sub-select so that it runs once for a statement, not once for a row; the cast to an array makes it
a value and not a list of rows.
"""

from __future__ import annotations

REACH = (
    "ANY ((SELECT array_agg(office_id) FROM offices_jurisdiction "
    "WHERE supervisor_id = nullif(current_setting('cctns.office', true), '')::uuid)::uuid[])"
)


def enable(table: str, *, column: str = "office_id", role: str = "cctns_app") -> str:
    """The SQL that puts the second wall around a table for a database role."""
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; "
        f"CREATE POLICY jurisdiction ON {table} TO {role} "
        f"USING ({column} = {REACH}) WITH CHECK ({column} = {REACH});"
    )


def disable(table: str) -> str:
    return f"DROP POLICY jurisdiction ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;"
