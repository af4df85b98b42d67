"""`cctns import firs FILE...`: old FIRs from CSV or JSON, resumed after any interruption."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cctns.config.env import Misconfigured

from .acting import add_as, posting_for
from .progress import progress

if TYPE_CHECKING:
    from cctns.cases.legacy.importing import Tally
    from cctns.cases.legacy.mapping import Mapping
    from cctns.cases.legacy.reading import Survey
    from cctns.cases.legacy.stations import Opening, Stations
    from cctns.offices.models import Office, Posting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["firs"], help="what the files hold")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV or JSON")
    add_as(parser)
    parser.add_argument("--mapping", type=Path, help="which column is which field (JSON)")
    parser.add_argument("--encoding", default="", help="of the files, when it is not UTF-8 or -16")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, no more")
    parser.add_argument(
        "--create-stations", metavar="LOGIN", help="open missing stations, as this administrator"
    )
    parser.add_argument(
        "--under",
        action="append",
        default=[],
        metavar="[DISTRICT=]CODE",
        help="the office that supervises opened stations, for all or for one district",
    )
    parser.add_argument("--refused", type=Path, help="CSV of refused rows (FILE.refused.csv)")
    parser.add_argument("--report", metavar="FILE", help='the result as JSON ("-": on the screen)')


def run(arguments: argparse.Namespace) -> int:
    from django.db import OperationalError

    from cctns.cases.legacy.forms import CannotRead
    from cctns.cases.legacy.importing import Elsewhere
    from cctns.offices import access, rules

    by = posting_for(arguments.login, "case.import")
    try:
        reports = {str(path): _one(path, by, arguments) for path in arguments.files}
    except (CannotRead, access.Refused, rules.NotPossible) as error:
        print(f"cctns import: {error}", file=sys.stderr)
        return 1
    except Elsewhere as error:
        print(f"cctns import: {error} is being brought in by another process", file=sys.stderr)
        return 1
    except OperationalError as error:
        print(
            f"cctns import: the database went away ({str(error).splitlines()[0]}). Start the same "
            "command again: it goes on behind the last whole batch.",
            file=sys.stderr,
        )
        return 1
    if arguments.report:
        _report(arguments.report, reports)
    return 0


def _one(path: Path, by: Posting, arguments: argparse.Namespace) -> dict[str, object]:
    from cctns.cases.legacy import mapping, reading, report

    found = reading.survey(path, encoding=arguments.encoding)
    chosen = mapping.choose(found.columns, arguments.mapping)
    print(f"{path.name}: {found.rows:,} rows, {found.encoding}, read by {chosen.title}")
    stations = _stations(by, found, chosen, arguments)
    if arguments.dry_run:
        tally = _rehearse(by, found, chosen, stations)
    else:
        tally = _bring_in(by, found, chosen, stations, arguments.refused)
    for line in report.lines(tally):
        print(line)
    return report.as_json(tally)


def _rehearse(by: Posting, found: Survey, mapping: Mapping, stations: Stations) -> Tally:
    from cctns.cases.legacy import importing

    with progress("Dry run", found.rows) as step:
        tally = importing.rehearse(
            by=by, found=found, mapping=mapping, stations=stations, step=step
        )
    print("This was a dry run: nothing has been written.")
    return tally


def _bring_in(
    by: Posting, found: Survey, mapping: Mapping, stations: Stations, refused: Path | None
) -> Tally:
    from cctns.cases.legacy import importing, report

    begun = importing.begin(by=by, found=found, mapping=mapping)
    if begun.next_row > 1:
        print(f"Going on with row {begun.next_row:,}, where it was interrupted.")
    with progress("Bringing in", found.rows, begun.next_row - 1) as step:
        importing.bring_in(
            by=by, run=begun, found=found, mapping=mapping, stations=stations, step=step
        )
    tally = importing.tally_of(begun)
    tally.reasons = report.reasons(by=by, run=begun)
    if tally.refused:
        path = refused or Path(f"{found.path.name}.refused.csv")
        report.write_refused(by=by, run=begun, path=path, columns=found.columns)
        print(f"The refused rows, each with its reason, are in {path}.")
    return tally


def _stations(
    by: Posting, found: Survey, mapping: Mapping, arguments: argparse.Namespace
) -> Stations:
    from cctns.cases.legacy import importing, stations

    within = stations.stations_within_reach(by=by)
    if arguments.create_stations:
        opening = _opening(by, arguments)
        absent = stations.missing(within, importing.stations_named(found, mapping))
        act = stations.plan_missing if arguments.dry_run else stations.open_missing
        opened = act(within, absent, opening)
        print(f"{opened} stations {'would be' if arguments.dry_run else 'were'} opened.")
    return within


def _opening(by: Posting, arguments: argparse.Namespace) -> Opening:
    from cctns.cases.legacy.stations import Opening

    if not arguments.under:
        raise Misconfigured("--create-stations needs --under: who supervises the new stations?")
    administrator = posting_for(arguments.create_stations, "office.administer")
    pairs = [word.rpartition("=") for word in arguments.under]
    return Opening.of(administrator, {district: _office(by, code) for district, _, code in pairs})


def _office(by: Posting, code: str) -> Office:
    from cctns.offices.models import Office

    office = Office.objects.filter(state=by.office.state_id, code__iexact=code).first()
    if office is None:
        raise Misconfigured(f"there is no office with the code {code!r} in this State.")
    return office


def _report(where: str, reports: dict[str, dict[str, object]]) -> None:
    text = json.dumps(reports, ensure_ascii=False, indent=2)
    if where == "-":
        print(text)
    else:
        Path(where).write_text(text + "\n", encoding="utf-8")
