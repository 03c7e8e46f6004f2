"""What many phones send at once is stored together, and each is told its own outcome."""

from __future__ import annotations

import sqlite3
import threading
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from exercises.contract import Json
from pages.live.inbox import _TURN, Batch, Inbox
from pages.live.outcome import is_deeper, outcome
from pages.web.rate_limit import RateLimit
from state import changes, settings
from state.database import Store
from state.problems import Refused, StateError, newer_version

WAIT = 5.0


class Hall:
    """Phones that put a setting each, and remember what they were told."""

    def __init__(self, store: Store) -> None:
        self.store = store
        # Time goes on only where a test says so.
        self.seconds = 1000.0
        self.box = Inbox(store, lambda: self.seconds)
        self.told: dict[str, Json] = {}
        self.commits = 0
        store.listeners.append(self._count)

    def _count(self) -> None:
        self.commits += 1

    def receive(self, message: Json) -> None:
        settings.put(self.store, message["id"], message["text"])
        if message["text"] == "nee":
            raise Refused("Dit mag niet.")
        if message["text"] == "stuk":
            raise KeyError("text")

    def post(self, *texts: tuple[str, str], sender: str = "") -> None:
        messages = [{"id": name, "text": text} for name, text in texts]
        batch = Batch(messages, self.receive, self.told.update)
        self.box.put(sender or texts[0][0], batch)

    def finish(self) -> None:
        self.box.close()

    def wait_for(self, *names: str) -> None:
        """Until these messages were answered."""
        deadline = time.monotonic() + WAIT
        while not {*names} <= {*self.told}:
            assert time.monotonic() < deadline, sorted(self.told)
            time.sleep(0.005)

    def stored(self, name: str) -> str | None:
        return settings.get(self.store, name)


@pytest.fixture
def hall(store: Store) -> Hall:
    return Hall(store)


def test_each_phone_is_told_when_its_answer_is_on_disk(hall: Hall) -> None:
    hall.post(("a", "een"))
    hall.post(("b", "twee"))
    hall.finish()
    assert hall.told == {"a": {"ok": True}, "b": {"ok": True}}
    assert (hall.stored("a"), hall.stored("b")) == ("een", "twee")


def test_what_comes_in_while_the_disk_is_busy_goes_in_one_commit(hall: Hall) -> None:
    held, let_go = threading.Event(), threading.Event()

    def hold(_message: Json) -> None:
        held.set()
        assert let_go.wait(WAIT)

    hall.box.put("slow", Batch([{"id": "slow"}], hold, hall.told.update))
    assert held.wait(WAIT)
    for number in range(30):
        hall.post((f"m{number}", "x"))
    let_go.set()
    hall.finish()
    assert len(hall.told) == 31
    assert hall.commits == 2


def test_one_refusal_keeps_no_part_of_itself_and_harms_nobody_else(hall: Hall) -> None:
    hall.post(("a", "een"), ("b", "nee"), ("c", "stuk"), ("d", "vier"))
    hall.finish()
    assert hall.told["b"] == {"refused": "Dit mag niet."}
    assert "niet te lezen" in hall.told["c"]["refused"]
    assert [hall.stored(name) for name in "abcd"] == ["een", None, None, "vier"]


@pytest.mark.parametrize(
    "error",
    [
        RecursionError("deep"),
        OverflowError("large"),
        AssertionError("ours"),
        sqlite3.IntegrityError("twice"),
    ],
)
def test_what_nobody_foresaw_costs_only_its_own_message(
    hall: Hall, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(message: Json) -> None:
        settings.put(hall.store, message["id"], "x")
        raise error

    held, let_go = threading.Event(), threading.Event()

    def hold(_message: Json) -> None:
        held.set()
        assert let_go.wait(WAIT)

    hall.box.put("slow", Batch([{"id": "slow"}], hold, hall.told.update))
    assert held.wait(WAIT)
    hall.post(("a", "een"))
    hall.box.put("bad", Batch([{"id": "bad"}], fail, hall.told.update))
    hall.post(("c", "drie"))
    before = hall.box._messages._now("bad")
    let_go.set()
    hall.finish()
    assert hall.told["a"] == hall.told["c"] == {"ok": True}
    assert "niet te lezen" in hall.told["bad"]["refused"]
    assert [hall.stored(name) for name in ("a", "bad", "c")] == ["een", None, "drie"]
    assert caplog.records and hall.box._messages._left["bad"][0] < before


def test_what_spoils_a_commit_costs_only_its_own_message(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def record(db: Database) -> None:
        if list(db.query("SELECT 1 FROM setting WHERE value = 'bom'")):
            raise RecursionError("while what changed is noted")

    monkeypatch.setattr(changes, "record", record)
    held, let_go = threading.Event(), threading.Event()

    def hold(_message: Json) -> None:
        held.set()
        assert let_go.wait(WAIT)

    hall.box.put("slow", Batch([{"id": "slow"}], hold, hall.told.update))
    assert held.wait(WAIT)
    for name, text in (("a", "een"), ("b", "bom"), ("c", "drie")):
        hall.post((name, text))
    let_go.set()
    hall.finish()
    assert [hall.stored(name) for name in "abc"] == ["een", None, "drie"]
    assert "refused" in hall.told["b"] and hall.told["c"] == {"ok": True}


@given(st.recursive(st.integers(), lambda inner: st.lists(inner, max_size=2)
                    | st.dictionaries(st.text(max_size=2), inner, max_size=2)))  # fmt: skip
def test_how_deep_json_lies_is_counted(value: Any) -> None:
    def depth(one: Any) -> int:
        inner = one.values() if isinstance(one, dict) else one
        return 1 + max(map(depth, inner), default=0) if isinstance(one, dict | list) else 0

    for most in range(6):
        assert is_deeper(value, most) == (depth(value) > most)


@pytest.mark.parametrize("depth", [13, 900, 5000])
def test_a_message_that_lies_deep_is_refused_unread(depth: int) -> None:
    payload: Any = 1
    for _level in range(depth):
        payload = [payload]
    assert "refused" in outcome(lambda _message: {}, {"id": "a", "payload": payload})


def test_when_the_disk_fails_everybody_tries_again(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise StateError(newer_version())

    monkeypatch.setattr(hall.store, "_heal", fail)
    hall.post(("a", "een"), ("b", "twee"))
    hall.finish()
    assert set(hall.told) == {"a", "b"}
    assert all("again" in outcome for outcome in hall.told.values())
    assert hall.stored("a") is None


def test_who_sends_much_waits_for_the_others(hall: Hall) -> None:
    held, let_go = threading.Event(), threading.Event()
    order: list[str] = []

    def hold(_message: Json) -> None:
        held.set()
        assert let_go.wait(WAIT)

    hall.box.put("slow", Batch([{"id": "slow"}], hold, hall.told.update))
    assert held.wait(WAIT)
    many = [{"id": f"m{number}", "text": "x"} for number in range(100)]
    hall.box.put("Milan", Batch(many, hall.receive, order.extend))
    one = [{"id": "rita", "text": "x"}]
    hall.box.put("Rita", Batch(one, hall.receive, order.extend))
    let_go.set()
    hall.finish()
    assert order.index("rita") < 10
    assert [name for name in order if name != "rita"] == [item["id"] for item in many]


def test_what_one_sender_has_too_much_is_left_for_the_phone_to_send_again(hall: Hall) -> None:
    held, let_go = threading.Event(), threading.Event()

    def hold(_message: Json) -> None:
        held.set()
        assert let_go.wait(WAIT)

    hall.box.put("slow", Batch([{"id": "slow"}], hold, hall.told.update))
    assert held.wait(WAIT)
    for number in range(100):
        hall.post((f"m{number}", "x"), sender="Milan")
    let_go.set()
    hall.finish()
    assert 30 < len(hall.told) < 60


def test_who_costs_much_waits_and_nobody_else_does(hall: Hall) -> None:
    def slow(_message: Json) -> None:
        hall.seconds += 0.15

    flood = [f"f{number}" for number in range(6)]
    hall.box.put("flood", Batch([{"id": name} for name in flood], slow, hall.told.update))
    # The third one makes a debt, so the rest waits, and another is stored at once.
    hall.wait_for(*flood[:3])
    hall.post(("a", "een"))
    hall.wait_for("a")
    assert list(hall.told) == [*flood[:3], "a"]
    hall.finish()
    assert list(hall.told) == [*flood[:3], "a", *flood[3:]]


def test_a_flood_of_messages_is_stored_at_a_pace(hall: Hall) -> None:
    flood = [f"f{number}" for number in range(240)]
    for at in range(0, 240, 60):
        hall.post(*((name, "x") for name in flood[at : at + 60]), sender="flood")
    hall.wait_for(*flood[:120])
    hall.post(("a", "een"))
    hall.wait_for("a")
    assert hall.stored("a") == "een"
    assert len(hall.told) <= 1 + 120 + _TURN
    hall.seconds += 5
    hall.wait_for(*flood[:180])
    assert len(hall.told) <= 1 + 180 + 2 * _TURN
    hall.finish()
    assert len(hall.told) == 241


def test_what_has_to_wait_is_stored_by_itself(store: Store) -> None:
    hall = Hall(store)
    hall.box = Inbox(store)
    hall.box._messages = RateLimit(burst=2, rate=40)
    names = [f"f{number}" for number in range(12)]
    hall.post(*((name, "x") for name in names), sender="flood")
    hall.wait_for(*names)
    hall.finish()
