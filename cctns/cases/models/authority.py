"""What the police tell an authority of a case because a law or a judgment asks for it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .progress import Means
from .sheet import CaseSheet


class AuthorityStage(models.TextChoices):
    SENT = "sent", _("Sent")


class AuthorityKind(models.TextChoices):
    """The value is what the journal calls the event, after "case."."""

    COMMITTEE = (
        "committee_told",
        _("To the Child Welfare Committee and the Special Court (POCSO 19(6))"),
    )
    NO_ARREST = (
        "no_arrest_reported",
        _("To the Magistrate: why nobody was arrested (Arnesh Kumar (2014) 8 SCC 273)"),
    )
    REFUSAL = (
        "refusal_reported",
        _("To the Magistrate and the informant: why there is no investigation (BNSS 176(2))"),
    )


class AuthorityReport(CaseSheet):
    """One letter; `proof` says how it is known that it arrived."""

    stage = models.CharField(_("stage"), max_length=14, choices=AuthorityStage)
    kind = models.CharField(_("what is reported"), max_length=20, choices=AuthorityKind)
    happened_at = models.DateTimeField(_("sent on"))
    sent_to = models.CharField(_("to whom"), max_length=300)
    means = models.CharField(_("by which means"), max_length=10, choices=Means)
    text = models.TextField(_("report and its reasons"))
    proof = models.CharField(_("proof: receipt, message number, signature"), max_length=300)
