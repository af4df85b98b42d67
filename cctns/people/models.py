"""A person as one office mentions them; whether two mentions are one is a later judgement."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .codes import PaperKind, Relation, Sex


class Address(models.Model):
    """A postal address as told, with the parts that a search needs."""

    house = models.CharField(_("house"), max_length=200, blank=True)
    street = models.CharField(_("street or ward"), max_length=200, blank=True)
    landmark = models.CharField(_("landmark"), max_length=200, blank=True)
    village = models.CharField(_("village, town or city"), max_length=200, blank=True)
    area = models.CharField(_("area, mandal or tehsil"), max_length=200, blank=True)
    district_name = models.CharField(_("district"), max_length=100, blank=True)
    state_name = models.CharField(_("State"), max_length=100, blank=True)
    pin = models.CharField(_("PIN code"), max_length=6, blank=True)

    class Meta:
        abstract = True

    @property
    def address(self) -> str:
        """One line, empty parts left out."""
        parts = (
            self.house,
            self.street,
            self.landmark,
            self.village,
            self.area,
            self.district_name,
            self.state_name,
            self.pin,
        )
        return ", ".join(part for part in parts if part)


class Mention(Address):
    """IIF-I items 6(a) to 6(i) and 7: what is told of a person, as told, in any script."""

    name = models.CharField(_("name"), max_length=200, blank=True)
    alias = models.CharField(_("alias"), max_length=200, blank=True)
    relation = models.CharField(_("relation"), max_length=10, choices=Relation, blank=True)
    relative_name = models.CharField(_("relative's name"), max_length=200, blank=True)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex, default=Sex.UNKNOWN)
    born_on = models.DateField(_("date of birth"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    age = models.PositiveSmallIntegerField(_("age in years"), null=True, blank=True)
    nationality = models.CharField(_("nationality"), max_length=60, blank=True)
    occupation = models.CharField(_("occupation"), max_length=100, blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    mobile = models.CharField(_("mobile telephone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    permanent_address = models.CharField(_("permanent address"), max_length=500, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class IdentityPaper(models.Model):
    """IIF-I items 6(e) and 6(f): one paper that a person showed."""

    kind = models.CharField(_("identity paper"), max_length=10, choices=PaperKind)
    # Encrypted by people.secrets: key id, nonce and ciphertext; the last four stay readable.
    secret = models.BinaryField(null=True, blank=True)
    last4 = models.CharField(_("last four characters"), max_length=4, blank=True)
    issued_on = models.DateField(_("date of issue"), null=True, blank=True)
    issued_at = models.CharField(_("place of issue"), max_length=100, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_kind_display()} …{self.last4}"
