"""The register of non-cognizable reports (BNSS 174)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .entry import Entry
from .paper import OnPaper, paper_constraints


class NcrStage(models.TextChoices):
    RECORDED = "recorded", _("Recorded")
    REFERRED = "referred", _("Informant referred to the Magistrate")
    ORDERED = "ordered", _("Investigation ordered by the Magistrate")
    CONVERTED = "converted", _("FIR registered")
    CLOSED = "closed", _("Closed")


class Ncr(Entry, Mention, OnPaper):
    """Information of a non-cognizable offence; the person is the informant."""

    stage = models.CharField(_("stage"), max_length=14, choices=NcrStage)
    offence = models.CharField(_("sections"), max_length=200)
    place = models.CharField(_("place of occurrence"), max_length=500)
    against = models.CharField(_("against whom"), max_length=500, blank=True)
    substance = models.TextField(_("substance of the information"))
    court_name = models.CharField(_("Magistrate"), max_length=200, blank=True)
    referred_at = models.DateTimeField(_("referred on"), null=True, blank=True)
    reported_at = models.DateTimeField(_("reported to the Magistrate on"), null=True, blank=True)
    order_number = models.CharField(_("number and date of the order"), max_length=200, blank=True)
    fir_number = models.CharField(_("FIR"), max_length=40, blank=True)
    end_reason = models.TextField(_("reason"), blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            *paper_constraints("ncr"),
            # BNSS 174(2): no investigation without the order of a Magistrate.
            models.CheckConstraint(
                condition=~models.Q(stage="ordered") | ~models.Q(order_number=""),
                name="ncr_ordered_by_magistrate",
            ),
        )
