"""What the database shows of entries addressed to another office: plain SQL for migrations."""

from __future__ import annotations

from django.db import migrations

from cctns.offices import rls


def readable_by_receiver(table: str, *columns: str) -> migrations.RunSQL:
    """What was sent to an office is read there too; only its writer writes it.

    `columns` name the offices it was sent to; without any it is `to_office_id`.
    """
    reached = " OR ".join(f"{one} = {rls.REACH}" for one in columns or ("to_office_id",))
    return migrations.RunSQL(
        f"CREATE POLICY addressed ON {table} FOR SELECT TO cctns_app USING ({reached})",
        f"DROP POLICY addressed ON {table}",
    )
