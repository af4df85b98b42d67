"""Known already? The same of every form that names a person, before the record is made.

Nobody has to answer it, and it is not asked of those who may not search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from cctns.identity.known import asked_of, known_already, known_of
from cctns.offices.models import Office, Posting
from cctns.registers.book import Book
from cctns.search.codes import Scope
from cctns.search.looking import Look
from cctns.search.people import Hit

from ..postings import acts_of, posting_of
from .find.rows import person_row


@dataclass(frozen=True)
class Known:
    """Who is on record within reach and may be this person, with the reasons, as a page shows it.

    `everywhere` is the search of all stations, which asks what it is for.
    """

    name: str
    heads: list[str]
    rows: list[list[Any]]
    everywhere: str


def known(request: HttpRequest, person: Any) -> Known | None:
    """Of a person as a form tells; None when nobody on record is like them."""
    if "case.search" not in acts_of(request):
        return None
    by = posting_of(request)
    return _shown(by, person, known_already(by=by, asked=asked_of(person)))


def known_in(request: HttpRequest, book: Book, entry: Any) -> Known | None:
    """Of the person whom an entry of a register is about, made already or not yet."""
    if "case.search" not in acts_of(request):
        return None
    by = posting_of(request)
    return _shown(by, *known_of(by=by, book=book, entry=entry))


def _shown(by: Posting, person: Any, hits: Sequence[Hit]) -> Known | None:
    if not hits:
        return None
    own = by.office  # most of them, and known already
    others = {one.mention.office_id for one in hits} - {own.pk}
    offices = {own.pk: own}
    if others:
        offices |= Office.objects.select_related("state").in_bulk(others)
    told = f"{person.name} s/o {person.relative_name}" if person.relative_name else person.name
    return Known(
        name=person.name,
        heads=[_("Name"), _("Told of them"), _("Mentioned as"), _("Case or entry"), _("Why")],
        rows=[person_row(one, Look(), offices) for one in hits],
        everywhere=f"{reverse('find_anyone')}?{urlencode({'q': told, 'scope': str(Scope.NATION)})}",
    )
