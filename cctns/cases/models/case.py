"""The case that grows from an FIR: who investigates, what was sent, how far it is open."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record

from ..codes import CaseStage, CaseStatus
from .fir import Fir


class Case(Record):
    """Moves forward by journalled versions; the FIR beneath it stays as it was registered."""

    fir = models.OneToOneField(Fir, on_delete=models.PROTECT, related_name="case")
    status = models.CharField(_("status"), max_length=14, choices=CaseStatus)
    investigating_officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    # Sensitive cases stay off public pages (Youth Bar Association v. Union of India, 2016).
    sensitive = models.BooleanField(_("sensitive"), default=False)
    sensitive_reason = models.CharField(max_length=500, blank=True)
    child_involved = models.BooleanField(default=False)
    victim_masked = models.BooleanField(default=False)  # BNS 72, POCSO 23 and 33(7), JJ 74
    # BNSS 173(2): a copy free of cost to the informant or the victim, forthwith.
    copy_given_at = models.DateTimeField(null=True, blank=True)
    copy_given_to = models.CharField(max_length=200, blank=True)
    # Item 15 of IIF-I; BNSS 176(1): report to the Magistrate forthwith.
    dispatched_at = models.DateTimeField(null=True, blank=True)
    dispatch_delay = models.CharField(_("reason for the delay"), max_length=500, blank=True)
    dispatched_by = models.CharField(max_length=200, blank=True)
    court_name = models.CharField(max_length=200, blank=True)

    # Of a case brought in from an older system, as written there.
    legacy_stage = models.CharField(max_length=100, blank=True)
    legacy_officer = models.CharField(max_length=200, blank=True)

    # How far it has come, where a query derived it from what was written of it (CaseStage).
    stage: CaseStage | CaseStatus

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(copy_given_at=None) | ~Q(copy_given_to=""),
                name="case_copy_has_receiver",
            ),
            models.CheckConstraint(
                condition=Q(dispatched_at=None) | ~Q(dispatched_by=""),
                name="case_dispatch_has_officer",
            ),
        )
        indexes = (models.Index(fields=("investigating_officer", "status"), name="case_by_io"),)

    @property
    def files(self) -> list[UUID]:
        """Ids of this case and of those it was taken over from, newest first, as far as seen."""
        found, wanted = [self.pk], self.fir.zero_fir_id
        files = Case.objects.values_list("pk", "fir__zero_fir_id")
        while wanted and (row := files.filter(fir=wanted).first()):
            found.append(row[0])
            wanted = row[1]
        return found

    @cached_property
    def taken_over(self) -> Case | None:
        """This case as the station has it that took it over, the last of several.

        Kept once asked: the query that opened the case saw it, the page after it may see nothing.
        """
        newest, wanted = None, self.fir_id
        files = Case.objects.select_related("fir", "office__state", "office__district")
        while found := files.filter(fir__zero_fir_id=wanted).first():
            newest, wanted = found, found.fir_id
        return newest
