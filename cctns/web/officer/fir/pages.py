"""The pages of the wizard as data, in the order in which an informant tells things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cctns.cases import rules
from cctns.cases.codes import PartyRole
from cctns.web import parts

from . import forms
from .desk import Desk
from .problems import said

DONE, IN_PROGRESS, WRONG, NOT_STARTED = "done", "in_progress", "wrong", "not_started"
OPTIONAL, NOT_NEEDED = "optional", "not_needed"
LABELS = {
    DONE: _("Done"),
    IN_PROGRESS: _("In progress"),
    WRONG: _("Needs correction"),
    NOT_STARTED: _("Not started"),
    OPTIONAL: _("If there is any"),
    NOT_NEEDED: _("Not needed"),
}

COLOURS = {IN_PROGRESS: "teal", WRONG: "red", NOT_STARTED: "blue"}
# Stored even when nobody was asked yet.
NEVER_ASKED: dict[str, Any] = {"time_known": True}


@dataclass(frozen=True)
class Page:
    """One line of the task list. A page of questions has a form; a list has a role or its key."""

    slug: str
    title: Any
    item: str
    form: type[forms.Question] | None = None
    role: str = ""
    key: str = ""
    optional: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The answers that this page fills."""
        if self.form is None:
            return (self.key or "persons",)
        return tuple(self.form.base_fields)

    def href(self, draft_id: UUID) -> str:
        name = "fir_page" if self.form else "fir_sections" if self.key == "offences" else "fir_list"
        slug = {} if name == "fir_sections" else {"slug": self.slug}
        return reverse(name, kwargs={"draft_id": draft_id, **slug})


GROUPS: tuple[tuple[Any, tuple[Page, ...]], ...] = (
    (
        _("What the informant tells"),
        (
            Page("kind", _("Kind of FIR"), "BNSS 173", forms.Kind),
            Page("information", _("How the station was told"), "3(b), 4", forms.Information),
            Page("narrative", _("The informant's words"), "12", forms.Narrative),
            Page("complainant", _("Complainant"), "6", role=PartyRole.COMPLAINANT),
        ),
    ),
    (
        _("When and where"),
        (
            Page("occurrence", _("When it happened"), "3(a)", forms.Occurrence),
            Page("place", _("Where it happened"), "5", forms.Place),
            Page("delay", _("Reason for late reporting"), "8", forms.Delay),
        ),
    ),
    (
        _("Persons and property"),
        (
            Page("victim", _("Victims"), "6", role=PartyRole.VICTIM, optional=True),
            Page("accused", _("Accused"), "7", role=PartyRole.ACCUSED, optional=True),
            Page("witness", _("Witnesses"), "", role=PartyRole.WITNESS, optional=True),
            Page("property", _("Property"), "9, 10", key="things", optional=True),
            Page("inquest", _("Inquest"), "11", forms.Inquest, optional=True),
        ),
    ),
    (
        _("Law and action"),
        (
            Page("sections", _("Acts and sections"), "2", key="offences"),
            Page("action", _("Action taken"), "13", forms.Action),
            Page("close", _("Reading over and signature"), "14", forms.Close),
        ),
    ),
)
PAGES = {page.slug: page for _title, pages in GROUPS for page in pages}


@dataclass(frozen=True)
class Task:
    """A page with its state in one draft and what is missing on it."""

    page: Page
    state: str
    missing: list[rules.Problem] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        return self.state in (DONE, NOT_NEEDED, OPTIONAL)

    def shown(self, draft_id: UUID) -> parts.Task:
        """As a line of the task list; what is missing is said under the name."""
        needed = self.state != NOT_NEEDED
        return parts.Task(
            title=str(self.page.title),
            href=self.page.href(draft_id) if needed else "",
            status=str(LABELS[self.state]),
            colour=COLOURS.get(self.state, ""),
            hint="; ".join(said(one) for one in self.missing),
        )


def tasks(desk: Desk) -> list[tuple[Any, list[Task]]]:
    """The whole task list, group by group."""
    found = desk.problems()
    return [
        (
            title,
            [_task(page, desk, [one for one in found if one.page == page.slug]) for page in pages],
        )
        for title, pages in GROUPS
    ]


def _task(page: Page, desk: Desk, missing: list[rules.Problem]) -> Task:
    if page.slug == "delay" and not rules.must_explain_delay(desk.answers):
        return Task(page, NOT_NEEDED)
    if not _begun(page, desk):
        return Task(page, OPTIONAL if page.optional and not missing else NOT_STARTED)
    if any(getattr(desk.answers, one.field, None) for one in missing):
        return Task(page, WRONG, missing)  # not what is still empty, but what cannot stand
    return Task(page, IN_PROGRESS if missing else DONE, missing)


def _begun(page: Page, desk: Desk) -> bool:
    """Whether the draft holds anything of the page; empty answers are not stored."""
    if page.role:
        return bool(desk.answers.of_role(page.role))
    stored = desk.draft.answers
    return any(stored.get(key) not in (None, NEVER_ASKED.get(key)) for key in page.keys)


def after(page: Page, desk: Desk) -> Page | None:
    """The next page that still wants something; None when the rest is done."""
    waiting = (task.page for task in _later(page, desk) if task.state not in (DONE, NOT_NEEDED))
    return next(waiting, None)


def onward(page: Page, desk: Desk) -> str:
    """Where "Continue" leads: the next page that wants something, else the task list."""
    following = after(page, desk)
    if following:
        return following.href(desk.draft.pk)
    return reverse("fir_draft", kwargs={"draft_id": desk.draft.pk})


def _later(page: Page, desk: Desk) -> Iterator[Task]:
    passed = False
    for _title, group in tasks(desk):
        for task in group:
            if passed:
                yield task
            passed = passed or task.page == page
