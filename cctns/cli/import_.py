"""`cctns import firs FILE...`: old FIRs from CSV or JSON, resumed after any interruption."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from cctns.config.env import Misconfigured

from .acting import add_as, posting_for
from .progress import progress

if TYPE_CHECKING:
    from cctns.cases.legacy.importing import Tally
    from cctns.cases.legacy.mapping import Mapping
    from cctns.cases.legacy.reading import Survey
    from cctns.cases.legacy.stations import Named, Opening, Stations
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

    from cctns.cases.legacy.beside import Stopped
    from cctns.cases.legacy.forms import CannotRead
    from cctns.cases.legacy.importing import Elsewhere
    from cctns.offices import access, rules

    _collect_garbage_less()
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
        return _interrupted(f"the database went away ({_first_line(error)})")
    except Stopped as error:
        return _interrupted(f"its second process stopped ({_first_line(error)})")
    if arguments.report:
        _report(arguments.report, reports)
    return 0


def _collect_garbage_less() -> None:
    """Old FIRs hold no cycles: looking for some after every few rows costs a fifth of the time."""
    gc.freeze()
    gc.set_threshold(200_000)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _interrupted(why: str) -> int:
    print(
        f"cctns import: {why}. Start the same command again: it goes on behind the last whole "
        "batch.",
        file=sys.stderr,
    )
    return 1


def _one(path: Path, by: Posting, arguments: argparse.Namespace) -> dict[str, object]:
    from cctns.cases.legacy import importing, mapping, reading, report, sharing

    found = reading.survey(path, encoding=arguments.encoding)
    chosen = mapping.choose(found.columns, arguments.mapping)
    print(f"{path.name}: {found.rows:,} rows, {found.encoding}, read by {chosen.title}")
    named = importing.stations_named(found, chosen)
    stations = _stations(by, named, arguments)
    apart = sharing.deal(named, stations)
    if arguments.dry_run:
        tally = _rehearse(by, found, chosen, stations, apart)
    else:
        tally = _bring_in(by, found, chosen, stations, apart, arguments.refused)
    for line in report.lines(tally):
        print(line)
    return report.as_json(tally)


def _rehearse(
    by: Posting, found: Survey, mapping: Mapping, stations: Stations, apart: list[Named]
) -> Tally:
    from cctns.cases.legacy import importing

    with progress("Dry run", found.rows) as step:
        tally = importing.rehearse(
            by=by, found=found, mapping=mapping, stations=stations, step=step, apart=apart
        )
    print("This was a dry run: nothing has been written.")
    return tally


def _bring_in(
    by: Posting,
    found: Survey,
    mapping: Mapping,
    stations: Stations,
    apart: list[Named],
    refused: Path | None,
) -> Tally:
    from cctns.cases.legacy import importing, report

    begun = importing.begin(by=by, found=found, mapping=mapping, apart=apart)
    done = importing.tally_of(by=by, run=begun).read
    if done:
        print(f"Going on where it was interrupted: {done:,} rows have been dealt with.")
    with progress("Bringing in", found.rows, done) as step:
        importing.bring_in(
            by=by, run=begun, found=found, mapping=mapping, stations=stations, step=step
        )
    tally = importing.tally_of(by=by, run=begun)
    tally.reasons = report.reasons(by=by, run=begun)
    if tally.refused:
        path = refused or Path(f"{found.path.name}.refused.csv")
        report.write_refused(by=by, run=begun, path=path, columns=found.columns)
        print(f"The refused rows, each with its reason, are in {path}.")
    return tally


def _stations(by: Posting, named: Counter[Named], arguments: argparse.Namespace) -> Stations:
    from cctns.cases.legacy import stations

    within = stations.stations_within_reach(by=by)
    if arguments.create_stations:
        opening = _opening(by, arguments)
        absent = stations.missing(within, named)
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
