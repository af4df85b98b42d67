"""A draft on the desk: opening it, what a page last showed of it, and saving over just that."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from cctns.cases import actions, queries, rules
from cctns.cases.answers import FirAnswers, from_json
from cctns.cases.models import FirDraft
from cctns.lib.clock import now
from cctns.offices.models import Posting
from cctns.web.postings import posting_of


@dataclass
class Desk:
    """One request's view of one draft."""

    by: Posting
    draft: FirDraft
    answers: FirAnswers

    def problems(self, answers: FirAnswers | None = None) -> list[rules.Problem]:
        return rules.problems(answers or self.answers, now=now())

    def seen(self, keys: Iterable[str]) -> str:
        """A fingerprint of these answers: a form that carries an older one was overtaken."""
        told = {key: self.draft.answers.get(key) for key in sorted(keys)}
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]

    def save(self, told: dict[str, Any], *, seen: str) -> bool:
        """Save answers over those that the form showed; False when somebody saved meanwhile.

        Another page of the same draft may have been saved: that overtakes nothing.
        """
        if seen != self.seen(told):
            return False
        try:
            self.draft = actions.save_draft(
                by=self.by, draft=self.draft, answers=told, revision=self.draft.revision
            )
        except actions.DraftChanged:
            self.reload()
            return False
        self.answers = from_json(self.draft.answers)
        return True

    def reload(self) -> None:
        self.draft = queries.draft_for(by=self.by, draft_id=self.draft.pk)
        self.answers = from_json(self.draft.answers)


def open_desk(request: HttpRequest, draft_id: UUID) -> Desk:
    """The draft of one's own station; Http404 for any other."""
    by = posting_of(request)
    try:
        draft = queries.draft_for(by=by, draft_id=draft_id)
    except FirDraft.DoesNotExist:
        raise Http404 from None
    return Desk(by, draft, from_json(draft.answers))


def plain(value: Any) -> Any:
    """Answers as JSON: moments and days in ISO 8601, amounts as decimal text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value
