"""The running and the stopped clocks of cases and registers, derived from the journal."""

from django.db import models
from django.db.models import Q

from cctns.offices.models import Office


class Clock(models.Model):
    """One rule of cctns.law.clocks for one subject; `cctns rebuild clocks` makes them all anew.

    `subject_id` is the FIR, or the record that the rule is about (an arrest, a seizure, an NCR);
    `root_id` the FIR that this record stands under, or the record itself. `office` has the duty.
    """

    pk = models.CompositePrimaryKey("state", "rule", "subject_id")
    state = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=30)
    subject_id = models.UUIDField()
    version = models.DateField()  # from when on the rule runs so
    root_id = models.UUIDField()
    fir_id = models.UUIDField(null=True)
    office = models.ForeignKey(
        Office, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    starts_at = models.DateTimeField()
    due_at = models.DateTimeField()
    shows_at = models.DateTimeField()  # from when on the worklist speaks of it
    sdpo_at = models.DateTimeField(null=True)  # when it comes before the supervisors
    sp_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=60)  # kind of the entry; empty while it runs

    class Meta:
        indexes = (
            models.Index(fields=("root_id",), name="clock_by_root"),
            models.Index(
                fields=("office", "due_at", "subject_id", "rule"),
                condition=Q(closed_at=None),
                name="clock_open",
            ),
        )
