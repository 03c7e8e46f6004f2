"""Candidates for tests of the mix: a few that were thought out, and any by chance."""

from __future__ import annotations

from hypothesis import strategies as st

from exercises.kit.mix.case import MixCandidate, MixCase, Verdict

REGENTON = MixCandidate(
    "r", "De Regenton", 2, "Oude Haven", "Inloophuis", {1: "Soep op het plein zonder afspraak"},
    ("Hoe kunnen wij tieners betrekken?",), hosts=True, carried=True, verdict="yes",
)  # fmt: skip
ACHTEROM = MixCandidate(
    "a", "Het Achterom", 2, "Kerkakker", "Gezinshuis", {2: "Ouders aan de keukentafel"},
    ("Hoe krijgen wij soep op tafel?",), hosts=True, carried=True, verdict="yes",
)  # fmt: skip
STAPSTEEN = MixCandidate(
    "s", "Stapsteen", 1, "Sluiswijk", "School", {3: "Tieners bouwen mee", 1: "Poort"},
    (), hosts=True, carried=False, verdict="maybe",
)  # fmt: skip
LINDE = MixCandidate("l", "Hof ter Linde", 2, "oude haven", "Inloophuis", {}, (), hosts=False)
FOUR = MixCase((REGENTON, ACHTEROM, STAPSTEEN, LINDE), 6)

_WORDS = ("tieners", "soep", "keuken", "straat", "taal", "vaders", "tuin")
_verdicts: tuple[Verdict, ...] = ("", "yes", "maybe", "no", "waiting")


@st.composite
def cases(draw: st.DrawFn, most: int = 7) -> MixCase:
    """A case of some candidates that share words, places and sectors."""
    word = st.sampled_from(_WORDS)
    candidates = tuple(
        MixCandidate(
            f"c{at}", f"Naam {at}", draw(st.integers(1, 3)), draw(st.sampled_from(("", "A", "B"))),
            draw(st.sampled_from(("", "School", "Inloop", "Zorg"))),
            draw(st.dictionaries(st.integers(1, 4), word, max_size=3)),
            tuple(draw(st.lists(word, max_size=3))), draw(st.sampled_from((None, True, False))),
            draw(st.sampled_from((None, True, False))), draw(st.sampled_from(_verdicts)),
        )
        for at in range(draw(st.integers(0, most)))
    )  # fmt: skip
    return MixCase(candidates, draw(st.integers(1, 14)))
