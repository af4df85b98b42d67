"""Canonical JSON, with the reference implementation of RFC 8785 as oracle."""

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from cctns.lib import canonical

text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"))
scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | text
documents = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(text, inner), max_leaves=20
)


def normal(value):
    return canonical.loads(canonical.dumps(value))


@given(documents)
def test_the_bytes_are_those_of_the_reference(value):
    try:
        data = canonical.dumps(value)
    except canonical.NotCanonical as refusal:
        assert "stands twice" in str(refusal)  # noqa: PT017 - two keys that NFC makes one
    else:
        assert data == rfc8785.dumps(canonical.loads(data))


def test_keys_sort_by_utf16_units_as_the_standard_says():
    assert canonical.dumps({"\ufa0e": 1, "\U0001f600": 2}) == '{"😀":2,"\ufa0e":1}'.encode()


def test_two_spellings_of_one_letter_give_one_hash():
    assert canonical.dumps("क\u093c") == canonical.dumps("\u0958")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (1.5, "float has no canonical form"),
        ({"a": [0, "\ud800"]}, r"\$\.a\[1\]: half a character"),
        ("a\x00b", "NUL"),
        (2**53, "too large"),
        ({1: 2}, "not a string"),
        ({"é": 1, "e\u0301": 2}, "stands twice"),
    ],
)
def test_what_has_no_canonical_form_is_refused_with_its_place(value, why):
    with pytest.raises(canonical.NotCanonical, match=why):
        canonical.dumps(value)


@pytest.mark.parametrize("data", [b'{"b":1,"a":2}', b"[1, 2]", b"{", b"1.0", b'{"a":1,"a":1}'])
def test_other_spellings_of_json_are_not_read(data):
    with pytest.raises(canonical.NotCanonical):
        canonical.loads(data)


@given(documents)
def test_the_fast_way_gives_the_same_bytes(value):
    try:
        data = canonical.dumps(value)
    except canonical.NotCanonical:
        with pytest.raises(canonical.NotCanonical):
            canonical.dumps_plain(value)
    else:
        assert canonical.dumps_plain(value) == data


@pytest.mark.parametrize(
    "value", ["\ud800", "a\x00b", "\\u0000", "\ufa0e", {"\U0001f600": "\ufa0e"}]
)
def test_the_fast_way_refuses_and_escapes_the_same(value):
    try:
        data = canonical.dumps(value)
    except canonical.NotCanonical:
        with pytest.raises(canonical.NotCanonical):
            canonical.dumps_plain(value)
    else:
        assert canonical.dumps_plain(value) == data
