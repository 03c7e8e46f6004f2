"""What lies on the floor: in which order, what is warm, and what each role may see of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Answer, Json, Member, Phase, TrackVisit, VisitDay
from exercises.recall import EXERCISE
from exercises.recall.config import RecallConfig
from exercises.recall.model import RecallView, enter, fold, hosts_of, public, slip_key, steps
from state.models import FACILITATOR

CONFIG: RecallConfig = EXERCISE.sample
AN = Member("an", "An", "a", "A", 1, "staat")


def words(person: str, text: str, order: int = 0, host: str = "b") -> Answer:
    return Answer(person, "q1.words", {"text": text, "host": host}, order=order)


def mark(person: str, text: str, *, on: bool = True) -> Answer:
    payload: Json = {"on": on, "text": text}
    return Answer(FACILITATOR, f"q1.warm-{slip_key(person, 'q1')}", payload)


def test_slips_lie_in_the_order_in_which_they_came() -> None:
    felt = Answer("an", "q1.feeling", {"feeling": "warm", "host": "b"}, order=1)
    view = fold(CONFIG, [words("bo", "dag", 2), words("an", "soep", 9), felt])
    assert [(one.text, one.feeling) for one in view.of("q1")] == [("soep", "warm"), ("dag", "")]


def test_an_empty_slip_does_not_lie_there_and_a_feeling_alone_does() -> None:
    felt = Answer("bo", "q1.feeling", {"feeling": "shy", "host": ""})
    view = fold(CONFIG, [words("an", ""), felt])
    assert [(one.person, one.feeling) for one in view.of("q1")] == [("bo", "shy")]
    assert view.counts == {"q1": 1}


def test_a_mark_holds_for_words_that_are_given_without_their_author() -> None:
    (slip,) = fold(CONFIG, [words("stand-in", "soep"), mark("an", "soep")]).of("q1")
    assert slip.warm


def test_a_mark_holds_for_the_words_that_were_marked() -> None:
    (slip,) = fold(CONFIG, [words("an", "soep"), mark("an", "soep")]).of("q1")
    assert slip.warm
    for answers in (
        [words("an", "stijf"), mark("an", "soep")],
        [words("an", "soep"), mark("an", "soep", on=False)],
        [words("an", "soep"), words("bo", "thee"), mark("bo", "soep")],
    ):
        assert not any(one.warm for one in fold(CONFIG, answers).of("q1"))


def test_the_host_that_was_picked_last_counts_for_all_slips() -> None:
    picked = Answer("an", "host.pick", {"host": "c"})
    assert fold(CONFIG, [words("an", "soep"), picked]).of("q1")[0].host == "c"
    nowhere = replace(picked, payload={"host": ""})
    assert fold(CONFIG, [words("an", "soep"), nowhere]).of("q1")[0].host == ""


def test_hosts_are_those_where_one_was_a_guest() -> None:
    went = TrackVisit("1", host="b", visitor="a", people=("an",), state="done")
    without = replace(went, id="2", host="c", people=("bo",))
    off = replace(went, id="3", host="d", state="called_off")
    received = TrackVisit("4", host="a", visitor="b")
    assert hosts_of(AN, (went, without, off, received, replace(went, id="5"))) == ("b",)
    assert hosts_of(None, (went,)) == ()


def test_a_visit_that_is_still_ahead_is_not_remembered() -> None:
    went = TrackVisit("1", host="b", visitor="a", people=("an",))
    ahead, begun = VisitDay("2999-01-01"), VisitDay("2020-01-01")
    for days, hosts in (((), ()), ((ahead,), ()), ((begun, ahead), ("b",))):
        assert hosts_of(AN, (replace(went, days=days),)) == hosts


def test_only_at_a_question_there_is_something_to_answer() -> None:
    keys = [step.key for step in steps(CONFIG)]
    assert keys == ["listen", "q1", "q2", "q3", "q4", "q5", "light"]
    begun = [enter(CONFIG, Phase(at, "on", True, True)) for at in range(7)]
    assert [(one.open, one.shown) for one in begun] == [
        (False, False), *[(True, True)] * 5, (False, True),
    ]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.text(max_size=8)), max_size=12))
def test_phones_see_nothing_of_others_and_the_screen_nothing_before(
    said: list[tuple[str, str]],
) -> None:
    view = fold(CONFIG, [words(person, text) for person, text in said])
    assert public(view, Phase(1, "on", True, True), "phone", AN) == RecallView(hidden=True)
    hidden = public(view, Phase(1, "on", True, False), "screen", None)
    assert not hidden.slips and hidden.counts == view.counts


def test_keys_of_slips_tell_neither_whose_they_are_nor_which_are_of_one_person() -> None:
    keys = {slip_key(person, f"q{n}") for person in ("an", "bo") for n in range(5)}
    assert len(keys) == 10


def test_a_mark_is_taken_away_under_the_key_that_a_slip_has_without_a_name() -> None:
    marked = replace(mark("an", "soep"), order=3)
    unmarked = replace(mark("stand-in", "soep", on=False), order=4)
    for author in ("an", "stand-in"):
        (slip,) = fold(CONFIG, [words(author, "soep"), marked]).of("q1")
        assert slip.warm
        (slip,) = fold(CONFIG, [words(author, "soep"), marked, unmarked]).of("q1")
        assert not slip.warm
        again = replace(marked, order=5)
        (slip,) = fold(CONFIG, [words(author, "soep"), unmarked, again]).of("q1")
        assert slip.warm
