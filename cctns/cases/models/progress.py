"""Informant or victim told of the progress of the investigation (BNSS 193(3)(ii))."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .sheet import CaseSheet


class ProgressStage(models.TextChoices):
    TOLD = "told", _("Told")


class Means(models.TextChoices):
    PERSON = "person", _("In person")
    POST = "post", _("By registered post")
    TELEPHONE = "telephone", _("By telephone")
    SMS = "sms", _("By text message")
    EMAIL = "email", _("By e-mail")


class Progress(CaseSheet):
    """Within ninety days, by any means, electronic ones too; `proof` says how it is known."""

    stage = models.CharField(_("stage"), max_length=14, choices=ProgressStage)
    happened_at = models.DateTimeField(_("told on"))
    told_to = models.CharField(_("informant or victim told"), max_length=200)
    means = models.CharField(_("by which means"), max_length=10, choices=Means)
    substance = models.TextField(_("progress as it was told"))
    proof = models.CharField(_("proof: receipt, message number, signature"), max_length=300)
