"""Trails for tests: who lays against whom, and with which words."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from exercises.domino.table.tabletop import TableContent
from exercises.domino.table.trail import HALVES, Half, Joint, LaidStone, StoneTrail, trail_of

# Twelve to forty letters a half, as people write them.
WRITTEN = (
    ("Soep koken met wie er toevallig is", "Ouders wachtten buiten in de regen"),
    ("Vaders voetballen op zondag", "Het uur paste voor niemand"),
    ("Een oma leerde ons breien", "Uitnodiging alleen op Facebook"),
    ("Kleuters tekenden hun straat", "De schoolbrief was te moeilijk"),
    ("Babbelnamiddag met thee", "Twee groepjes naast elkaar"),
    ("Een kennismakingsgesprek werd een feest", "Verantwoordelijkheid bleef bij ons"),
    ("Speelplein", "Geen opvang"),
)
SHARED = ("eten als reden", "niet iedereen komt binnen", "wie er niet is, telt niet mee", "buiten")


@dataclass(frozen=True)
class Move:
    """Somebody lays a stone: against one of the latest halves that have room, or loose. `back`
    picks the half, counted from the last one.
    """

    back: int
    loose: bool = False


def played(moves: list[Move]) -> list[LaidStone]:
    """Stones laid one by one, as phones offer it: s0, s1 ..."""
    laid: list[LaidStone] = []
    for number, move in enumerate(moves):
        trail, name = trail_of(laid), f"s{number}"
        free = [(one, half) for one in trail.stones for half in HALVES if trail.has_room(one, half)]
        joint = None
        if free and not move.loose:
            against, half = free[-1 - move.back % len(free)]
            joint = Joint(name, against, half, SHARED[number % len(SHARED)])
        laid.append(LaidStone(name, number + 1, joint, number))
    return laid


def chain(count: int) -> StoneTrail:
    """Each stone against the last one's free half."""
    stones = [LaidStone("s0", 1)]
    for number in range(1, count):
        joint = Joint(f"s{number}", f"s{number - 1}", HALVES[number % 2], SHARED[number % 4])
        stones.append(LaidStone(f"s{number}", number + 1, joint, number))
    return trail_of(stones)


def content_of(
    trail: StoneTrail, words: tuple[tuple[str, str], ...] = WRITTEN,
    threads: list[tuple[int, int]] | None = None,
) -> TableContent:  # fmt: skip
    """A trail with words, and threads between stones by their numbers."""
    texts: dict[str, dict[Half, str]] = {
        stone: dict(zip(HALVES, words[int(stone[1:]) % len(words)], strict=True))
        for stone in trail.stones
    }
    count = len(trail.stones)
    tied = [(f"s{one % count}", f"s{two % count}", "ook dit") for one, two in threads or []]
    return TableContent(trail, texts, tied)


MOVES = st.builds(Move, st.integers(0, 9), st.sampled_from([False] * 9 + [True]))
THREADS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5)
# Words as people also write them: right to left, emoji, one that Dutch does not break.
WORDS = st.sampled_from(
    (
        "Opa",
        "vertelt",
        "verantwoordelijkheid",
        "👩‍👩‍👧",
        "שיר של הורים",
        "<b>&amp;",
        "W" * 40,
        "é" * 40,
    )
) | st.text(max_size=40)
