"""What the database shows of entries addressed to another office: plain SQL for migrations."""

from __future__ import annotations

from django.db import migrations

from cctns.offices import rls


def readable_by_receiver(table: str) -> migrations.RunSQL:
    """What was sent to an office is read there too; only its writer writes it."""
    return migrations.RunSQL(
        f"CREATE POLICY addressed ON {table} FOR SELECT TO cctns_app "
        f"USING (to_office_id = {rls.REACH})",
        f"DROP POLICY addressed ON {table}",
    )
