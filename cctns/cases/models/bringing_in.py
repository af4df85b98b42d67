"""How far the bringing in of a file of old FIRs has come, and which rows were refused and why."""

from django.db import models

from cctns.lib.ids import uuid7
from cctns.offices.models import Office, Posting


class ImportRun(models.Model):
    """One passage over one file by one mapping; `next_row` moves with the rows it tells of.

    Resumed, it goes on behind the last batch that was committed. A finished run is never reopened:
    the file brought in again is a run of its own, which finds its rows there.

    A large file is shared by two runs: the one `beside` takes the rows of the stations `apart`, the
    first takes all others, has the refused rows of both and is finished when both are.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    mapping_sha256 = models.CharField(max_length=64, blank=True)  # empty: our own field names
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    next_row = models.PositiveIntegerField(default=1)
    imported = models.PositiveIntegerField(default=0)
    already_there = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    # {"station code": {"year": FIRs brought in or found there}}
    counts = models.JSONField(default=dict)
    beside = models.OneToOneField("self", models.PROTECT, null=True, related_name="second")
    # [["station code", "name", "district"], ...] as the file has them, of the second run only
    apart = models.JSONField(default=list)

    class Meta:
        db_table = "cases_import_run"
        indexes = (models.Index(fields=("office", "file_sha256"), name="import_by_file"),)

    def __str__(self) -> str:
        return self.file_name


class ImportRefusal(models.Model):
    """One row that was not brought in: where it stands, why, and what it said."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="refusals")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    row = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    sentence = models.CharField(max_length=500)
    columns = models.JSONField(default=dict)

    class Meta:
        db_table = "cases_import_refusal"
        ordering = ("row",)
        constraints = (models.UniqueConstraint(fields=("run", "row"), name="refused_once"),)

    def __str__(self) -> str:
        return f"{self.row}: {self.code}"
