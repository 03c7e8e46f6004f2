"""Nobody loses a word: the merge, the field on the server, and phones with a bad connection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.contract import Accepted, Entry, Json, Member, Party, Phase
from exercises.kit.rules import joint
from exercises.kit.rules.joint import Stored, merge, readable
from state.models import FACILITATOR
from tests.exercises.kit.rules.joint_phone import JointPhone
from tests.exercises.refusing import refusal, unless_refused

MEMBERS = {
    name: Member(name, name.title(), organisation, organisation, 1, "staat")
    for name, organisation in (("an", "o1"), ("bo", "o1"), ("cas", "o1"), ("dirk", "o2"))
}
DUO = ("an", "bo", "cas")
PARTIES = {name: Party(name, name, "", 1) for name in ("o1", "o2")}
WORDS = st.lists(st.sampled_from(["een", "twee", "drie", "vier.", "é", "👋"]), max_size=8)
TEXTS = st.text(alphabet="ab \n", max_size=14) | WORDS.map(" ".join)


@dataclass
class Server:
    """The stored fields, judged as the room does."""

    rows: dict[tuple[str, str], Json] = field(default_factory=dict)

    def entry(self, author: str, slot: str, payload: Json) -> Entry[Any, Any]:
        return Entry(
            None, Phase(), author, slot, payload, lambda: None, lambda: MEMBERS, lambda: PARTIES,
            lambda one: f"alias-{one}", lambda owner, place: self.rows.get((owner, place)),
        )  # fmt: skip

    def send(self, author: str, payload: Json, limit: int = 10_000, slot: str = "core") -> Accepted:
        verdict = joint.accept(self.entry(author, slot, payload), limit, "De tekst")
        assert verdict.owner is not None
        self.rows[verdict.owner, slot] = verdict.payload
        return verdict

    def text(self, owner: str = "o1") -> str:
        return self.stored(owner).text

    def stored(self, owner: str = "o1") -> Stored:
        return Stored.read(self.rows.get((owner, "core")))

    def for_pages_of(self, author: str) -> Stored:
        return self.stored().for_pages_of(f"alias-{author}")


@given(TEXTS, TEXTS)
def test_who_changed_nothing_changes_nothing(base: str, other: str) -> None:
    assert merge(base, base, other) == other
    assert merge(base, other, base) == other
    assert merge(base, other, other) == other


@given(TEXTS, TEXTS, TEXTS)
def test_each_word_that_either_added_is_there(base: str, one: str, other: str) -> None:
    merged = merge(base, one, other)
    for word in {*one.split(), *other.split()} - {*base.split()}:
        assert word in merged.split()
    assert {*merged.split()} <= {*one.split(), *other.split()}
    assert merge(base, one, other) == merged


def test_words_stand_where_they_were_written() -> None:
    base = "Wij ontvangen gezinnen in de buurt."
    one = "Wij ontvangen alle gezinnen in de buurt."
    other = "Wij ontvangen gezinnen met kinderen in de wijk."
    assert merge(base, one, other) == "Wij ontvangen alle gezinnen met kinderen in de wijk."


def test_a_word_half_written_grows_on_in_its_place() -> None:
    assert merge("een buu", "een buu en meer", "een buurt") == "een buurt en meer"


def test_two_who_begin_in_an_empty_field_both_stand_there() -> None:
    assert merge("", "Goed begonnen", "is half gewonnen") == "Goed begonnen is half gewonnen"
    assert merge("", "Goed", "Goed begonnen") == "Goed begonnen"


def test_both_new_spellings_of_one_word_stay() -> None:
    assert merge("het buurthuis", "het buurtwerk", "het wijkhuis") == "het buurtwerk wijkhuis"


def test_spaces_and_lines_are_kept_as_typed() -> None:
    assert merge("a b", "a b\nc", "a\nb ") == "a\nb\nc "
    assert merge("a", "x a", "a ") == "x a "


@given(st.integers(300, 900))
def test_a_huge_paste_is_merged_without_long_thought(size: int) -> None:
    one, other = (" ".join(f"{name}{n}" for n in range(size)) for name in "xy")
    merged = merge("kort", f"{one} kort", f"{other}").split()
    assert {*one.split(), *other.split()} <= {*merged}


@dataclass
class Duo:
    """Phones of one organisation that may be offline, late, double or reloaded."""

    server: Server = field(default_factory=Server)
    phones: list[JointPhone] = field(
        default_factory=lambda: [JointPhone(f"w{n}") for n in range(3)]
    )
    outbox: dict[int, list[Json]] = field(default_factory=lambda: {0: [], 1: [], 2: []})
    on_the_way: list[tuple[int, Json]] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    wiped: set[str] = field(default_factory=set)
    count: int = 0

    def do(self, what: str, who: int, where: int) -> None:
        steps: dict[str, Callable[[int, int], None]] = {
            "write": self.write, "wipe": self.wipe, "grow": self.grow, "send": self.send,
            "deliver": self.deliver, "late": self.late, "page": self.page, "reload": self.reload,
            "space": self.space,
        }  # fmt: skip
        steps[what](who, where)

    def write(self, who: int, where: int) -> None:
        words = self.phones[who].text.split(" ")
        self.count += 1
        word = f"n{self.count}"
        words.insert(where % (len(words) + 1), word)
        self.phones[who].text = " ".join(words)
        self.written.add(word)

    def space(self, who: int, where: int) -> None:
        text = self.phones[who].text
        at = where % (len(text) + 1)
        if (at == len(text) or text[at] in " \n") or text[at - 1 : at] in ("", " ", "\n"):
            self.phones[who].text = text[:at] + ("\n" if where % 2 else " ") + text[at:]

    def wipe(self, who: int, where: int) -> None:
        words = self.phones[who].text.split()
        if words:
            self.wiped.add(words.pop(where % len(words)))
            self.phones[who].text = " ".join(words)

    def grow(self, who: int, where: int) -> None:
        words = self.phones[who].text.split(" ")
        at = where % len(words)
        if words[at].strip():
            self.wiped.update(words[at].split())
            self.count += 1
            grown = f"{words[at].split()[-1]}x{self.count}"
            self.written.add(grown)
            words[at] = grown
            self.phones[who].text = " ".join(words)

    def send(self, who: int, where: int) -> None:
        message = self.phones[who].message()
        if message is not None:
            # An outbox holds one message for each slot; the one before may be on its way still.
            self.on_the_way += [(who, old) for old in self.outbox[who]]
            self.outbox[who] = [message]

    def deliver(self, who: int, where: int) -> None:
        for message in self.outbox[who]:
            self.server.send(DUO[who], message)
        if where % 2:  # else the confirmation is lost, and it comes again
            self.outbox[who] = []

    def late(self, who: int, where: int) -> None:
        if self.on_the_way:
            sender, message = self.on_the_way.pop(where % len(self.on_the_way))
            self.server.send(DUO[sender], message)

    def page(self, who: int, where: int) -> None:
        self.phones[who].take(self.server.for_pages_of(DUO[who]))

    def reload(self, who: int, where: int) -> None:
        self.count += 1
        again = self.phones[who].reloaded(f"r{self.count}")
        again.take(self.server.for_pages_of(DUO[who]))
        self.phones[who] = again
        if not self.outbox[who] and (message := again.message(again=True)):
            self.outbox[who] = [message]

    def calm_down(self) -> None:
        for _round in range(6):
            for who in range(3):
                self.send(who, 0)
                self.deliver(who, 1)
                self.page(who, 0)
        while self.on_the_way:
            self.late(0, 0)
        for who in range(3):
            self.page(who, 0)


ACTIONS = st.tuples(
    st.sampled_from(
        ["write"] * 5 + ["send"] * 4 + ["deliver"] * 4 + ["page"] * 4
        + ["wipe", "grow", "space", "late", "reload"]
    ),
    st.integers(0, 2),
    st.integers(0, 30),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(ACTIONS, max_size=60))
def test_every_word_survives_unless_somebody_who_saw_it_took_it_away(
    actions: list[tuple[str, int, int]],
) -> None:
    duo = Duo()
    for action in actions:
        duo.do(*action)
    duo.calm_down()
    words = duo.server.text().split()
    assert sorted(words) == sorted(duo.written - duo.wiped)
    assert [phone.text for phone in duo.phones] == [duo.server.text()] * 3
    assert not any(phone.dirty or phone.trail for phone in duo.phones)


def test_one_was_offline_in_the_middle_of_a_sentence() -> None:
    duo = Duo()
    one, other = duo.phones[:2]
    one.text = "Wij zijn er voor"
    duo.send(0, 0)
    duo.deliver(0, 1)
    duo.page(0, 0)
    duo.page(1, 0)
    one.text += " gezinnen met"
    other.text += " de hele buurt."
    duo.send(1, 0)
    duo.deliver(1, 1)
    one.text += " jonge kinderen"
    duo.send(0, 0)
    duo.deliver(0, 1)
    assert duo.server.text() == "Wij zijn er voor de hele buurt. gezinnen met jonge kinderen"


def test_the_same_message_twice_changes_nothing() -> None:
    server = Server()
    message = {"text": "ja", "base": "", "writer": "w", "n": 1, "trail": []}
    first = server.send("an", message)
    server.send("bo", {"text": "ja hoor", "base": "ja", "writer": "v", "n": 1, "trail": []})
    assert isinstance(first, Accepted) and first.owner == "o1" and first.notifies == "party"
    assert server.send("an", message) == Accepted(server.stored().to_json(), "o1", "party")
    assert server.text() == "ja hoor"


def message(text: str, base: str = "", writer: str = "w", number: int = 1) -> Json:
    return {"text": text, "base": base, "writer": writer, "n": number, "trail": []}


def test_what_is_too_long_is_kept_and_only_its_own_phones_read_it() -> None:
    server = Server()
    server.send("an", message("a" * 17), 10)
    assert server.rows["o1", "core"] == {
        "text": "a" * 17, "seen": {"alias-an.w": 1}, "long": True,
    }  # fmt: skip
    assert joint.text_of(server.rows["o1", "core"]) == ""
    assert server.for_pages_of("an") == Stored("a" * 17, {"w": 1}, long=True)
    assert server.for_pages_of("bo").text == "a" * 17
    server.send("an", message("a" * 10, "a" * 17, number=2), 10)
    assert "long" not in server.rows["o1", "core"]
    assert joint.text_of(server.rows["o1", "core"]) == "a" * 10


def test_half_a_text_is_taken_back_when_the_rest_is_too_long() -> None:
    server = Server()
    server.send("an", message("Een halve"), 10)
    assert joint.text_of(server.rows["o1", "core"]) == "Een halve"
    server.send("an", message("Een halve zin meer", "Een halve", number=2), 10)
    assert joint.text_of(server.rows["o1", "core"]) == ""
    assert server.text() == "Een halve zin meer"


def test_two_who_together_write_too_much_lose_nothing() -> None:
    server = Server()
    server.send("an", message("a" * 8), 10)
    server.send("bo", message("b" * 9, writer="v"), 10)
    both = f"{'a' * 8} {'b' * 9}"
    assert server.text() == both and server.stored().long
    server.send("an", message(f"{both} c", both, number=2), 10)
    assert server.text() == f"{both} c"
    server.send("an", message("a" * 8, f"{both} c", number=3), 10)
    assert server.text() == "a" * 8 and not server.stored().long


def test_far_too_much_is_refused_and_what_was_there_stays() -> None:
    server = Server()
    server.send("an", message("a" * 40), 10)
    assert refusal(server.send, "an", message("a" * 41, "a" * 40, number=2), 10) == (
        "De tekst is te lang: hoogstens 10 tekens passen er."
    )
    refusal(server.send, "bo", message("b", writer="v"), 10)
    refusal(server.send, "an", message("x " * 10_000, number=2), 10)
    refusal(server.send, "an", message("x" + " " * 90, number=2), 10)
    assert server.text() == "a" * 40
    assert isinstance(
        server.send("an", message("a" * 10 + "   ", "a" * 40, number=2), 10), Accepted
    )


def test_a_text_of_before_that_was_too_long_still_opens() -> None:
    server = Server({("o1", "core"): {"text": "a" * 15}})
    assert joint.text_of(server.rows["o1", "core"]) == "a" * 15
    assert server.for_pages_of("an") == Stored("a" * 15)


def test_the_facilitator_neither_makes_a_draft_nor_adds_to_one() -> None:
    server = Server()
    refusal(server.send, FACILITATOR, {"text": "a" * 11, "for": "o1"}, 10)
    server.send("an", message("a" * 11), 10)
    said = refusal(server.send, FACILITATOR, {"text": "ja", "for": "o1"}, 10)
    assert said == "De tekst wordt nog ingekort op de gsm van de organisatie."
    assert server.text() == "a" * 11


def test_the_phone_knows_the_same_bound() -> None:
    script = Path("exercises/kit/browser/joint.js").read_text(encoding="utf-8")
    assert f"const FAR_TOO_LONG = {joint.FAR_TOO_LONG}\n" in script


def test_the_facilitator_writes_for_an_organisation_nobody_else_does() -> None:
    server = Server()
    server.send(FACILITATOR, {"text": "ja", "for": "o2"})
    assert server.text("o2") == "ja"
    refusal(server.send, FACILITATOR, {"text": "ja", "for": "o9"})
    server.send("an", {"text": "nee", "for": "o2"})
    assert server.text("o2") == "ja" and server.text("o1") == "nee"
    refusal(server.send, "nobody", {"text": "nee"})


@given(
    st.dictionaries(
        st.sampled_from(["text", "base", "writer", "n", "trail"]),
        st.none() | st.integers() | st.text() | st.lists(st.lists(st.text() | st.integers())),
    )
)
def test_any_json_is_taken_or_refused(payload: Json) -> None:
    server = Server()
    verdict = unless_refused(server.send, "an", payload)
    if verdict is not None:
        assert Stored.read(verdict.payload).to_json() == verdict.payload


def test_pages_of_long_ago_are_forgotten() -> None:
    server = Server()
    for number in range(40):
        server.send("an", {"text": f"t{number}", "base": server.text(), "writer": f"w{number}",
                           "n": 1, "trail": []})  # fmt: skip
    assert list(server.for_pages_of("an").seen) == [f"w{number}" for number in range(28, 40)]


def test_nobody_speaks_for_the_page_of_a_colleague() -> None:
    server = Server()
    server.send("an", {"text": "van An", "writer": "w1", "n": 1})
    forged = [[f"w{number}", 2**50, "niets"] for number in range(9)]
    server.send("bo", {"text": "van Bo", "base": "van An", "writer": "w1", "n": 2**50,
                       "trail": forged})  # fmt: skip
    server.send("an", {"text": "van An nog", "base": "van An", "writer": "w1", "n": 2})
    assert "nog" in server.text().split()
    assert server.for_pages_of("an").seen == {"w1": 2}


def test_who_is_where_is_told_by_the_person_only() -> None:
    server = Server()
    fields = ("core", "target")

    def tell(author: str, slot: str, payload: Json) -> Accepted:
        return joint.accept_presence(server.entry(author, slot, payload), fields)

    here = {"field": "core", "beat": 5}
    assert tell("an", "at.alias-an", here) == Accepted(here, "o1", "party")
    refusal(tell, "an", "at.alias-bo", here)
    refusal(tell, "an", "at.alias-an", {"field": "elsewhere", "beat": 1})
    refusal(tell, "an", "at.alias-an", {"field": ["core"], "beat": 1})
    refusal(tell, "an", "at.alias-an", {"field": "core", "beat": -1})
    assert isinstance(tell("an", "at.alias-an", {"field": "", "beat": 0}), Accepted)


def test_white_space_that_somebody_left_is_not_shown() -> None:
    assert readable("  a  b \n\n c ") == "a b\n\nc"
    assert joint.text_of(None) == "" and joint.text_of({"text": 3}) == ""
