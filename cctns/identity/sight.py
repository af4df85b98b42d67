"""What an officer may see of mentions: within the own jurisdiction, and never whom the law closes.

The database's view answers; a mention that is not seen is told by its office and number alone.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from cctns.search.mentions import FIELDS, MentionRow, mention_of

_SEEN = f"SELECT {', '.join(FIELDS)} FROM identity_mention WHERE id = ANY(%s)"  # noqa: S608


def mentions(ids: Collection[UUID]) -> dict[UUID, MentionRow]:
    """Those of these mentions that may be seen. Inside of access.query or access.action."""
    with connection.cursor() as cursor:
        cursor.execute(_SEEN, [list(ids)])
        found = [mention_of(row) for row in cursor.fetchall()]
    return {one.id: one for one in found}
