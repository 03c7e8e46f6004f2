"""What many phones send at once is stored together, and each is told its own outcome."""

from __future__ import annotations

import threading

import pytest

from exercises.contract import Json
from pages.live.inbox import Batch, Inbox
from state import settings
from state.database import Store
from state.problems import Refused, StateError, newer_version

WAIT = 5.0


class Hall:
    """Phones that put a setting each, and remember what they were told."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.box = Inbox(store)
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
