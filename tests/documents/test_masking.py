"""Who is masked leaves no trace in a paper: not in text, not in metadata, not in any stream."""

from __future__ import annotations

from dataclasses import replace

from pypdf.generic import StreamObject

from cctns.cases.codes import Withheld

from . import sample
from .conftest import Printed
from .reading import reader, text

SECRETS = ("सुनीता", "राजेन्द्र", "14/2", "Gandhi Marg", "9000000001", "7781", "1988", "Teacher")


def _everything(data: bytes) -> str:
    """Text, metadata and every stream unpacked."""
    told = reader(data)
    streams = [
        one.get_data().decode("utf-8", "replace")
        for number in range(1, len(told.xref_objStm) + 2000)
        if isinstance(one := told.get_object(number), StreamObject)
    ]
    return "\n".join([text(data), str(told.metadata), *streams])


def test_a_masked_victim_is_withheld_everywhere(printed: Printed) -> None:
    victim = sample.complainant()
    masked = sample.paper(
        persons=(sample.withheld(victim), sample.accused()), narrative=Withheld.VICTIM.label
    )
    everything = _everything(printed(masked, "en"))
    assert "BNS 72" in everything
    for secret in SECRETS:
        assert secret not in everything, secret


def test_papers_of_a_masked_person_are_not_printed_even_when_given(printed: Printed) -> None:
    whole = sample.paper()
    masked = replace(whole, persons=(sample.withheld(whole.persons[0]),))
    assert masked.papers
    assert "7781" not in text(printed(masked, "en"))


def test_the_same_words_are_found_when_nobody_is_masked(printed: Printed) -> None:
    everything = _everything(printed(language="en"))
    for secret in SECRETS[2:]:
        assert secret in everything, secret


def test_the_statement_for_machines_names_no_person(printed: Printed) -> None:
    (statement,) = [content for one in reader(printed()).attachments.values() for content in one]
    assert b"4711" in statement
    for secret in SECRETS:
        assert secret.encode() not in statement
