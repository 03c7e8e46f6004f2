"""Who sees what of Open houding."""

from __future__ import annotations

import json

from exercises.contract import Answer, Member, Phase, Role
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.open_stance import EXERCISE, model, views
from exercises.open_stance.model import AGREE, LOOK, WRITE
from exercises.results import Agreement
from tests.exercises.asking import results_for
from tests.exercises.contexts import context_of
from tests.exercises.open_stance.sample import CONFIG, VISITS
from tests.exercises.open_stance.test_accept import PARTIES, PEOPLE

ANSWERS = [
    Answer("kat", "e1.after", {"text": "Hoe is dit gegroeid?"}),
    Answer("greet", "e1.after", {"text": "Wat ging eraan vooraf?"}),
    Answer("ann", "e1.after", {"text": ""}),
    Answer("ann", "own.before", {"text": "Alleen gesloten"}),
    Answer("greet", "own.before", {"text": "Moet dat zo?"}),
    Answer("greet", "own.after", {"text": "Wat zou er anders kunnen?"}),
    Answer("kat", "e1.change", {"text": "Er komt een verhaal."}),
    Answer("v1", "sheet.v1:when", {"text": "Elke dag een kwartier."}, by="kat"),
]


def data(role: Role, stage: str, me: str | None = None, shown: bool = True) -> str:
    draw = EXERCISE.phone if role == "phone" else EXERCISE.screen
    phase = Phase(stage=stage, open=True, shown=shown)
    return json.dumps(draw(context_of(
        EXERCISE, phase, role, ANSWERS, config=CONFIG, people=PEOPLE, parties=PARTIES.values(),
        me=me, visits=VISITS,
    )).data, ensure_ascii=False)  # fmt: skip


def test_the_screen_tells_only_how_many_until_it_is_shown() -> None:
    told = data("screen", WRITE, shown=False)
    assert "gegroeid" not in told and '"wrote": 2' in told


def test_side_by_side_nobody_is_named() -> None:
    told = data("screen", LOOK)
    assert "Hoe is dit gegroeid?" in told and "Wat ging eraan vooraf?" in told
    assert "Er komt een verhaal." in told
    assert not any(one.name in told for one in PEOPLE.values())
    assert "Elke dag een kwartier." not in data("screen", AGREE)


def test_only_whole_pairs_of_own_sentences_stand_side_by_side() -> None:
    view = EXERCISE.fold(CONFIG, ANSWERS)
    assert list(view.pairs()) == [("Moet dat zo?", "Wat zou er anders kunnen?")]


def test_a_phone_has_the_own_words_and_those_of_the_own_visits() -> None:
    assert "Hoe is dit gegroeid?" in data("phone", WRITE, "kat")
    assert "Hoe is dit gegroeid?" not in data("phone", WRITE, "greet")
    for who in ("kat", "greet"):
        assert "Elke dag een kwartier." in data("phone", AGREE, who)
    assert "Elke dag een kwartier." not in data("phone", AGREE, "ann")


def test_the_order_tells_nothing_and_stays() -> None:
    def order(answers: list[Answer]) -> list[tuple[str, str]]:
        here = context_of(EXERCISE, Phase(stage=LOOK, shown=True), "screen", answers,
                          config=CONFIG, people=PEOPLE)  # fmt: skip
        return views.turned(here, CONFIG.examples[0])

    assert order(ANSWERS) == order(ANSWERS[::-1])
    assert len(order(ANSWERS)) == 2


def agreements(asker: Asker) -> list[Agreement]:
    found = results_for(asker, EXERCISE, Phase(stage=AGREE), ANSWERS, people=PEOPLE,
                        parties=PARTIES.values(), config=CONFIG)  # fmt: skip
    return [one for one in found if isinstance(one, Agreement)]


def phone(member: Member) -> Asker:
    return Asker("phone", member)


def test_what_a_couple_agreed_is_for_both_and_the_facilitator() -> None:
    for asker in (FOR_OTHERS, phone(PEOPLE["kat"]), phone(PEOPLE["greet"])):
        (one,) = agreements(asker)
        assert (one.organisation, one.partner, one.visit) == ("o1", "o0", "v1")
        assert (one.about, one.text) == ("Wanneer kijken we samen terug?", "Elke dag een kwartier.")
    assert agreements(phone(PEOPLE["ann"])) == []
    assert agreements(Asker("screen")) == []


def test_the_own_sentence_can_be_left_out() -> None:
    assert [one.key for one in model.sentences(CONFIG)][-1] == model.OWN
