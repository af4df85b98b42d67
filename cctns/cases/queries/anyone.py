"""One question, one answer: what page, command and API give for the words in the one box."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from string import ascii_uppercase
from uuid import UUID

from cctns.offices import access
from cctns.offices.models import Posting
from cctns.people.codes import PaperKind
from cctns.people.secrets import fingerprint
from cctns.search.box import Reading, Understood, person, understand
from cctns.search.codes import ThingKind
from cctns.search.finding import Texts, Things, find_texts, find_things
from cctns.search.looking import Look
from cctns.search.queries import Narrowed, People, find_people

from ..models import Fir
from ..papers import identity_keys
from .find import FirPage, find_firs
from .wanted import Wanted

_KINDS = {
    Reading.VEHICLE: (ThingKind.REGISTRATION,),
    Reading.IMEI: (ThingKind.IMEI,),
}
# What an officer may have meant instead, by how the words were read.
OTHERWISE = {
    Reading.PERSON: (Reading.WORDS,),
    Reading.WORDS: (Reading.PERSON,),
    Reading.FIR: (Reading.THING,),
    Reading.VEHICLE: (Reading.THING, Reading.PERSON),
    Reading.PHONE: (Reading.THING,),
    Reading.IMEI: (Reading.THING,),
    Reading.IDENTITY: (Reading.THING,),
    Reading.SECTION: (Reading.WORDS,),
    Reading.THING: (Reading.WORDS,),
}


@dataclass(frozen=True)
class Question:
    """`as_` reads the words otherwise than they look; `after` is the end of the page before."""

    text: str
    as_: str = ""
    look: Look = field(default_factory=Look)
    only: Narrowed = field(default_factory=Narrowed)
    after: str = ""


@dataclass(frozen=True)
class Answer:
    """How the words were read, and the hits of that reading; the others are None."""

    understood: Understood
    people: People | None = None
    things: Things | None = None
    firs: FirPage | None = None
    texts: Texts | None = None
    sections: dict[UUID, Fir] = field(default_factory=dict)

    @property
    def more(self) -> str:
        if self.firs is not None:
            return self.firs.next_cursor
        found = self.people or self.things or self.texts
        return found.more if found else ""

    def since(self, moment: datetime) -> Answer:
        """What of it was told after a moment."""
        people, things, firs, texts = self.people, self.things, self.firs, self.texts
        if people:
            people = replace(people, hits=[x for x in people.hits if x.mention.told_at > moment])
        if things:
            things = replace(things, hits=[one for one in things.hits if one.told_at > moment])
        if firs:
            firs = replace(firs, firs=[one for one in firs.firs if one.registered_at > moment])
        if texts:
            texts = replace(texts, hits=[one for one in texts.hits if one.told_at > moment])
        return replace(self, people=people, things=things, firs=firs, texts=texts)

    @property
    def count(self) -> int:
        """Hits on this page."""
        pages = (self.people, self.things, self.texts)
        found = sum(len(one.hits) for one in pages if one)
        return found + (len(self.firs.firs) if self.firs else 0)

    @property
    def otherwise(self) -> tuple[Reading, ...]:
        return OTHERWISE.get(self.understood.reading, ())


def ask(*, by: Posting, question: Question) -> Answer:
    """Read the words and look where they lead.

    Raises Refused, search.looking.PurposeWanted; ValueError for a broken cursor, BadText.
    """
    read = _read(question)
    look, after = question.look, question.after
    match read.reading:
        case Reading.PERSON | Reading.PHONE | Reading.IDENTITY:
            return Answer(read, people=_people(by, read, question))
        case Reading.VEHICLE | Reading.IMEI | Reading.THING:
            kinds = tuple(str(one) for one in _KINDS.get(read.reading, ()))
            return Answer(
                read,
                things=find_things(by=by, number=read.value, look=look, kinds=kinds, after=after),
            )
        case Reading.FIR:
            wanted = Wanted(number=read.value, after=after)
            return Answer(read, firs=find_firs(by=by, wanted=wanted))
        case Reading.SECTION:
            wanted = Wanted(act=read.act, section=read.value, after=after)
            return Answer(read, firs=find_firs(by=by, wanted=wanted))
        case Reading.WORDS:
            texts = find_texts(by=by, text=read.value, after=after)
            return Answer(read, texts=texts, sections=_firs(by=by, ids=[x.id for x in texts.hits]))
    return Answer(read)


def _people(by: Posting, read: Understood, question: Question) -> People:
    return find_people(
        by=by,
        asked=read,
        look=question.look,
        only=question.only,
        after=question.after,
        identity=identity_of(read.value) if read.reading == Reading.IDENTITY else "",
    )


def identity_of(number: str) -> str:
    """The HMAC of a number, under the kind of paper that its form tells."""
    kinds = {5: PaperKind.PAN, 3: PaperKind.VOTER, 2: PaperKind.DRIVING, 1: PaperKind.PASSPORT}
    letters = len(number) - len(number.lstrip(ascii_uppercase))
    kind = kinds.get(letters, PaperKind.OTHER)
    return fingerprint(number, kind=kind, keys=identity_keys())


def _read(question: Question) -> Understood:
    read = understand(question.text)
    if read.reading == Reading.NOTHING or not question.as_:
        return read
    if question.as_ == Reading.PERSON:
        return person(question.text)
    return Understood(Reading(question.as_), question.text)


@access.query
def _firs(*, by: Posting, ids: list[UUID]) -> dict[UUID, Fir]:
    """FIRs with sections, by id, as row-level security shows them."""
    found = Fir.objects.select_related("office", "case__investigating_officer")
    return found.prefetch_related("sections").defer("narrative", "legacy_row").in_bulk(ids)
