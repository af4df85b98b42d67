"""The first office and the first administrator of an installation, before anyone can act.

Everything after this is done by somebody, through a posting.
"""

from __future__ import annotations

from django.db import transaction

from . import access, changes, rules, tree
from .codes import OfficeKind, Rank, Role
from .login.passwords import give_password
from .models import Office, Officer, Posting, State


def found(
    *, state: State, kind: OfficeKind, name: str, code: str, number: str, officer_name: str
) -> tuple[Posting, str]:
    """Open the State's headquarters or bureau with an administrator; also the first password.

    Raises NotPossible when the State already has an office.
    """
    with transaction.atomic():
        State.objects.select_for_update().get(pk=state.pk)
        rules.must(not Office.objects.filter(state=state).exists(), "state", rules.FOUNDED)
        today = access.today()
        office = Office.objects.create(
            state=state, kind=kind, name=name, code=code, opened_on=today
        )
        officer = Officer.objects.create_user(number, name=officer_name, rank=Rank.OFFICIAL)
        posting = Posting.objects.create(
            officer=officer, office=office, role=Role.NODE_ADMIN, from_date=today
        )
        for subject in (office, officer, posting):
            changes.note(by=None, action="found", office=office, subject=subject)
        tree.flatten(today)
        return posting, give_password(officer)
