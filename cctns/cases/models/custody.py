"""What courts order of an accused: remand (BNSS 187), bail (BNSS 478 to 483), proclamation (84)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .accused import OfAccused
from .arrest import Arrest


class RemandStage(models.TextChoices):
    ASKED = "asked", _("Asked for")
    ORDERED = "ordered", _("Ordered")
    REFUSED = "refused", _("Refused")


class RemandKind(models.TextChoices):
    POLICE = "police", _("Police custody")
    JUDICIAL = "judicial", _("Judicial custody")
    HOME = "home", _("Observation home (JJ Act 12)")


class Remand(OfAccused):
    """One remand asked for and ordered; all of an accused together are the custody ledger."""

    stage = models.CharField(_("stage"), max_length=14, choices=RemandStage)
    arrest = models.ForeignKey(
        Arrest, on_delete=models.PROTECT, related_name="+", verbose_name=_("arrest")
    )
    kind_asked = models.CharField(_("custody asked for"), max_length=10, choices=RemandKind)
    days_asked = models.PositiveSmallIntegerField(_("days asked for"))
    grounds = models.TextField(_("grounds for the custody"))
    diary_sent = models.BooleanField(_("copy of the case diary sent"), default=False)
    kind = models.CharField(_("custody ordered"), max_length=10, choices=RemandKind, blank=True)
    court_name = models.CharField(_("court"), max_length=200, blank=True)
    order_number = models.CharField(_("number and date of the order"), max_length=200, blank=True)
    from_day = models.DateField(_("from"), null=True, blank=True)
    to_day = models.DateField(_("until"), null=True, blank=True)
    next_production = models.DateField(_("next production"), null=True, blank=True)
    refusal = models.CharField(_("why refused"), max_length=500, blank=True)

    class Meta(OfAccused.Meta):
        constraints = (
            *OfAccused.Meta.constraints,
            models.CheckConstraint(
                condition=Q(from_day=None) | Q(from_day__lte=F("to_day")), name="remand_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(stage="ordered")
                | (~Q(kind="") & Q(from_day__isnull=False) & Q(to_day__isnull=False)),
                name="remand_ordered_whole",
            ),
        )

    @property
    def days(self) -> int:
        """Days of custody ordered, both ends counted (ED v. Kapil Wadhawan, 2023)."""
        if self.from_day is None or self.to_day is None:
            return 0
        return (self.to_day - self.from_day).days + 1

    @property
    def police_days_before(self) -> int:
        """Days of police custody that other remands of this accused in the case already took."""
        first = self.accused.earlier_id or self.accused_id
        same = Q(accused=first) | Q(accused__earlier_id=first)
        others = Remand.objects.filter(same, kind=RemandKind.POLICE)
        return sum(one.days for one in others.exclude(pk=self.pk))


class BailStage(models.TextChoices):
    DECIDED = "decided", _("Decided")
    CANCELLED = "cancelled", _("Cancelled")


class BailKind(models.TextChoices):
    POLICE = "police", _("By the police (BNSS 478)")
    REGULAR = "regular", _("By the court (BNSS 480, 483)")
    ANTICIPATORY = "anticipatory", _("Anticipatory (BNSS 482)")
    DEFAULT = "default", _("In default of a report (BNSS 187(3))")
    INTERIM = "interim", _("Interim")
    UNDERTRIAL = "undertrial", _("Undertrial, half the term (BNSS 479)")


class Bail(OfAccused):
    """One decision on bail, with its conditions and sureties."""

    stage = models.CharField(_("stage"), max_length=14, choices=BailStage)
    kind = models.CharField(_("kind of bail"), max_length=14, choices=BailKind)
    granted = models.BooleanField(_("granted"), default=False)
    court_name = models.CharField(_("court or officer"), max_length=200)
    order_number = models.CharField(_("number and date of the order"), max_length=200, blank=True)
    opposed = models.TextField(_("how the police opposed it"), blank=True)
    conditions = models.TextField(_("conditions"), blank=True)
    sureties = models.TextField(_("sureties, with address"), blank=True)
    amount = models.DecimalField(
        _("amount of the bond"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    cancelled_reason = models.CharField(_("why cancelled"), max_length=500, blank=True)

    @property
    def identified(self) -> bool:
        """Whether the last arrest of the accused has its check of the identity, if there is one."""
        last = Arrest.objects.filter(accused=self.accused_id).order_by("-id").first()
        return last is None or last.identified

    @property
    def decision(self) -> str:
        """For the journal: a refusal stops no clock of default bail."""
        return "ordered" if self.granted else "refused"


class ProclamationStage(models.TextChoices):
    ABSCONDING = "absconding", _("Absconding")
    WARRANT = "warrant", _("Warrant issued")
    PROCLAIMED = "proclaimed", _("Proclaimed")
    FOUND = "found", _("Found or surrendered")


class Proclamation(OfAccused):
    """The search for an accused who absconds: attempts, warrant, proclamation, attachment."""

    stage = models.CharField(_("stage"), max_length=14, choices=ProclamationStage)
    attempts = models.TextField(_("where and when he was looked for"))
    court_name = models.CharField(_("court"), max_length=200, blank=True)
    warrant_number = models.CharField(_("warrant"), max_length=200, blank=True)
    appear_by = models.DateField(_("to appear by"), null=True, blank=True)
    published = models.TextField(_("how it was published"), blank=True)
    attached = models.TextField(_("property attached (BNSS 85)"), blank=True)
    found_how = models.CharField(_("how found"), max_length=500, blank=True)
