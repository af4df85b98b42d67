"""What every record has: an id, the State and office that write it, and a version."""

from django.db import models

from cctns.lib.ids import uuid7 as new_id

__all__ = ["Record", "new_id"]


class Record(models.Model):
    """One aggregate with one writer. Its row changes only together with an entry of its journal.

    `version` is 0 until the first entry; `journal.write.record` counts it up, nobody else.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    state = models.PositiveSmallIntegerField()  # Local Government Directory code
    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
