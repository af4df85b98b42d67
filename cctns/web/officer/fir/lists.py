"""Lists of the draft that grow one by one: complainants, victims, accused and property."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cctns.cases.annexures import ANNEXURES
from cctns.cases.answers import Person, Thing

from ..known import known
from . import forms, pages, shown
from .closed import unless_writable
from .desk import Desk, open_desk, plain
from .problems import add_errors
from .question import missing_on

Item = Person | Thing


@dataclass
class Shelf:
    """One of the lists in one draft: its items, each with its place in the stored list."""

    page: pages.Page
    desk: Desk

    @property
    def key(self) -> str:
        return self.page.key or "persons"

    @property
    def stored(self) -> tuple[Item, ...]:
        found: tuple[Item, ...] = getattr(self.desk.answers, self.key)
        return found

    @property
    def items(self) -> list[tuple[int, Item]]:
        mine = self.page.role
        return [
            (place, one)
            for place, one in enumerate(self.stored)
            if not mine or getattr(one, "role", "") == mine
        ]

    def at(self, place: int) -> Item:
        """Http404 for a place that holds nothing of this list."""
        found = dict(self.items).get(place)
        if found is None:
            raise Http404
        return found

    def form(self, item: Item | None, data: Any, property_class: str = "") -> forms.Question:
        if self.page.role:
            person = item if isinstance(item, Person) else None
            return shown.person_form(self.page.role, self.desk, person, data)
        thing = item if isinstance(item, Thing) else None
        kind = thing.property_class if thing else property_class
        if kind not in ANNEXURES:
            raise Http404
        return shown.thing_form(kind, self.desk, thing, data)

    def rows(self, item: Item) -> list[shown.Row]:
        return shown.rows(self.form(item, None))

    def line(self, item: Item) -> str:
        return "; ".join(f"{row.label.rstrip('?')}: {row.text}" for row in self.rows(item))

    def read(self, told: dict[str, Any]) -> Item:
        return Person(role=self.page.role, **told) if self.page.role else Thing(**told)

    def save(self, items: list[Item], seen: str) -> bool:
        return self.desk.save({self.key: plain(items)}, seen=seen)


def open_shelf(request: HttpRequest, draft_id: UUID, slug: str) -> Shelf:
    page = pages.PAGES.get(slug)
    if page is None or not (page.role or page.key == "things"):
        raise Http404
    return Shelf(page, open_desk(request, draft_id))


@require_http_methods(["GET"])
def listing(request: HttpRequest, draft_id: UUID, slug: str) -> HttpResponse:
    """What the list holds so far, with totals, and the way to add one more."""
    shelf = open_shelf(request, draft_id, slug)
    return unless_writable(shelf.desk) or render(request, "officer/fir/list.html", _listed(shelf))


def _listed(shelf: Shelf) -> dict[str, Any]:
    return {
        "page": shelf.page,
        "desk": shelf.desk,
        "items": [(place, title(one), shelf.rows(one)) for place, one in shelf.items],
        "seen": shelf.desk.seen([shelf.key]),
        "onward": pages.onward(shelf.page, shelf.desk),
        "total": None if shelf.page.role else shelf.desk.answers.total_value,
    }


def title(item: Item) -> str:
    """A name or description; that it is not known when it is not."""
    return (item.name if isinstance(item, Person) else item.description) or _("Name not known")


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, draft_id: UUID, slug: str, kind: str = "") -> HttpResponse:
    """Write down one more person, or one more piece of property of a kind chosen before."""
    shelf = open_shelf(request, draft_id, slug)
    if not shelf.page.role and not kind:
        return unless_writable(shelf.desk) or _choose(request, shelf)
    form = shelf.form(None, request.POST if request.method == "POST" else None, kind)
    return unless_writable(shelf.desk) or _item(request, shelf, form, None)


def _choose(request: HttpRequest, shelf: Shelf) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = forms.ThingClass(posted, answers=shelf.desk.answers, by=shelf.desk.by)
    if form.is_bound and form.is_valid():
        kind = form.cleaned_data["property_class"]
        return redirect("fir_add", draft_id=shelf.desk.draft.pk, slug=shelf.page.slug, kind=kind)
    return _show(request, shelf, form, 400 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, draft_id: UUID, slug: str, place: int) -> HttpResponse:
    """Write one person or piece of property anew."""
    shelf = open_shelf(request, draft_id, slug)
    posted = request.POST if request.method == "POST" else None
    form = shelf.form(shelf.at(place), posted)
    return unless_writable(shelf.desk) or _item(request, shelf, form, place)


def _item(
    request: HttpRequest, shelf: Shelf, form: forms.Question, place: int | None
) -> HttpResponse:
    if not form.is_bound:
        return _show(request, shelf, form, 200)
    fitting = form.is_valid()
    item = shelf.read(form.cleaned_data)
    if fitting and item == Person(role=shelf.page.role):
        form.add_error("name", _("Write down the name, or what else is known of this person"))
    if "later" not in request.POST:
        add_errors(form, _missing(shelf, item))
    if form.errors:
        return _show(request, shelf, form, 400)
    return _keep(request, shelf, form, item, place)


def _missing(shelf: Shelf, item: Item) -> list[Any]:
    """What the law misses of this one alone."""
    return missing_on(shelf.page, shelf.desk, {shelf.key: (item,)})


def _keep(
    request: HttpRequest, shelf: Shelf, form: forms.Question, item: Item, place: int | None
) -> HttpResponse:
    items = list(shelf.stored)
    if place is None:
        items.append(item)
    else:
        items[place] = item
    done = redirect("fir_list", draft_id=shelf.desk.draft.pk, slug=shelf.page.slug)
    if shelf.save(items, request.POST.get("seen", "")):
        at = len(items) - 1 if place is None else place
        return _if_known(request, shelf, item, at) or done
    if place is None and bare(item) in map(bare, shelf.stored):  # the button was pressed twice
        return done
    saved = [shown.Row("", title(one), shelf.line(one)) for _place, one in shelf.items]
    return _show(request, shelf, form, 409, saved=saved, changed=shelf.desk.draft)


def _if_known(request: HttpRequest, shelf: Shelf, item: Item, at: int) -> HttpResponse | None:
    """Whoever may be on record already is shown once, before the FIR names them once more."""
    if not isinstance(item, Person) or known(request, item) is None:
        return None
    return redirect("fir_known", shelf.desk.draft.pk, shelf.page.slug, at)


def _show(
    request: HttpRequest, shelf: Shelf, form: forms.Question, status: int, **more: Any
) -> HttpResponse:
    told = {
        "page": shelf.page,
        "desk": shelf.desk,
        "form": form,
        "seen": shelf.desk.seen([shelf.key]),
        "item": True,
        **more,
    }
    return render(request, "officer/fir/question.html", told, status=status)


def bare(item: Item) -> Item:
    """Without identity papers: their numbers are sealed as soon as they are stored."""
    return replace(item, papers=()) if isinstance(item, Person) else item


@require_POST
def remove(request: HttpRequest, draft_id: UUID, slug: str, place: int) -> HttpResponse:
    """Take one off the list; nothing happens when the list changed meanwhile."""
    shelf = open_shelf(request, draft_id, slug)
    shelf.at(place)
    items = [one for number, one in enumerate(shelf.stored) if number != place]
    if not unless_writable(shelf.desk):
        shelf.save(items, request.POST.get("seen", ""))
    return redirect("fir_list", draft_id=draft_id, slug=slug)
