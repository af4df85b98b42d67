"""An officer as the system knows them: one person, one police number, one login."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.lib.ids import uuid7

from ..codes import Language, Rank


class OfficerManager(BaseUserManager["Officer"]):
    def create_user(self, username: str, password: str | None = None, **details: Any) -> "Officer":
        officer = self.model(username=username, **details)
        officer.set_password(password)
        officer.save(using=self._db)
        return officer


class Officer(AbstractBaseUser):
    """No staff flag and no superuser: what an officer may do follows from postings alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField(_("police number"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_hi = models.CharField(_("name in Hindi"), max_length=120, blank=True)
    rank = models.CharField(_("rank"), max_length=60, choices=Rank)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(max_length=5, choices=Language, default=Language.ENGLISH)
    is_active = models.BooleanField(default=True)
    # Given by an administrator: the first sign-in asks for a password of one's own.
    must_change_password = models.BooleanField(default=False)
    many_sessions = models.BooleanField(default=False)  # a control room, by order
    is_demo = models.BooleanField(default=False)  # of the packaged, invented demo State

    objects: ClassVar[OfficerManager] = OfficerManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return f"{self.name}, {self.rank}"
