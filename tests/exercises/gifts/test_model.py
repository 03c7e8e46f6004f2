"""A gift from empty to read: what is taken from whom, and that nobody reads it too soon."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from exercises.contract import Answer, Role
from exercises.gifts import EXERCISE
from exercises.gifts.model import STAGES
from exercises.gifts.model_reading import sealed
from exercises.kit.drawing.finger_drawing import Stroke, encode
from state.models import FACILITATOR
from tests.exercises.gifts.rooms import PEOPLE, WRAP, Play, on_table
from tests.exercises.refusing import unless_refused

DOT = encode([Stroke("i", "1", ((3, 4),))])
KINDS = ("like", "tip", "draw", "phrase", "told")


def mark(play: Play, gift: str, person: str, kind: str) -> str:
    return f"MERK-{gift}-{person}-{kind}-{play.turns}"


class Gifts(RuleBasedStateMachine):
    """People do whatever they can think of, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.play = Play()
        # Every word that ever was in a note: who wrote it, in which gift.
        self.written: dict[str, tuple[str, str]] = {}
        self.unwrapped: set[str] = set()

    gifts = st.sampled_from(["a", "b", "c", "g-o4"])
    people = st.sampled_from(sorted(PEOPLE))
    authors = st.sampled_from([*sorted(PEOPLE), FACILITATOR])

    @rule(person=people, gift=gifts, kind=st.sampled_from(KINDS))
    def writes(self, person: str, gift: str, kind: str) -> None:
        words = mark(self.play, gift, person, kind)
        payload: Any = {"items": DOT, "text": words} if kind == "draw" else {"text": words}
        before = self.play.view.gifts.get(gift)
        if unless_refused(self.play.send, person, f"{gift}.{kind}", payload):
            self.written[words] = (person, gift)
            assert before is not None and not before.wrapped and not before.opened

    @rule(author=authors, gift=gifts, wrapped=st.booleans())
    def wraps(self, author: str, gift: str, wrapped: bool) -> None:
        before = self.play.view.gifts.get(gift)
        if unless_refused(self.play.send, author, f"{gift}.wrap", {**WRAP, "wrapped": wrapped}):
            assert before is not None and not before.opened
            assert before.count or not wrapped
            assert wrapped or self.play.phase.stage == "fill"

    @rule(author=authors, gift=gifts)
    def unwraps(self, author: str, gift: str) -> None:
        before = self.play.view.gifts.get(gift)
        if unless_refused(self.play.send, author, f"{gift}.open", {"open": True}):
            assert before is not None and (before.wrapped or before.opened)
            assert author == FACILITATOR or PEOPLE[author].organisation_id == before.host
            self.unwrapped.add(gift)

    @rule(author=authors, gift=gifts, at=st.integers(-1, 4))
    def turns(self, author: str, gift: str, at: int) -> None:
        unless_refused(self.play.send, author, f"{gift}.page", {"at": at})

    @rule(author=authors, gift=gifts, part=st.sampled_from(["done", "skip", "question", "ask"]),
          value=st.booleans())  # fmt: skip
    def does_something_else(self, author: str, gift: str, part: str, value: bool) -> None:
        key = {"done": "done", "skip": "skip", "ask": "on"}.get(part)
        unless_refused(
            self.play.send, author, f"{gift}.{part}", {key: value} if key else {"text": "Vraag?"}
        )

    @rule(stage=st.sampled_from([stage.key for stage in STAGES]))
    def the_facilitator_goes_on(self, stage: str) -> None:
        self.play.go(stage)

    @invariant()
    def at_most_one_gift_is_being_read(self) -> None:
        busy = [g for g in self.play.view.gifts.values() if g.opened and not g.done]
        assert len(busy) <= 1

    @invariant()
    def what_was_unwrapped_stays_unwrapped(self) -> None:
        view = self.play.view
        assert all(view.gifts[key].opened for key in self.unwrapped if key in view.gifts)

    @invariant()
    def nobody_reads_a_gift_too_soon(self) -> None:
        everybody: list[tuple[Role, str | None]] = [("screen", None), ("console", None)]
        for role, who in (*everybody, *(("phone", one) for one in PEOPLE)):
            sent = wire(self.play, role, who)
            for words, (author, gift) in self.written.items():
                if words not in sent or gift in self.unwrapped:
                    continue
                assert role == "phone" and who == author, (role, who, words)
                assert not self.play.view.gifts[gift].wrapped


def wire(play: Play, role: Role, who: str | None = None) -> str:
    """Everything that goes to one browser, and for the console also into the export."""
    context = play.context(role, who)
    if role == "phone":
        return json.dumps(EXERCISE.phone(context).data, ensure_ascii=False)
    if role == "screen":
        return json.dumps(EXERCISE.screen(context).data, ensure_ascii=False)
    desk = EXERCISE.console(context)
    readable = [
        answer.payload for answer in play.stored.values()
        if not sealed(play.view, answer)
    ]  # fmt: skip
    return repr((desk and desk.data, EXERCISE.panel(context), list(EXERCISE.rows(context)),
                 list(EXERCISE.pictures(context)), readable))  # fmt: skip


TestGifts = Gifts.TestCase
TestGifts.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


def test_an_empty_gift_is_not_wrapped() -> None:
    play = Play()
    assert "nog niets in" in play.refused("o1x", "a.wrap", WRAP)
    play.does("o1x", "a.draw", {"items": [], "text": "enkel woorden"})
    assert "nog niets in" in play.refused("o1x", "a.wrap", WRAP)
    play.does("o1x", "a.draw", {"items": DOT, "text": ""})
    play.does("o1y", "a.wrap", WRAP)


def test_two_colleagues_never_write_over_each_other() -> None:
    play = Play()
    play.does("o1x", "a.like", {"text": "van x"})
    play.does("o1y", "a.like", {"text": "van y"})
    assert [note.text for note in play.view.gifts["a"].notes] == ["van x", "van y"]


def test_wrapping_twice_keeps_the_first_paper() -> None:
    play = on_table("fill")
    play.does("o1y", "a.wrap", {"wrapped": True, "paper": "plain", "ribbon": "blue"})
    gift = play.view.gifts["a"]
    assert (gift.paper, gift.ribbon) == ("dots", "red")


def test_a_gift_may_be_opened_again_until_the_table_is_closed() -> None:
    play = on_table("fill")
    assert "intussen ingepakt" in play.refused("o1x", "a.like", {"text": "te laat"})
    play.does("o1y", "a.wrap", {"wrapped": False})
    play.does("o1x", "a.like", {"text": "toch nog"})
    play.does("o1x", "a.wrap", WRAP)
    play.go("table")
    assert "De tafel is gesloten" in play.refused("o1x", "a.wrap", {"wrapped": False})
    play.phase = replace(play.phase, open=True)
    assert "De tafel is gesloten" in play.refused("o1x", "a.wrap", {"wrapped": False})


def test_what_was_filled_may_be_wrapped_after_the_table_is_closed() -> None:
    play = Play()
    for org in ("o1x", "o2x"):
        play.does(org, {"o1x": "a", "o2x": "c"}[org] + ".like", {"text": "woord"})
    play.does("o1x", "b.like", {"text": "woord"})
    play.go("table")
    play.does("o1x", "a.wrap", WRAP)
    assert "De tafel is gesloten" in play.refused("o1x", "a.wrap", {"wrapped": False})
    assert "pakken anderen in" in play.refused("o3x", "c.wrap", WRAP)
    play.go("unwrap")
    assert EXERCISE.phone(play.context("phone", "o2y")).data["slots"] == ["a.open", "c.wrap"]
    play.does("o2y", "c.wrap", WRAP)
    play.go("after")
    assert "Vraag de begeleider" in play.refused("o1x", "b.wrap", WRAP)
    play.does(FACILITATOR, "b.wrap", {"wrapped": True})


def test_nobody_wraps_while_the_facilitator_keeps_answers_shut() -> None:
    play = Play()
    play.does("o1x", "a.like", {"text": "woord"})
    play.phase = replace(play.phase, open=False)
    assert "Vraag de begeleider" in play.refused("o1x", "a.wrap", WRAP)


def test_the_facilitator_wraps_for_others_but_never_opens() -> None:
    play = Play()
    play.does("o1x", "a.like", {"text": "woord"})
    play.go("table")
    play.does(FACILITATOR, "a.wrap", {"wrapped": True})
    play.go("fill")
    assert "Alleen wie het vulde" in play.refused(FACILITATOR, "a.wrap", {"wrapped": False})


def test_unwrapping_twice_is_one_event() -> None:
    play = on_table()
    play.does("o2x", "a.open", {"open": True})
    once = play.stored["o2", "a.open"].payload
    play.does("o2y", "a.open", {"open": True})
    play.does(FACILITATOR, "a.open", {"open": True})
    assert [key for key in play.stored if key[1] == "a.open"] == [("o2", "a.open")]
    assert play.stored["o2", "a.open"].payload == once


@pytest.mark.parametrize("who", ["o1x", "o3x", "o4y", "nobody"])
@pytest.mark.parametrize(
    ("part", "payload"),
    [("open", {"open": True}), ("page", {"at": 1}), ("question", {"text": "?"}),
     ("share", {"text": "!"}), ("done", {"done": True})],
)  # fmt: skip
def test_only_the_host_unwraps_reads_and_asks(who: str, part: str, payload: Any) -> None:
    play = on_table()
    assert "Dit cadeautje is voor Kattenstaart" in play.refused(who, f"a.{part}", payload)


def test_hosts_unwrap_one_after_another() -> None:
    play = on_table()
    play.does("o2x", "a.open", {"open": True})
    assert "Nu pakt Kattenstaart uit" in play.refused("o1x", "c.open", {"open": True})
    # Their own page says so: the room needs no second sentence above it.
    assert EXERCISE.phone(play.context("phone", "o1x")).data["slots"] == ["c.open"]
    play.does("o2x", "a.done", {"done": True})
    play.does("o1x", "c.open", {"open": True})
    assert "ander cadeautje" in play.refused(FACILITATOR, "a.done", {"done": False})


def test_only_the_facilitator_takes_a_read_gift_to_the_front_again() -> None:
    play = on_table()
    play.does("o2x", "a.open", {"open": True})
    play.does("o2x", "a.done", {"done": True})
    assert "alleen de begeleider" in play.refused("o2y", "a.done", {"done": False})
    play.does("o1x", "c.open", {"open": True})
    play.does("o1x", "c.done", {"done": True})
    play.does(FACILITATOR, "a.done", {"done": False})
    assert play.view.current == play.view.gifts["a"]


def test_a_tap_that_comes_late_does_not_change_the_order_of_unwrapping() -> None:
    play = on_table()
    for host, gift in (("o2x", "a"), ("o1x", "c")):
        play.does(host, f"{gift}.open", {"open": True})
        play.does(host, f"{gift}.done", {"done": True})
    play.does("o2y", "a.open", {"open": True, "turn": 99})
    gifts = play.view.gifts
    assert (gifts["a"].turn, gifts["c"].turn) == (1, 2)


def test_paper_around_nothing_is_no_gift() -> None:
    play = on_table()
    # Who filled it is taken out of the meeting, and the notes with them.
    play.stored = {key: one for key, one in play.stored.items() if key[0] not in ("o1x", "o1y")}
    assert not play.view.gifts["a"].wrapped and play.view.tally("unwrap") == (0, 1)
    assert "nog niet ingepakt" in play.refused("o2x", "a.open", {"open": True})


def test_what_the_host_says_goes_from_the_screen_with_the_results() -> None:
    play = on_table()
    play.does("o2x", "a.open", {"open": True})
    play.does("o2x", "a.question", {"text": "Hoe?"})
    play.does("o2x", "a.share", {"text": "Zo."})
    assert "Hoe?" in wire(play, "screen") and "Zo." in wire(play, "screen")
    play.phase = replace(play.phase, shown=False)
    assert "Hoe?" not in wire(play, "screen") and "Zo." not in wire(play, "screen")


def test_nothing_is_unwrapped_before_its_time() -> None:
    play = on_table("table")
    assert "Nog even wachten" in play.refused("o2x", "a.open", {"open": True})
    play.go("unwrap")
    assert "nog niet ingepakt" in play.refused("o3x", "b.open", {"open": True})
    assert "nog niet uitgepakt" in play.refused("o2x", "a.page", {"at": 1})


def test_the_gift_of_who_left_is_kept_and_put_aside() -> None:
    play = on_table()
    play.parties = tuple(replace(one, gone=one.id == "o2") for one in play.parties)
    assert "doet niet meer mee" in play.refused(FACILITATOR, "a.open", {"open": True})
    assert [gift["key"] for gift in EXERCISE.screen(play.context("screen")).data["gifts"]] == ["c"]
    play.does(FACILITATOR, "a.skip", {"skip": True})
    assert play.view.gifts["a"].skipped
    assert "alleen de begeleider" in play.refused("o1x", "a.skip", {"skip": False})


def test_the_group_fills_a_gift_for_who_gets_none() -> None:
    play = Play()
    assert "niet meer op de lijst" in play.refused("o1x", "g-o4.like", {"text": "dag"})
    assert "alleen de begeleider" in play.refused("o1x", "g-o4.ask", {"on": True})
    assert "kan de groep geen" in play.refused(FACILITATOR, "g-weg.ask", {"on": True})
    play.does(FACILITATOR, "g-o4.ask", {"on": True})
    play.does("o1x", "g-o4.like", {"text": "dag"})
    play.does("o3y", "g-o4.draw", {"items": DOT})
    assert "vullen anderen" in play.refused("o4x", "g-o4.like", {"text": "voor onszelf"})
    assert "hoort niet" in play.refused("o3y", "g-o4.told", {"text": "niets"})
    assert "pakken anderen in" in play.refused("o1x", "g-o4.wrap", WRAP)
    play.does(FACILITATOR, "g-o4.wrap", WRAP)
    play.go("unwrap")
    play.does("o4x", "g-o4.open", {"open": True})


def test_a_host_reads_as_far_as_the_group() -> None:
    play = on_table()
    play.does("o2x", "a.open", {"open": True})
    seen = []
    for at in range(4):
        play.does("o2y", "a.page", {"at": at})
        phone, screen = wire(play, "phone", "o2x"), wire(play, "screen")
        seen.append([words in text for words in ("van x", "van y") for text in (phone, screen)])
    assert seen == [
        [False, False, False, False], [True, True, False, False],
        [True, False, True, True], [True, False, True, False],
    ]  # fmt: skip
    assert play.view.gifts["a"].reading
    assert "zit niet in" in play.refused("o2x", "a.page", {"at": 4})
    play.does("o2x", "a.page", {"at": 1})
    play.phase = replace(play.phase, shown=False)
    assert "van x" not in wire(play, "screen")


@pytest.mark.parametrize("how", ["after", "over"])
def test_a_host_keeps_all_of_a_gift_that_the_room_reads_no_more(how: str) -> None:
    play = on_table()
    play.does("o2x", "a.open", {"open": True})
    assert "van x" not in wire(play, "phone", "o2x")
    if how == "after":
        play.go("after")
    else:
        play.phase = replace(play.phase, over=True)
    told = wire(play, "phone", "o2y")
    assert "van x" in told and "van y" in told
    assert "van x" not in wire(play, "screen") and "van x" not in wire(play, "phone", "o3x")
    assert "terug" not in wire(play, "phone", "o1x")
    play.go("unwrap")
    play.phase = replace(play.phase, over=False)
    assert "van x" not in wire(play, "phone", "o2x")


@pytest.mark.parametrize("text", ["x" * 301, ["lijst"], None])
def test_a_note_that_does_not_fit_is_refused(text: Any) -> None:
    play = Play()
    assert play.refused("o1x", "a.like", {"text": text}).endswith(".")


def test_a_drawing_that_is_too_large_is_refused_kindly() -> None:
    play = Play()
    many = encode([Stroke("i", "1", tuple((at % 2, 0) for at in range(50_000)))])
    assert "te groot" in play.refused("o1x", "a.draw", {"items": many})
    assert "niet te lezen" in play.refused("o1x", "a.draw", {"items": ["?"]})


def test_earlier_words_of_a_note_stay_sealed_after_unwrapping() -> None:
    play = Play()
    play.does("o1x", "a.like", {"text": "eerst iets anders"})
    first = play.stored["o1x", "a.like"]
    play.does("o1x", "a.like", {"text": "dit bleef"})
    play.does("o1x", "a.wrap", WRAP)
    last = play.stored["o1x", "a.like"]
    assert sealed(play.view, first) and sealed(play.view, last)
    play.go("unwrap")
    play.does("o2x", "a.open", {"open": True})
    assert sealed(play.view, first) and not sealed(play.view, last)
    assert sealed(play.view, Answer("o1x", "weg.like", {"text": "x"}))


def test_a_colleague_knows_that_something_is_in_the_gift() -> None:
    play = Play()

    def notifies(payload: Any, part: str = "like") -> str:
        return play.send("o1x", f"a.{part}", payload).notifies

    assert [notifies({"text": text}) for text in ("", "w", "woord", "", "weer")] == [
        "nobody", "party", "nobody", "party", "party",
    ]  # fmt: skip
    assert notifies({"items": [], "text": "enkel woorden"}, "draw") == "nobody"
    assert notifies({"items": DOT}, "draw") == "party"


def test_a_new_word_notifies_who_has_to_know() -> None:
    play = on_table("fill")
    wrapped = play.send("o1x", "a.wrap", WRAP)
    assert wrapped.notifies == "party" and wrapped.owner == "o1"
    play.go("unwrap")
    opened = play.send("o2x", "a.open", {"open": True})
    assert opened.notifies == "everybody"
    asked = play.send("o2x", "a.question", {"text": "Hoe?"})
    assert asked.notifies == "everybody"
    assert "Hoe?" in wire(play, "phone", "o1x")
