"""What documents say of Top en flop domino."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.contract import Answer, Phase
from exercises.document import Bullets, Figure, Paragraph
from exercises.domino import EXERCISE
from exercises.domino.picture_paper import parts
from tests.exercises.domino.trails import WRITTEN
from tests.exercises.evening import evening, flat


def laid(count: int, *, loose: int = 0) -> list[Answer]:
    """So many stones, each against the last one; every `loose`-th against none."""
    found: list[Answer] = []
    for at in range(count):
        top, flop = WRITTEN[at % len(WRITTEN)]
        alone = at == 0 or (loose and at % loose == 0)
        lay = {
            "on": True, "number": at + 1, "against": None if alone else f"s{at - 1}",
            "half": ("top", "flop")[at % 2], "shared": "" if alone else f"gedeeld {at}",
        }  # fmt: skip
        for part, payload in (("top", {"text": top}), ("flop", {"text": flop}), ("lay", lay)):
            found.append(Answer(f"s{at}", f"stone.{part}", payload, order=len(found)))
    return found


def test_the_summary_shows_two_stones_and_what_they_share() -> None:
    summary = EXERCISE.summary(evening("domino"))
    assert summary is not None and summary.figure is not None
    assert summary.sentences == (
        "We legden zeven stenen op tafel, elk met een top en een flop.",
        "Zes keer legde iemand aan.",
        "Tegen de steen van Blessing kwamen twee andere te liggen.",
        "‘Samen soep maken’ en ‘Opa vertelt een verhaal’ raakten elkaar: vertellen bij het eten.",
    )
    assert ">vertellen bij het eten<" in summary.figure.svg
    assert "voetballen" not in summary.figure.svg


def test_the_trail_is_drawn_with_all_words_and_told_for_who_cannot_see_it() -> None:
    section = next(iter(EXERCISE.report(evening("domino"))))
    assert (section.area, section.only) == (3, "report")
    figure = next(one for one in section.blocks if isinstance(one, Figure))
    for words in ("taal sluit uit", "oma en opa", "niemand ertussen"):
        assert words in figure.svg and words in figure.alt
    assert "Een oma leerde ons breien" in figure.alt
    assert Paragraph("Wie erbij blijft, maakt het verschil.") in section.blocks


def test_a_long_trail_is_drawn_in_parts_and_what_ties_them_is_told() -> None:
    section = next(iter(EXERCISE.report(evening("domino", answers=laid(30)))))
    drawn = [one for one in section.blocks if isinstance(one, Figure)]
    assert len(drawn) > 1
    assert [f"deel {n} van {len(drawn)}." in one.caption for n, one in enumerate(drawn, 1)]
    seen = "".join(one.svg for one in drawn)
    told = next(one for one in section.blocks if isinstance(one, Bullets))
    for at in range(1, 30):
        words = f"gedeeld {at}"
        assert f">{words}<" in seen or any(one.endswith(f"{words}.") for one in told.items)


@settings(max_examples=15, deadline=None)
@given(count=st.integers(1, 26), loose=st.integers(0, 4))
def test_each_stone_is_drawn_once_however_many_lie(count: int, loose: int) -> None:
    view = evening("domino", answers=laid(count, loose=loose)).view
    stones = [stone for part in parts(view) for stone in part.stones]
    assert sorted(stones) == sorted(view.lying)
    assert stones == list(view.trail.order)


def test_a_bundle_has_the_own_stones_that_lie() -> None:
    sections = {one.organisation: one for one in EXERCISE.report(evening("domino"))}
    own = str(sections["o0"].blocks)
    assert "Katrien" in own and "Opa vertelt een verhaal" in own and "Blessing" not in own
    assert "Nooit gelegd" not in str([flat(one.blocks) for one in sections.values()])


def test_a_phone_tells_of_colleagues_as_far_as_they_are_named() -> None:
    shown = Phase(stage="talk", shown=True)
    own = list(EXERCISE.report(evening("domino", "phone", "katrien", phase=shown)))
    assert [one.organisation for one in own] == ["o0"]
    assert "Jij." in str(own) and "Samir." in str(own)
    nobody = Phase(stage="talk", shown=True, options={"visibility": "nobody"})
    own = list(EXERCISE.report(evening("domino", "phone", "katrien", phase=nobody)))
    assert "Jij." in str(own) and "oma leerde" not in str(own)
    hidden = Phase(stage="write", shown=False)
    assert list(EXERCISE.report(evening("domino", "phone", "katrien", phase=hidden))) == []
