"""What an administrator does about an officer's login; the password is theirs alone."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from .. import access, changes, rules
from ..login import sessions
from ..login.passwords import give_password
from ..models import Officer, Posting


@access.action
def reset_login(*, by: Posting, posting: Posting) -> str:
    """Give an officer who lost theirs a password for one sign-in; returns it, once.

    Second factors and recovery codes go, every session ends. Raises Refused, NotPossible.
    """
    officer = _officer_to_change(by, posting)
    Authenticator.objects.filter(user=officer).delete()
    sessions.end_all(officer)
    password = give_password(officer)
    changes.note(by=by, action="reset_login", office=posting.office, subject=officer)
    return password


@access.action
def close_account(*, by: Posting, posting: Posting) -> Officer:
    """Shut an officer out for good: retired, dismissed, dead. Raises Refused, NotPossible."""
    officer = _officer_to_change(by, posting)
    sessions.end_all(officer)
    return _change(by, posting, officer, "close_account", "is_active", False)


@access.action
def allow_many_sessions(*, by: Posting, posting: Posting, allowed: bool) -> Officer:
    """Let a control room sign in at several terminals, or stop it."""
    officer = _officer_to_change(by, posting)
    return _change(by, posting, officer, "allow_many_sessions", "many_sessions", allowed)


def _officer_to_change(by: Posting, posting: Posting) -> Officer:
    access.require(by, "posting.administer", posting.office)
    rules.must(posting.officer_id != by.officer_id, "officer", rules.NOT_ONESELF)
    rules.must(posting.is_current(access.today()), "posting", rules.ENDED_ALREADY)
    return Officer.objects.select_for_update().get(pk=posting.officer_id)


def _change(
    by: Posting, posting: Posting, officer: Officer, act: str, name: str, value: bool
) -> Officer:
    before = changes.snapshot(officer)
    setattr(officer, name, value)
    officer.save(update_fields=[name])
    changes.note(by=by, action=act, office=posting.office, subject=officer, before=before)
    return officer
