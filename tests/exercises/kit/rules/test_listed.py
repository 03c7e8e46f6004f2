"""Lists in a configuration: whatever happens to them, answers stay with the words they were given
to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from exercises.kit.rules.listed import EntryList, undone
from state.ids import new_id


@dataclass(frozen=True)
class Entry:
    key: str
    text: str


@dataclass(frozen=True)
class Listed:
    entries: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()


LIST = EntryList[Listed, Entry]("entries", 100, "{count}", removed="gone")
TEXTS = st.sampled_from("abcdef")
PLACES = st.integers(0, 5)


@dataclass
class Before:
    """A change that can be undone: the entries before and after it."""

    before: tuple[Entry, ...] = ()
    after: tuple[Entry, ...] = ()


@dataclass
class Meant:
    """What people answered: key -> the words as they stood, or as they were said better since."""

    words: dict[str, str] = field(default_factory=dict)


class AnsweredList(RuleBasedStateMachine):
    """A facilitator who edits while people answer."""

    def __init__(self) -> None:
        super().__init__()
        self.now = Listed(tuple(Entry(f"s{at}", text) for at, text in enumerate("abc")))
        self.meant = Meant()
        self.last = Before()

    def one(self, place: int) -> Entry | None:
        return self.now.entries[place] if place < len(self.now.entries) else None

    def became(self, changed: Listed) -> None:
        self.last = Before(self.now.entries, changed.entries)
        self.now = changed

    @rule(place=PLACES)
    def answers(self, place: int) -> None:
        if one := self.one(place):
            self.meant.words[one.key] = one.text

    @rule(text=TEXTS)
    def adds(self, text: str) -> None:
        self.now = LIST.add(self.now, (Entry(new_id(), text),))

    @rule(place=PLACES, text=TEXTS)
    def says_better(self, place: int, text: str) -> None:
        if one := self.one(place):
            self.now = LIST.change(self.now, one.key, lambda now: replace(now, text=text))
            if one.key in self.meant.words:
                self.meant.words[one.key] = text

    @rule(place=PLACES, text=TEXTS)
    def says_something_else(self, place: int, text: str) -> None:
        if one := self.one(place):
            self.now = LIST.another(self.now, one.key, Entry(new_id(), text), self.meant.words)

    @rule(place=PLACES, by=st.integers(-3, 3))
    def moves(self, place: int, by: int) -> None:
        if one := self.one(place):
            self.now = LIST.move(self.now, one.key, by)

    @rule(place=PLACES)
    def removes(self, place: int) -> None:
        if one := self.one(place):
            self.became(LIST.without(self.now, one.key, self.meant.words))

    @rule(texts=st.lists(TEXTS, max_size=5))
    def replaces_all(self, texts: list[str]) -> None:
        # The keys of the method's list and of other agendas are the same whatever their words.
        entries = tuple(Entry(f"s{at}", text) for at, text in enumerate(texts))
        self.became(LIST.change_to(self.now, entries, self.meant.words))
        assert [one.text for one in self.now.entries] == texts

    @rule(texts=st.lists(TEXTS, max_size=5))
    def takes_over(self, texts: list[str]) -> None:
        other = Listed(tuple(Entry(f"s{at}", text) for at, text in enumerate(texts)))
        self.now = LIST.taken_over(self.now, other, self.meant.words)

    @rule()
    def undoes(self) -> None:
        was = {one.key for one in self.last.before}
        added = {one.key for one in self.last.after} - was
        others = [one.key for one in self.now.entries if one.key not in was | added]
        self.now = LIST.undone(self.now, self.last.before, self.last.after, self.meant.words)
        keys = [one.key for one in self.now.entries]
        assert [one for one in keys if one not in was] == others, "added since"
        assert {one.key for one in self.last.before} - {one.key for one in self.last.after} <= set(
            keys
        )
        self.last = Before()

    @invariant()
    def answers_stay_with_their_words(self) -> None:
        words = {one.key: one.text for one in (*self.now.gone, *self.now.entries)}
        assert {key: words.get(key) for key in self.meant.words} == self.meant.words

    @invariant()
    def every_key_is_there_once(self) -> None:
        keys = [one.key for one in (*self.now.gone, *self.now.entries)]
        assert len(keys) == len(set(keys))


TestAnsweredList = AnsweredList.TestCase


def entries(keys: str) -> tuple[Entry, ...]:
    return tuple(Entry(key, key) for key in keys)


def test_undoing_a_removal_keeps_the_order_and_the_additions() -> None:
    assert undone(entries("abc"), entries("ac"), entries("cad")) == entries("cabd")


def test_undoing_a_replacement_keeps_what_was_added_since() -> None:
    assert undone(entries("abc"), entries("bxy"), entries("byxz")) == entries("abcz")


def test_undoing_restores_an_order_that_still_stands() -> None:
    assert undone(entries("abc"), entries("cab"), entries("cabd")) == entries("abcd")
