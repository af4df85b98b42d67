"""Summonses and warrants of the courts, served or executed by the station (BNSS 63 to 83)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .entry import Entry, Line


class ProcessStage(models.TextChoices):
    RECEIVED = "received", _("Received")
    SERVED = "served", _("Served or executed")
    UNSERVED = "unserved", _("Could not be served")
    RETURNED = "returned", _("Returned to the court")


class ProcessKind(models.TextChoices):
    WITNESS = "witness", _("Summons to a witness")
    ACCUSED = "accused", _("Summons to an accused")
    PRODUCE = "produce", _("Summons to produce (BNSS 94)")
    BAILABLE = "bailable", _("Bailable warrant")
    NON_BAILABLE = "non_bailable", _("Non-bailable warrant")
    NOTICE = "notice", _("Notice or other order")


class ServedHow(models.TextChoices):
    PERSON = "person", _("In person (BNSS 64)")
    FAMILY = "family", _("To an adult member of the family (BNSS 66)")
    AFFIXED = "affixed", _("Affixed to the house (BNSS 67)")
    ELECTRONIC = "electronic", _("Electronically (BNSS 64(2))")
    POST = "post", _("By registered post, to a witness (BNSS 71)")
    EMPLOYER = "employer", _("Through the head of the office (BNSS 68)")
    ARRESTED = "arrested", _("Arrested on the warrant (BNSS 75, 76)")
    BOND = "bond", _("Released on security, as endorsed (BNSS 73)")


class Process(Entry, Mention):
    """One summons or warrant; the person is the one to whom it is directed."""

    stage = models.CharField(_("stage"), max_length=14, choices=ProcessStage)
    happened_at = models.DateTimeField(_("received on"))
    kind = models.CharField(_("kind"), max_length=14, choices=ProcessKind)
    court_name = models.CharField(_("court"), max_length=200)
    process_number = models.CharField(_("number and date of the process"), max_length=200)
    case_number = models.CharField(_("case number of the court, CNR"), max_length=60, blank=True)
    fir_number = models.CharField(_("FIR, if any"), max_length=60, blank=True)
    appear_on = models.DateField(_("day of appearance"), null=True, blank=True)
    server_name = models.CharField(_("entrusted to: rank, number, name"), max_length=200)
    served_at = models.DateTimeField(_("served or executed on"), null=True, blank=True)
    served_how = models.CharField(_("how"), max_length=12, choices=ServedHow, blank=True)
    served_to = models.CharField(_("to whom, with relation"), max_length=200, blank=True)
    served_witness = models.CharField(_("witness of the service"), max_length=200, blank=True)
    unserved_why = models.CharField(_("why it could not be served"), max_length=500, blank=True)
    returned_at = models.DateTimeField(_("returned to the court on"), null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name_plural = "processes"
        constraints = (
            *Entry.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(stage="served") | (Q(served_at__isnull=False) & ~Q(served_how="")),
                name="process_served_how",
            ),
            models.CheckConstraint(
                condition=~Q(stage="unserved") | ~Q(unserved_why=""), name="process_unserved_why"
            ),
        )

    def __str__(self) -> str:
        return self.number


class ServiceAttempt(Line):
    """One going to find the person."""

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="attempts")
    at = models.DateTimeField(_("tried on"))
    place = models.CharField(_("where"), max_length=300)
    result = models.CharField(_("result"), max_length=500)
