"""Consent is obeyed in all that leaves the exercise: a property over every output."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.contract import Answer, Context, Member, Party, Phase
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.quotes import EXERCISE
from exercises.quotes.config import QuotesConfig
from exercises.quotes.model import CONSENT, CONSENTS, TEXT, TURN, QuotesView, fold, key_of, public
from state.models import FACILITATOR
from tests.exercises.asking import results_for
from tests.exercises.contexts import context_of

NAMES = ("Annelies", "Boudewijn", "Casimir", "Dorothea")
HOUSES = ("Kwikstaart", "Molenhof")
PARTIES = tuple(Party(f"o{at}", name, "", at + 1) for at, name in enumerate(HOUSES))
PEOPLE = {
    f"p{at}": Member(f"p{at}", name, f"o{at % 2}", HOUSES[at % 2], at % 2 + 1, "staat")
    for at, name in enumerate(NAMES)
}
# Of each person: nothing chosen, a choice, or a choice for words that changed since.
WAYS = ("", *CONSENTS, "changed")


def answers(ways: tuple[str, ...]) -> list[Answer]:
    found = []
    for at, way in enumerate(ways):
        person, text = f"p{at}", f"geheim{at} en wat er bij hoort"
        found.append(Answer(person, TEXT, {"text": text}))
        if way == "none":
            found.append(Answer(person, CONSENT, {"consent": way}))
        elif way == "changed":
            old = {"consent": "names", "text": f"vroeger{at} was het anders"}
            found.append(Answer(person, CONSENT, old))
        elif way:
            found.append(Answer(person, CONSENT, {"consent": way, "text": text}))
    return found


def outputs(known: list[Answer]) -> Iterator[str]:
    """All that is made for others than the writer, as text."""
    for stage in ("write", "one", "wall"):
        phase = Phase(0, stage, True, stage != "write")
        screen = context_of(
            EXERCISE, phase, "screen", known, people=PEOPLE, parties=PARTIES
        )  # fmt: skip
        yield json.dumps(EXERCISE.screen(screen).data)
        here: Context[QuotesConfig, QuotesView] = context_of(
            EXERCISE, phase, "console", known, people=PEOPLE, parties=PARTIES
        )
        console = EXERCISE.console(here)
        assert console is not None
        yield json.dumps(console.data)
        yield str(EXERCISE.panel(here))
    yield str(list(EXERCISE.rows(here)))
    yield str(list(EXERCISE.pictures(here)))
    yield str(EXERCISE.summary(here))
    yield str(list(EXERCISE.report(here)))
    for asker in (FOR_OTHERS, Asker("screen")):
        found = results_for(asker, EXERCISE, phase, known, people=PEOPLE, parties=PARTIES)
        # Origins name the exercise, not people.
        yield str([(one.text, one.name, one.organisation) for one in found])  # type: ignore[attr-defined]


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.sampled_from(WAYS)] * 4))
def test_consent_is_obeyed_in_every_output(ways: tuple[str, ...]) -> None:
    told = "\n".join(outputs(answers(ways)))
    for at, way in enumerate(ways):
        allowed = way in ("names", "organisations", "nobody")
        assert (f"geheim{at}" in told) == allowed, way
        assert f"vroeger{at}" not in told
        assert (NAMES[at] in told) == (way == "names"), way
    for at, house in enumerate(HOUSES):
        of_house = {ways[at], ways[at + 2]}
        assert (house in told) == bool(of_house & {"names", "organisations"})


@settings(max_examples=30, deadline=None)
@given(st.tuples(*[st.sampled_from(WAYS)] * 4))
def test_what_may_not_be_read_is_sealed_for_exports(ways: tuple[str, ...]) -> None:
    known = answers(ways)
    view = fold(EXERCISE.sample, known)
    kept = [one for one in known if EXERCISE.sealed and not EXERCISE.sealed(view, one)]
    told = str([one.payload for one in kept])
    for at, way in enumerate(ways):
        assert (f"geheim{at}" in told) == (way in ("names", "organisations", "nobody"))
        assert f"vroeger{at}" not in told
        # That somebody wants it used nowhere is kept.
        assert (way != "none") or any(one.author == f"p{at}" for one in kept)


@pytest.mark.parametrize("way", WAYS)
def test_a_phone_has_only_the_own_sentence(way: str) -> None:
    known = answers((way, "names", "names", "names"))
    context = context_of(
        EXERCISE, Phase(0, "one", True, True), "phone", known, people=PEOPLE, parties=PARTIES,
        me="p0",
    )  # fmt: skip
    data = json.dumps(EXERCISE.phone(context).data)
    assert "geheim0" in data and "geheim1" not in data and "geheim2" not in data


def test_the_quote_on_the_screen_goes_when_it_is_withdrawn() -> None:
    known = answers(("names", "names", "names", "names"))
    turned = sorted(key_of(person) for person in PEOPLE)[1]
    turn = Answer(FACILITATOR, TURN, {"key": turned})
    before = fold(EXERCISE.sample, [*known, turn]).current
    assert before is not None and before.key == turned
    gone = [one for one in known if one.author != before.person or one.slot != CONSENT]
    gone.append(Answer(before.person, CONSENT, {"consent": "none"}))
    after = fold(EXERCISE.sample, [*gone, turn]).current
    assert after is not None and after.key > turned, "the next one comes"
    for one in PEOPLE:
        gone = [answer for answer in gone if answer.author != one or answer.slot != CONSENT]
    assert fold(EXERCISE.sample, [*gone, turn]).current is None


def test_who_wrote_is_in_no_key_and_no_mark_of_the_console() -> None:
    known = answers(("nobody", "", "", ""))
    here = context_of(
        EXERCISE, Phase(0, "one", True, True), "console", known, people=PEOPLE, parties=PARTIES
    )
    panel, console = EXERCISE.panel(here), EXERCISE.console(here)
    assert panel.answered == frozenset() and panel.count == 1 and panel.total == 4
    assert console is not None
    told = json.dumps(console.data)
    assert "geheim0" in told and "p0" not in told and here.alias("p0") not in told


def test_the_screen_has_nothing_before_it_is_shown() -> None:
    view = fold(EXERCISE.sample, answers(("names",) * 4))
    assert public(view, Phase(0, "one", True, False), "screen", None).sentences == ()
