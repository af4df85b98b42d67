"""Tables in the manner of Crime in India: crimes, disposal by police and courts, property, persons.

Charge-sheeting rate: charge-sheeted of all that the police disposed of. Pendency: open at the end
of all that were open in the year. Conviction rate: convicted of convicted, acquitted, discharged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from cctns.law import heads as law_heads
from cctns.people.codes import Sex

from . import words
from .asking import Row, ask, counted
from .cuts import MEASURES, Cut
from .events import EventCut
from .reach import Reach
from .review import old_note
from .sheets import Cell, Sheet, lines, money, number, percent

_POLICE = (
    *("pending_before", "registered", "charge_sheet", "no_evidence", "undetected", "untraced"),
    *("abated", "false", "fact", "law", "non_cognizable", "civil", "reported", "pending"),
)
_COURTS = (
    *("trial_before", "charge_sheet", "convicted", "acquitted", "discharged", "otherwise"),
    *("decided", "trial"),
)
_PROPERTY = ("property", "recovered")
# What each table counts, and the lines that can count for it at all.
TABLES: dict[str, tuple[tuple[str, ...], str]] = {
    "crimes": (("registered", "old"), "registered_on BETWEEN %(since)s AND %(until)s"),
    "police": (
        (*_POLICE, "old"),
        "registered_on <= %(until)s AND (reported_on IS NULL OR reported_on >= %(since)s)",
    ),
    "courts": (
        _COURTS,
        "report_kind = 'charge_sheet' AND (decided_on IS NULL OR decided_on >= %(since)s)",
    ),
    "property": (_PROPERTY, "registered_on BETWEEN %(since)s AND %(until)s AND stolen > 0"),
}
_WIDE = 8  # offices side by side in one table

Group = dict[str, Any]


def question(table: str) -> str:
    """SQL on `line`: one row an office, head and kind of law, with the counts of a table."""
    names, possible = TABLES[table]
    counts = counted({name: MEASURES[name] for name in names})
    values = ", coalesce(sum(stolen), 0) AS stolen, coalesce(sum(recovered), 0) AS recovered_value"
    return f"""SELECT office_id, head, penal, {counts}{values if table == "property" else ""}
        FROM line WHERE {possible} GROUP BY office_id, head, penal"""  # noqa: S608


def _figures(reach: Reach, table: str, since: date, until: date) -> list[Row]:
    rows = ask(reach, question(table), {"since": since, "until": until})
    return [{**row, "part": reach.part_of(row["office_id"])} for row in rows]


def crimes(reach: Reach, since: date, until: date) -> list[Sheet]:
    """Registered by head and office: the penal code, and special and local laws."""
    rows = _figures(reach, "crimes", since, until)
    sheets = []
    for penal, title in ((True, _("Penal code")), (False, _("Special and local laws"))):
        mine = [row for row in rows if row["penal"] == penal]
        cut = Cut("registered", since, until, {"penal": str(int(penal))})
        parts = reach.parts
        for place in range(0, len(parts), _WIDE):
            sheets.append(_by_head(title, mine, parts[place : place + _WIDE], cut))
    sheets[-1].notes.extend(old_note(sum(row["old"] for row in rows)))
    return sheets


def _by_head(title: str, rows: list[Row], parts: Sequence[Any], cut: Cut) -> Sheet:
    found: Counter[tuple[str, UUID]] = Counter()
    for row in rows:
        found[row["head"], row["part"]] += row["registered"]
        found[row["head"], _WHOLE] += row["registered"]
    codes = [code for code in law_heads.ranks() if found[code, _WHOLE]]
    told = lines(
        codes,
        words.head,
        lambda code: [
            *(str(found[code, one.pk]) for one in parts),
            number(found[code, _WHOLE], cut.only(head=code)),
        ],
    )
    whole = sum(found[code, _WHOLE] for code in codes)
    told.append(
        [
            _("Total"),
            *(str(sum(found[code, one.pk] for code in codes)) for one in parts),
            number(whole, cut),
        ]
    )
    return Sheet(title, [_("Head"), *(words.named(one) for one in parts), _("All offices")], told)


_WHOLE = UUID(int=0)


def police(reach: Reach, since: date, until: date) -> list[Sheet]:
    rates = [_("Pendency, %"), _("Charge-sheeting rate, %")]
    rows = _figures(reach, "police", since, until)
    return _disposal(reach, rows, Cut("reported", since, until), _POLICE, _rates_of_police, rates)


def _rates_of_police(row: Group) -> list[str]:
    all_open = row["pending_before"] + row["registered"] - row["old"]
    return [
        percent(row["pending"], all_open),
        percent(row["charge_sheet"], row["reported"]),
    ]


def courts(reach: Reach, since: date, until: date) -> list[Sheet]:
    rows = _figures(reach, "courts", since, until)
    rates = [_("Conviction rate, %")]
    return _disposal(reach, rows, Cut("decided", since, until), _COURTS, _rates_of_courts, rates)


def _rates_of_courts(row: Group) -> list[str]:
    tried = row["convicted"] + row["acquitted"] + row["discharged"]
    return [percent(row["convicted"], tried)]


def _disposal(
    reach: Reach,
    rows: list[Row],
    cut: Cut,
    names: Sequence[str],
    rates: Callable[[Group], list[str]],
    rate_heads: list[str],
) -> list[Sheet]:
    """By head, with the whole; and by office, where there are several. `cut` has the days."""
    heads = [*(_(words.MEASURES[name]) for name in names), *rate_heads]

    def cells(group: Group, **narrowed: str) -> list[str | Cell]:
        cuts = {one: replace(cut, measure=one, narrowed=narrowed) for one in names}
        return [*(number(group[one], cuts[one]) for one in names), *rates(group)]

    by_head = {code: _summed(rows, head=code) for code in law_heads.ranks()}
    told = lines(
        [code for code, group in by_head.items() if any(group[name] for name in names)],
        words.head,
        lambda code: cells(by_head[code], head=code),
    )
    whole = _summed(rows)
    told.append([_("Total"), *cells(whole)])
    sheets = [Sheet(_("By head of crime"), [_("Head"), *heads], told, old_note(whole["old"]))]
    if len(reach.parts) > 1:
        sheets.append(_by_office(reach, rows, names, rates, heads))
    return sheets


def _by_office(
    reach: Reach,
    rows: list[Row],
    names: Sequence[str],
    rates: Callable[[Group], list[str]],
    heads: list[str],
) -> Sheet:
    """Numbers alone: those of an office lead further from its own table."""
    groups = {one.pk: _summed(rows, part=one.pk) for one in reach.parts}
    told = lines(
        reach.parts,
        words.named,
        lambda one: [*(str(groups[one.pk][name]) for name in names), *rates(groups[one.pk])],
    )
    return Sheet(_("By office"), [_("Office"), *heads], told)


def _summed(rows: list[Row], **only: Any) -> Group:
    """Sums of the rows that have these values; of what a table does not count, 0."""
    sums: Group = defaultdict(int)
    for row in rows:
        if all(row[name] == value for name, value in only.items()):
            for name, value in row.items():
                if isinstance(value, int | Decimal):
                    sums[name] += value
    return sums


def property_(reach: Reach, since: date, until: date) -> list[Sheet]:
    """Of the cases registered in the year: what was stolen, and what of it was seized since."""
    rows = _figures(reach, "property", since, until)

    def cells(group: Group, **narrowed: str) -> list[str | Cell]:
        told = [number(group[one], Cut(one, since, until, narrowed)) for one in _PROPERTY]
        stolen, found = Decimal(group["stolen"]), Decimal(group["recovered_value"])
        share = percent(int(100 * found), int(100 * stolen))
        return [*told, money(stolen), money(found), share]

    by_head = {code: _summed(rows, head=code) for code in law_heads.ranks()}
    told = lines(
        [code for code, group in by_head.items() if group["property"]],
        words.head,
        lambda code: cells(by_head[code], head=code),
    )
    told.append([_("Total"), *cells(_summed(rows))])
    heads = [
        *(_("Head"), *(_(words.MEASURES[name]) for name in _PROPERTY)),
        *(_("Value stolen, rupees"), _("Value recovered, rupees"), _("Recovered, %")),
    ]
    return [Sheet(_("Property stolen and recovered"), heads, told)]


# Ages as the tables of Crime in India part them; a year of birth counts where no age is told.
_AGE = """CASE WHEN age IS NULL THEN '' WHEN age < 18 THEN '0' WHEN age < 30 THEN '18'
    WHEN age < 45 THEN '30' WHEN age < 60 THEN '45' ELSE '60' END"""
_PERSONS = f"""
SELECT kind, sex, {_AGE} AS band, count(*) FROM (
    SELECT 'arrested' AS kind, person.sex,
        coalesce(person.age, extract(year FROM sheet.happened_at) - person.birth_year) AS age
    FROM cases_arrest sheet JOIN cases_accused person ON person.id = sheet.accused_id
    WHERE sheet.office_id = ANY(%(offices)s)
        AND sheet.happened_at >= %(begin)s AND sheet.happened_at < %(end)s
    UNION ALL
    SELECT 'victims', person.sex,
        coalesce(person.age, extract(year FROM fir.registered_at) - person.birth_year)
    FROM cases_fir fir JOIN cases_party person ON person.fir_id = fir.id
    WHERE fir.office_id = ANY(%(offices)s)
        AND fir.registered_at >= %(begin)s AND fir.registered_at < %(end)s
        AND (person.role = 'victim' OR person.also_victim)
) told GROUP BY 1, 2, 3
"""  # noqa: S608


def persons(reach: Reach, since: date, until: date) -> list[Sheet]:
    """How many, by sex and age as far as it was told; no line leads to a person."""
    found: Counter[tuple[str, str, str]] = Counter()
    told = {**EventCut("", since, until).told, "offices": reach.offices}
    with connection.cursor() as cursor:
        cursor.execute(_PERSONS, told)
        for kind, sex, band, count in cursor.fetchall():
            found[kind, sex, band] += count
    bands = {
        "0": _("Under 18"),
        "18": _("18 to 29"),
        "30": _("30 to 44"),
        "45": _("45 to 59"),
        "60": _("60 and above"),
        "": _("Not told"),
    }
    titles = {"arrested": _("Persons arrested"), "victims": _("Victims named in FIRs")}
    return [
        Sheet(
            title,
            [_("Sex"), *bands.values(), _("Total")],
            lines(
                Sex,
                lambda sex: str(sex.label),
                lambda sex, kind=kind: [  # type: ignore[misc]
                    *(str(found[kind, sex.value, band]) for band in bands),
                    str(sum(found[kind, sex.value, band] for band in bands)),
                ],
            ),
        )
        for kind, title in titles.items()
    ]
