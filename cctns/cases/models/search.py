"""A search, its reasons written before it, also where nothing was found (BNSS 96, 103, 185)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .present import Present, Recorded
from .seizure import Seizure
from .sheet import CaseSheet


class SearchStage(models.TextChoices):
    SEARCHED = "searched", _("Searched")
    REPORTED = "reported", _("Record sent to the Magistrate")


class SearchKind(models.TextChoices):
    WITHOUT_WARRANT = "no_warrant", _("Of a place, without warrant (BNSS 185)")
    WARRANT = "warrant", _("Of a place, by search warrant (BNSS 96)")
    PERSON = "person", _("Of an arrested person (BNSS 49)")


class SearchResult(models.TextChoices):
    NIL = "nil", _("Nothing was found")
    SEIZED = "seized", _("Property was found and seized")


class Search(CaseSheet, Recorded):
    """One place or person searched; what was found stands in the seizure of the same case."""

    stage = models.CharField(_("stage"), max_length=14, choices=SearchStage)
    happened_at = models.DateTimeField(_("searched on"))
    kind = models.CharField(_("kind of search"), max_length=10, choices=SearchKind)
    warrant_number = models.CharField(_("warrant: court, number, date"), max_length=200, blank=True)
    # BNSS 185(1): the grounds of belief and the thing searched for, written before the search.
    grounds = models.TextField(_("grounds of belief"))
    grounds_at = models.DateTimeField(_("grounds written down at"))
    looked_for = models.TextField(_("what was searched for"))
    place = models.CharField(_("place or person searched"), max_length=500)
    # BNSS 186: by the officer in charge of another station, or in its limits.
    other_station = models.CharField(_("limits of another station"), max_length=200, blank=True)
    occupant = models.CharField(_("occupant, or who stood for them"), max_length=200, blank=True)
    # BNSS 103(3): a woman is searched by a woman, with strict regard to decency.
    woman_searched_by = models.CharField(_("woman searched by"), max_length=200, blank=True)
    damage = models.CharField(_("damage done, or NIL"), max_length=500)
    result = models.CharField(_("result"), max_length=8, choices=SearchResult)
    seizure = models.ForeignKey(
        Seizure,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("seizure"),
    )
    copy_to = models.CharField(_("copy given to"), max_length=200, blank=True)
    reported_at = models.DateTimeField(_("record sent on"), null=True, blank=True)
    reported_to = models.CharField(_("Magistrate"), max_length=200, blank=True)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=Q(grounds_at__lte=F("happened_at")), name="search_grounds_first"
            ),
            models.CheckConstraint(
                condition=~Q(recording="") | ~Q(no_recording=""), name="search_recorded_or_why"
            ),
            models.CheckConstraint(
                condition=~Q(kind="warrant") | ~Q(warrant_number=""), name="search_names_warrant"
            ),
            models.CheckConstraint(
                condition=~Q(result="nil") | Q(seizure=None), name="search_nil_seizes_nothing"
            ),
        )

    @property
    def told(self) -> str:
        """For the journal: only a search without warrant starts the clock of BNSS 185(5)."""
        return "recorded" if self.kind == SearchKind.WITHOUT_WARRANT else "made"


class SearchWitness(Present):
    """Two or more respectable inhabitants of the locality (BNSS 103(4))."""

    search = models.ForeignKey(
        Search, on_delete=models.CASCADE, related_name="witnesses", db_index=False
    )

    class Meta(Present.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("search", "ordinal", "state"), name="search_witness_once"
            ),
        )
