"""What is kept for the auditor: refused acts, and changes of offices and postings. Insert only."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.lib.ids import uuid7

from .office import Office
from .officer import Officer
from .posting import Posting


class RefusedAct(models.Model):
    """Every refusal, kept: who tried what, where, and why it was refused."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(_("time"), auto_now_add=True)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    # Without posting and office: refused at sign-in.
    posting = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(_("act"), max_length=40)
    reason = models.CharField(_("reason"), max_length=200)

    class Meta:
        ordering = ("-at",)
        indexes = (
            models.Index(fields=("office", "at"), name="refused_by_office"),
            models.Index(fields=("officer", "at"), name="refused_by_officer"),
        )


class OfficeChange(models.Model):
    """One administrative change of an office, posting, leave or login, as it was and as it is."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(_("time"), auto_now_add=True)
    # Empty for what the installation itself sets up, before there is any posting.
    posting = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(_("act"), max_length=40)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="changes")
    subject = models.CharField(max_length=20)  # model name of what was changed
    subject_id = models.UUIDField()
    before = models.JSONField(null=True)  # null: it is new
    after = models.JSONField()

    class Meta:
        db_table = "offices_change"
        ordering = ("-at",)
        indexes = (
            models.Index(fields=("office", "at"), name="change_by_office"),
            models.Index(fields=("subject_id",), name="change_by_subject"),
        )
