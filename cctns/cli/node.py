"""`cctns node init`: the first office of a State and its administrator; everything else follows."""

from __future__ import annotations

import argparse
import sys

from cctns.config import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["init"])
    parser.add_argument("--state", type=int, required=True, help="Local Government Directory code")
    parser.add_argument("--role", choices=["state", "nation"], default="state")
    parser.add_argument("--name", required=True, help="name of headquarters or bureau")
    parser.add_argument("--code", required=True, help="its office code")
    parser.add_argument("--number", required=True, help="police number of the first administrator")
    parser.add_argument("--officer", required=True, help="that administrator's name")


def run(arguments: argparse.Namespace) -> int:
    serve.prepare()
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
