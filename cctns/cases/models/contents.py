"""What an FIR holds in lists, written once with it: persons and papers, sections, property."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import new_id
from cctns.people.models import IdentityPaper, Mention

from ..codes import Involvement, Knowledge, PartyRole, PropertyClass, Withheld
from .fir import Fir


def _of_fir(name: str) -> models.ForeignKey[Fir, Fir]:
    """Without an index of its own: each list's unique constraint begins with the FIR."""
    return models.ForeignKey(Fir, on_delete=models.CASCADE, related_name=name, db_index=False)


class Party(Mention):
    """Items 6 and 7: complainant, victim, accused or witness, with physical features."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    fir = _of_fir("parties")
    state = models.PositiveSmallIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=12, choices=PartyRole)
    also_victim = models.BooleanField(default=False)  # "informant is the victim"
    knowledge = models.CharField(max_length=10, choices=Knowledge, blank=True)
    unknown_count = models.PositiveSmallIntegerField(null=True, blank=True)
    code = models.CharField(max_length=6, blank=True)  # accused code: A1, A2 ...
    child_in_conflict = models.BooleanField(default=False)  # JJ Act 2015, s.2(13)
    protected = models.BooleanField(default=False)  # witness under protection, BNSS 398
    withheld = models.CharField(max_length=10, choices=Withheld, blank=True)
    # The physical feature sheet, as people.features has its lines.
    features = models.JSONField(default=dict, blank=True)
    name_key = models.CharField(max_length=200, blank=True, editable=False)  # lib.text.search_key

    class Meta:
        ordering = ("fir_id", "ordinal")
        constraints = (
            models.UniqueConstraint(fields=("fir", "ordinal", "state"), name="party_ordinal_once"),
        )
        indexes = (
            # Patterns compare byte by byte, so that a prefix finds its rows in any collation.
            models.Index(
                fields=("name_key",), name="party_by_name", opclasses=("varchar_pattern_ops",)
            ),
        )


class PartyPaper(IdentityPaper):
    """Items 6(e) and 6(f): the identity papers of one person of the FIR."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    fir = _of_fir("papers")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="papers")
    state = models.PositiveSmallIntegerField()
    ordinal = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("fir_id", "ordinal")
        constraints = (
            models.UniqueConstraint(fields=("fir", "ordinal", "state"), name="paper_ordinal_once"),
        )


class FirSection(models.Model):
    """Item 2: one section of one Act in the version that was law on the day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    fir = _of_fir("sections")
    state = models.PositiveSmallIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    act = models.CharField(_("Act"), max_length=20, blank=True)  # code in the law tables
    act_as_written = models.CharField(max_length=200, blank=True)
    number = models.CharField(_("section"), max_length=30)
    law_version = models.CharField(max_length=20)
    read_with = models.BooleanField(default=False)

    class Meta:
        ordering = ("fir_id", "ordinal")
        constraints = (
            models.UniqueConstraint(
                fields=("fir", "ordinal", "state"), name="section_ordinal_once"
            ),
        )
        indexes = (models.Index(fields=("number", "act"), name="section_by_number"),)

    def __str__(self) -> str:
        return f"{self.act or self.act_as_written} {self.number}"


class FirProperty(models.Model):
    """Item 9: one piece of property with the particulars of its class's annexure."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    fir = _of_fir("property")
    state = models.PositiveSmallIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    property_class = models.CharField(max_length=12, choices=PropertyClass)
    involvement = models.CharField(max_length=10, choices=Involvement, default=Involvement.STOLEN)
    description = models.CharField(max_length=1000)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    particulars = models.JSONField(default=dict, blank=True)  # lines of cases.annexures

    class Meta:
        ordering = ("fir_id", "ordinal")
        constraints = (
            models.UniqueConstraint(
                fields=("fir", "ordinal", "state"), name="property_ordinal_once"
            ),
        )
