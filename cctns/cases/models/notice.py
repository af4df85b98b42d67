"""Notices of an investigation: appearance (BNSS 35(3)), documents (94), witnesses (179)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.registers.models import Line

from .accused import Accused
from .sheet import CaseSheet
from .statement import Homebound, Where


class NoticeStage(models.TextChoices):
    ISSUED = "issued", _("Issued")
    UNSERVED = "unserved", _("Could not be served")
    SERVED = "served", _("Served")
    ANSWERED = "answered", _("Answered")


class NoticeKind(models.TextChoices):
    APPEARANCE = "35", _("Appearance of the accused (BNSS 35(3))")
    DOCUMENT = "94", _("To produce a document or thing (BNSS 94)")
    WITNESS = "179", _("Attendance of a witness (BNSS 179)")


class Service(models.TextChoices):
    PERSON = "person", _("In person")
    FAMILY = "family", _("To an adult of the family")
    AFFIXED = "affixed", _("Affixed to the house")
    POST = "post", _("By registered post")
    ELECTRONIC = "electronic", _("By electronic means")


class Answer(models.TextChoices):
    APPEARED = "appeared", _("Appeared")
    PRODUCED = "produced", _("Produced what was asked")
    WRITTEN = "written", _("Answered in writing")
    EXCUSED = "excused", _("Asked for another day")
    ABSENT = "absent", _("Did not appear")


class Notice(CaseSheet, Homebound):
    """To an accused of the case, or to another person by name."""

    stage = models.CharField(_("stage"), max_length=14, choices=NoticeStage)
    happened_at = models.DateTimeField(_("issued on"))
    kind = models.CharField(_("kind of notice"), max_length=4, choices=NoticeKind)
    accused = models.ForeignKey(
        Accused,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("accused"),
    )
    appear_at = models.DateTimeField(_("to appear or produce on"))
    where = models.CharField(_("to appear"), max_length=10, choices=Where)
    demanded = models.TextField(_("document or thing to produce, matter asked"), blank=True)
    served_at = models.DateTimeField(_("served on"), null=True, blank=True)
    served_how = models.CharField(_("how served"), max_length=12, choices=Service, blank=True)
    served_to = models.CharField(_("handed to"), max_length=200, blank=True)
    served_by = models.CharField(_("served by"), max_length=200, blank=True)
    unserved_reason = models.CharField(_("why it was not served"), max_length=500, blank=True)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            # Satender Kumar Antil (2025): a notice under 35(3) is served by hand, not by wire.
            models.CheckConstraint(
                condition=~Q(kind="35") | ~Q(served_how="electronic"),
                name="appearance_served_by_hand",
            ),
            models.CheckConstraint(
                condition=~Q(kind="35") | ~Q(accused=None), name="appearance_of_an_accused"
            ),
        )

    @property
    def addressee(self) -> str:
        return str(self.accused) if self.accused_id else self.name

    @property
    def addressee_address(self) -> str:
        return self.accused.address if self.accused else self.address

    @property
    def addressee_phone(self) -> str:
        person = self.accused or self
        return person.mobile or person.phone or person.email


class Appearance(Line):
    """What came of a notice, day by day."""

    notice = models.ForeignKey(
        Notice, on_delete=models.CASCADE, related_name="appearances", db_index=False
    )
    day = models.DateField(_("day"))
    answer = models.CharField(_("what came of it"), max_length=10, choices=Answer)
    note = models.CharField(_("note"), max_length=1000, blank=True)

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(fields=("notice", "ordinal", "state"), name="appearance_once"),
        )
