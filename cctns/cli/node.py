"""`cctns node`: founding a State, and the life of this installation as a node among others."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cctns.config import env, node_file, serve
from cctns.config.env import Misconfigured

from .acting import add_as, posting_for

ACT = "office.administer"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    init = acts.add_parser("init", help="name this node; found a State's first office")
    init.add_argument("--node", default="", help="its name among the nodes, as up.nayaghat")
    init.add_argument("--role", choices=["station", "state", "nation"], default="state")
    init.add_argument("--state", type=int, help="Local Government Directory code")
    init.add_argument("--name", help="name of headquarters or bureau")
    init.add_argument("--code", help="its office code")
    init.add_argument("--number", help="police number of the first administrator")
    init.add_argument("--officer", help="that administrator's name")
    request = acts.add_parser("request", help="write the paper by which another node enrols this")
    request.add_argument("file", type=Path)
    enrol = acts.add_parser("enrol", help="take a node in below this one, and write its grant")
    enrol.add_argument("file", type=Path, help="its request")
    enrol.add_argument("--grant", type=Path, required=True, help="where the grant is written")
    enrol.add_argument("--office", action="append", default=[], help="code of an office it keeps")
    enrol.add_argument("--state", type=int, required=True, help="the State it belongs to")
    enrol.add_argument("--url", required=True, help="where it finds this node's door")
    add_as(enrol)
    join = acts.add_parser("join", help="go below the node that made out this grant")
    join.add_argument("file", type=Path)
    acts.add_parser("list", help="the nodes next to this one")
    for name, said in _OFFICE_ACTS.items():
        one = acts.add_parser(name, help=said)
        one.add_argument("office", help="its code")
        add_as(one)
        if name == "hand-over":
            one.add_argument("--to", required=True, help="the node that keeps it from now on")
        else:
            one.add_argument("--reason", default="", help="why, for the journal")
    acts.add_parser("revoke", help="take nothing more from a node").add_argument("node")
    for name, said in (("cut", "hold the line"), ("heal", "open the line again")):
        held = acts.add_parser(name, help=said)
        held.add_argument("node")
        add_as(held)
    acts.add_parser("rotate", help="give this node a new key to sign with")
    password = acts.add_parser("password", help="a password for one sign-in at this node")
    password.add_argument("number", help="police number")


_OFFICE_ACTS = {
    "hand-over": "let an office write its journal on another node",
    "give-back": "write nothing more for an office here, and send all of it to the node above",
    "take-back": "let an office write its journal here again",
    "recover": "after a backup was put back: fetch what it lacks, begin a new epoch",
}


def run(arguments: argparse.Namespace) -> int:
    if arguments.act == "init":
        _name(arguments)
    serve.prepare()
    act: Callable[[argparse.Namespace], int] = globals()["_" + arguments.act.replace("-", "_")]
    from cctns.sync.enrol import NotPossible
    from cctns.sync.fetch import NotFetched
    from cctns.sync.line import Cut
    from cctns.sync.papers import NotAPaper

    try:
        return act(arguments)
    except (NotPossible, NotFetched, NotAPaper) as error:
        print(f"cctns node: {error}", file=sys.stderr)
    except Cut as error:
        print(f"cctns node: the node above does not answer ({error}).", file=sys.stderr)
    return 2


def _name(arguments: argparse.Namespace) -> None:
    """Before anything is written: the name stands under every checkpoint that is signed."""
    if arguments.node:
        node_file.write(env.read().home, name=arguments.node, role=arguments.role)
        from django.conf import settings

        told = node_file.read(env.read().home)
        settings.CHECKPOINT_ORIGIN, settings.NODE_ROLE = told.name, told.role
    elif arguments.role == "station":
        raise Misconfigured("A station's node needs a name: --node up.nayaghat.")


def _init(arguments: argparse.Namespace) -> int:
    if arguments.role == "station":
        print("This is a station's node. Next: cctns node request FILE, enrolled by its State.")
        return 0
    missing = [
        one for one in ("state", "name", "code", "number", "officer") if not getattr(arguments, one)
    ]
    if missing:
        raise Misconfigured(f"Missing: {', '.join(f'--{one}' for one in missing)}.")
    return _found(arguments)


def _found(arguments: argparse.Namespace) -> int:
    from cctns.offices.codes import OfficeKind
    from cctns.offices.founding import found
    from cctns.offices.models import State
    from cctns.offices.rules import NotPossible

    kind = OfficeKind.STATE_HQ if arguments.role == "state" else OfficeKind.NCRB
    try:
        posting, password = found(
            state=State.objects.get(pk=arguments.state),
            kind=kind,
            name=arguments.name,
            code=arguments.code,
            number=arguments.number,
            officer_name=arguments.officer,
        )
    except State.DoesNotExist:
        print(f"There is no State with code {arguments.state}.", file=sys.stderr)
        return 2
    except NotPossible as error:
        print(error.message, file=sys.stderr)
        return 2
    print(f"{posting.office} is founded. {posting.officer.username} signs in once with {password}")
    return 0


def _request(arguments: argparse.Namespace) -> int:
    from cctns.sync import papers

    told = papers.request()
    _write(arguments.file, told)
    print(f"{told['node']} asks to be enrolled. Read aloud to whoever enrols it:")
    print(papers.fingerprint(told))
    return 0


def _enrol(arguments: argparse.Namespace) -> int:
    from cctns.sync import enrol, papers

    by = posting_for(arguments.login, ACT)
    told = papers.opened(_read(arguments.file), "request")
    offices = [_office_of(code, arguments.state) for code in arguments.office]
    grant = enrol.enrol(told, offices=offices, state=arguments.state, url=arguments.url, by=by)
    _write(arguments.grant, grant)
    print(f"{told['node']} is enrolled; its fingerprint, to compare by voice:")
    print(papers.fingerprint(told))
    return 0


def _join(arguments: argparse.Namespace) -> int:
    from cctns.sync import enrol, papers

    told = papers.opened(_read(arguments.file), "grant")
    peer = enrol.join(told)
    print(f"This node is below {peer.name} now; the fingerprint of that, to compare by voice:")
    print(papers.fingerprint(told))
    return 0


def _list(arguments: argparse.Namespace) -> int:
    from cctns.sync import realm
    from cctns.sync.models import Peer

    print(f"{realm.me()} ({realm.role().label})")
    for peer in Peer.objects.order_by("side", "name"):
        state = "revoked" if peer.revoked_at else "cut" if peer.cut else peer.trouble or "well"
        print(f"  {peer.get_side_display()}: {peer.name} ({peer.get_role_display()}), {state}")
    return 0


def _hand_over(arguments: argparse.Namespace) -> int:
    from django.db import transaction

    from cctns.sync import enrol

    by = posting_for(arguments.login, ACT)
    office = _office_of(arguments.office, by.office.state_id)
    peer = _peer(arguments.to)
    with transaction.atomic():
        enrol.hand_over(office, to=peer.name)
    print(
        f"{office} writes its journal on {peer.name} from now on, as soon as that has fetched it."
    )
    return 0


def _give_back(arguments: argparse.Namespace) -> int:
    from cctns.journal import halting
    from cctns.journal.models import JournalHead
    from cctns.sync import realm
    from cctns.sync.running import send_all
    from cctns.sync.ship import halt

    by = posting_for(arguments.login, ACT)
    office = _office_of(arguments.office, by.office.state_id)
    head = JournalHead.objects.filter(office=office, closed=False, home_node=realm.me()).first()
    parent = realm.parent()
    if head is None or parent is None:
        raise Misconfigured(f"{office} does not write its journal on this node, below another.")
    halt(head, halting.RECALLED, 0)
    send_all(parent)
    print(
        f"{office} writes nothing more here, and {parent.name} holds all of it: take it back there."
    )
    return 0


def _take_back(arguments: argparse.Namespace) -> int:
    from cctns.sync import enrol

    by = posting_for(arguments.login, ACT)
    office = _office_of(arguments.office, by.office.state_id)
    enrol.take_back(office, by=by, reason=arguments.reason or "Taken back")
    print(f"{office} writes its journal here again, in a new epoch.")
    return 0


def _recover(arguments: argparse.Namespace) -> int:
    from cctns.sync import fetch, realm
    from cctns.sync.line import Line

    by = posting_for(arguments.login, ACT)
    parent = realm.parent()
    if parent is None:
        raise Misconfigured("There is no node above that could know what this one lacks.")
    begun = fetch.recover(Line(parent), _office_of(arguments.office, by.office.state_id), by=by)
    print(f"Epoch {begun.epoch} has begun. {begun.reason}")
    return 0


def _revoke(arguments: argparse.Namespace) -> int:
    from cctns.sync import enrol

    enrol.revoke(_peer(arguments.node))
    print(f"{arguments.node} is revoked: nothing more is taken from it or sent to it.")
    return 0


def _cut(arguments: argparse.Namespace, *, cut: bool = True) -> int:
    from cctns.sync import lines

    by = posting_for(arguments.login, "network.manage")
    lines.hold(by=by, node=_peer(arguments.node).pk, cut=cut)
    print(f"The line to {arguments.node} is {'cut: everything waits' if cut else 'open'}.")
    return 0


def _heal(arguments: argparse.Namespace) -> int:
    return _cut(arguments, cut=False)


def _rotate(arguments: argparse.Namespace) -> int:
    from cctns.sync import succession

    print(f"This node signs with a new key: {succession.rotate()}.")
    print("The nodes next to it learn of it with the next request, by the old key's word.")
    return 0


def _password(arguments: argparse.Namespace) -> int:
    from cctns.offices.login.passwords import give_password
    from cctns.offices.models import Officer

    officer = Officer.objects.filter(username__iexact=arguments.number).first()
    if officer is None:
        raise Misconfigured(f"There is no officer {arguments.number!r} here.")
    print(f"{officer.username} signs in once with {give_password(officer)}")
    return 0


def _office_of(code: str, state: int) -> Any:
    from cctns.offices.models import Office

    office = Office.objects.filter(code__iexact=code, state_id=state).first()
    if office is None:
        raise Misconfigured(f"There is no office {code!r} in State {state}.")
    return office


def _peer(name: str) -> Any:
    from cctns.sync.models import Peer

    peer = Peer.objects.filter(name__in=[name, f"cctns.in/{name}"]).first()
    if peer is None:
        raise Misconfigured(f"There is no node {name!r} next to this one.")
    return peer


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Misconfigured(f"{path} cannot be read: {error.strerror}.") from None


def _write(path: Path, told: dict[str, Any]) -> None:
    try:
        path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise Misconfigured(f"{path} cannot be written: {error.strerror}.") from None
