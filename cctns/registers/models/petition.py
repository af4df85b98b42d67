"""After the outcome of a complaint: the office above asks the petitioner; the station replies."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .answer import Addressed
from .complaint import Complaint
from .entry import Entry


class ReviewStage(models.TextChoices):
    GIVEN = "given", _("Given")


class Contact(models.TextChoices):
    MET = "met", _("Came to the office")
    VISITED = "visited", _("Visited at home")
    TELEPHONE = "telephone", _("By telephone, on the number in the complaint")
    LETTER = "letter", _("By a signed letter")


class ReviewDecision(models.TextChoices):
    CONFIRMED = "confirmed", _("The petitioner agrees")
    REOPENED = "reopened", _("To be taken up again")


class ComplaintReview(Addressed):
    """The petitioner's own word, asked by an office above the station that closed it."""

    stage = models.CharField(_("stage"), max_length=14, choices=ReviewStage)
    complaint = models.ForeignKey(
        Complaint, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("complaint")
    )
    happened_at = models.DateTimeField(_("petitioner asked on"))
    contact = models.CharField(_("how the petitioner was asked"), max_length=10, choices=Contact)
    said = models.TextField(_("what the petitioner said"))
    decision = models.CharField(_("decision"), max_length=10, choices=ReviewDecision)
    reason = models.TextField(_("reason"))


class ReplyStage(models.TextChoices):
    SENT = "sent", _("Sent")


class ReplyHow(models.TextChoices):
    HAND = "hand", _("Handed over, signature taken")
    POST = "post", _("By registered post")
    EMAIL = "email", _("By e-mail")


class Reply(Entry):
    """The letter that tells the petitioner what was found and decided."""

    stage = models.CharField(_("stage"), max_length=14, choices=ReplyStage)
    complaint = models.ForeignKey(
        Complaint, on_delete=models.PROTECT, related_name="replies", verbose_name=_("complaint")
    )
    happened_at = models.DateTimeField(_("sent on"))
    text = models.TextField(_("reply"))
    how = models.CharField(_("how sent"), max_length=8, choices=ReplyHow)
    proof = models.CharField(_("signature, postal number or address"), max_length=300)

    class Meta(Entry.Meta):
        verbose_name_plural = "replies"
