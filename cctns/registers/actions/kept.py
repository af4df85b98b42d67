"""Keeping the answers of a form until they are entered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting

from ..models import KeptForm

Answers = Sequence[tuple[str, str]]
KEPT_FOR = timedelta(days=7)
LONGEST = 400_000  # characters of one form


@access.action
def keep_form(*, by: Posting, form: str, answers: Answers) -> None:
    """Keep what stands in a form, in place of what was kept of it before. Raises Refused.

    What is too long for any form is not kept; what the officer left lying for a week goes.
    """
    access.require(by, "staff.view", by.office)
    if sum(len(name) + len(value) for name, value in answers) > LONGEST:
        return
    moment = now()
    own = KeptForm.objects.filter(officer=by.officer, office=by.office)
    own.filter(saved_at__lt=moment - KEPT_FOR).delete()
    KeptForm.objects.update_or_create(
        officer=by.officer,
        office=by.office,
        form=form,
        defaults={"answers": [list(pair) for pair in answers], "saved_at": moment},
    )


@access.action
def drop_form(*, by: Posting, form: str) -> None:
    """Entered, or thrown away."""
    KeptForm.objects.filter(officer=by.officer, office=by.office, form=form).delete()


@access.query
def kept_form(*, by: Posting, form: str) -> KeptForm | None:
    """What this officer, at this office, left in the form."""
    since = now() - KEPT_FOR
    own = KeptForm.objects.filter(officer=by.officer, office=by.office, form=form)
    return own.filter(saved_at__gte=since).first()
