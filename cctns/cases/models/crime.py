"""Crime details, IIF-II: heads, methods and the scene; what links one crime with another."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import StrIndex, Substr
from django.utils.translation import gettext_lazy as _

from cctns.people.codes import Sex
from cctns.registers.models import Line

from .. import heads
from .present import Present, Recorded
from .sheet import CaseSheet

CODE = 40


class CrimeStage(models.TextChoices):
    DESCRIBED = "described", _("Described")


class Injury(models.TextChoices):
    """Item 5."""

    NONE = "none", _("None")
    SIMPLE = "simple", _("Simple")
    GRIEVOUS = "grievous", _("Grievous")
    DEATH = "death", _("Death")


class Category(models.TextChoices):
    """Item 5; IIF-III item 6(ix)."""

    SC = "sc", _("Scheduled Caste")
    ST = "st", _("Scheduled Tribe")
    OBC = "obc", _("Other backward class")
    GENERAL = "general", _("General")


def _code(words: object, choices: object, **options: object) -> models.CharField[str, str]:
    return models.CharField(words, max_length=CODE, choices=choices, **options)  # type: ignore[arg-type]


class CrimeDetails(CaseSheet, Recorded):
    """One of a case; later knowledge is a new version. Item numbers are those of IIF-II."""

    stage = models.CharField(_("stage"), max_length=14, choices=CrimeStage)
    happened_at = models.DateTimeField(_("panchnama began at"))  # item 11
    panchnama_ended_at = models.DateTimeField(_("panchnama ended at"))
    shown_by = models.CharField(_("place shown by"), max_length=300, blank=True)  # item 3
    # Follows from the minor head.
    major_head = _code(_("major head"), heads.major_heads)
    minor_head = _code(_("head of crime"), heads.minor_heads)  # item 4(i), (ii)
    method_1 = _code(_("method"), heads.methods)  # item 4(iii)
    method_2 = _code(_("second method"), heads.methods, blank=True)
    method_3 = _code(_("third method"), heads.methods, blank=True)
    conveyance = _code(_("conveyance used"), heads.conveyances, blank=True)
    character = _code(_("character assumed"), heads.characters)
    language = _code(_("language, dialect or slang"), heads.languages)
    feature_1 = _code(_("special feature"), heads.features)  # item 4(vii)
    feature_2 = _code(_("second special feature"), heads.features, blank=True)
    feature_3 = _code(_("third special feature"), heads.features, blank=True)
    feature_words = models.CharField(_("special features in own words"), max_length=500, blank=True)
    place_type = _code(_("type of place"), heads.places)
    property_1 = _code(_("type of property"), heads.property_types, blank=True)
    property_2 = _code(_("second type of property"), heads.property_types, blank=True)
    property_3 = _code(_("third type of property"), heads.property_types, blank=True)
    property_4 = _code(_("fourth type of property"), heads.property_types, blank=True)
    motive = _code(_("motive"), heads.motives, blank=True)  # item 6
    place_description = models.TextField(_("description of the place"))  # item 8
    sketch = models.CharField(_("number of the sketch or map"), max_length=100)  # item 9
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    evidence = models.TextField(_("physical evidence found and collected"), blank=True)  # item 10
    # BNSS 176(3): an expert visits the scene of an offence of seven years or more.
    expert = models.CharField(_("forensic expert, and when"), max_length=200, blank=True)
    no_expert_reason = models.CharField(
        _("why no forensic expert came"), max_length=300, blank=True
    )

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.UniqueConstraint(fields=("case", "state"), name="crime_once_a_case"),
            models.CheckConstraint(
                condition=Q(panchnama_ended_at__gte=models.F("happened_at")),
                name="crime_panchnama_in_order",
            ),
            models.CheckConstraint(
                condition=Q(
                    major_head=Substr(
                        "minor_head", 1, StrIndex("minor_head", models.Value(".")) - 1
                    )
                ),
                name="crime_head_of_its_major",
            ),
            models.CheckConstraint(
                condition=~Q(recording="") | ~Q(no_recording=""), name="crime_recorded_or_why"
            ),
        )


class Panch(Present):
    """Item 11."""

    crimedetails = models.ForeignKey(
        CrimeDetails, on_delete=models.CASCADE, related_name="panches", db_index=False
    )

    class Meta(Present.Meta):
        constraints = (
            models.UniqueConstraint(fields=("crimedetails", "ordinal", "state"), name="panch_once"),
        )


class CrimeVictim(Line):
    """Item 5: one victim as found at the scene; who reads the form is asked of the case."""

    crimedetails = models.ForeignKey(
        CrimeDetails, on_delete=models.CASCADE, related_name="victims", db_index=False
    )
    name = models.CharField(_("name"), max_length=200)
    relative_name = models.CharField(_("relative's name"), max_length=200, blank=True)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex)
    age = models.PositiveSmallIntegerField(_("age in years"), null=True, blank=True)
    nationality = models.CharField(_("nationality"), max_length=60, blank=True)
    religion = models.CharField(_("religion"), max_length=60, blank=True)
    category = models.CharField(_("category"), max_length=8, choices=Category, blank=True)
    occupation = models.CharField(_("occupation"), max_length=100, blank=True)
    address = models.CharField(_("address"), max_length=500, blank=True)
    injury = models.CharField(_("injury"), max_length=10, choices=Injury)
    weapon = models.CharField(_("means or weapon"), max_length=200, blank=True)

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("crimedetails", "ordinal", "state"), name="crime_victim_once"
            ),
        )
