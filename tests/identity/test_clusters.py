"""Clusters: whatever the order, negative judgements hold, and undoing gives back what was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cctns.identity.clusters import Clustered, Link, Pair, clusters

START = datetime(2026, 1, 1, tzinfo=UTC)
IDS = [UUID(int=number) for number in range(1, 9)]
PAIRS = list(combinations(IDS, 2))

# On a busy machine making up examples is slow at times, and that is no fault.
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

links = st.lists(
    st.builds(
        Link,
        st.sampled_from(PAIRS),
        st.integers(0, 3),
        st.integers(0, 5).map(lambda hours: START + timedelta(hours=hours)),
    ),
    max_size=14,
)
negatives = st.lists(st.sampled_from(PAIRS), max_size=6)


def link(one: int, other: int, strength: int = 0, hours: int = 0) -> Link:
    return Link((IDS[one], IDS[other]), strength, START + timedelta(hours=hours))


def groups(found: Clustered) -> set[frozenset[UUID]]:
    return {frozenset(m for m, of in found.of.items() if of == c) for c in found.of.values()}


@often
@given(links, negatives, st.integers())
def test_the_order_does_not_matter(held: list[Link], apart: list[Pair], seed: int) -> None:
    once, dice = clusters(held, apart), Random(seed)
    dice.shuffle(held)
    dice.shuffle(apart)
    assert clusters(held + held, apart) == once


@often
@given(links, negatives)
def test_who_is_judged_different_is_never_one(held: list[Link], apart: list[Pair]) -> None:
    of = clusters(held, apart).of
    assert [pair for pair in apart if pair[0] in of and of[pair[0]] == of.get(pair[1])] == []


@often
@given(links)
def test_without_negatives_all_that_is_joined_is_one(held: list[Link]) -> None:
    """Against a walk from mention to mention."""
    neighbours: dict[UUID, set[UUID]] = {}
    for one in held:
        neighbours.setdefault(one.pair[0], set()).add(one.pair[1])
        neighbours.setdefault(one.pair[1], set()).add(one.pair[0])
    walked: dict[UUID, UUID] = {}
    for start in sorted(neighbours):
        waiting = [start]
        while waiting:
            here = waiting.pop()
            if here not in walked:
                walked[here] = start
                waiting += neighbours[here]
    assert clusters(held, []) == Clustered(walked, ())


@often
@given(links, negatives, st.sampled_from(PAIRS))
def test_a_negative_cuts_and_its_undoing_restores(
    held: list[Link], apart: list[Pair], new: Pair
) -> None:
    """Nothing is kept between two times: what was is made again from what holds."""
    before = clusters(held, apart)
    cut = clusters(held, [*apart, new])
    assert cut.of.get(new[0], new[0]) != cut.of.get(new[1], new[1])
    assert clusters(held, apart) == before


@often
@given(links, negatives)
def test_only_links_that_cannot_hold_yield(held: list[Link], apart: list[Pair]) -> None:
    """A link that yielded would bring two together who are judged different."""
    found = clusters(held, apart)
    of = found.of
    for one in found.yielded:
        a, b = (of.get(mention, mention) for mention in one.pair)
        together = {m for m in IDS if of.get(m, m) in (a, b)}
        assert any(set(pair) <= together for pair in apart)


def test_the_weakest_link_yields() -> None:
    held = [link(0, 1, strength=0), link(1, 2, strength=3)]
    found = clusters(held, [(IDS[0], IDS[2])])
    assert groups(found) == {frozenset(IDS[1:3])}
    assert found.yielded == (held[0],)


def test_of_equals_the_later_yields() -> None:
    held = [link(0, 1, hours=1), link(1, 2, hours=2)]
    assert groups(clusters(held, [(IDS[0], IDS[2])])) == {frozenset(IDS[:2])}
