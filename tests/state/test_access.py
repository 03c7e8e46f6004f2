"""Passcode, passes and wrong tries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from argon2 import PasswordHasher

from state import access, meetings, settings
from state.access import Attempts
from state.database import Store
from state.problems import Refused

Clock = Callable[[float], None]


@pytest.fixture(autouse=True)
def _fast_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real cost is for attackers, not for tests; `test_..._slow_hash` looks at it."""
    monkeypatch.setattr(access, "_hasher", PasswordHasher(time_cost=1, memory_cost=64))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Sets the clock of `Attempts`, in seconds."""
    moment = [0.0]
    monkeypatch.setattr("state.access.time.monotonic", lambda: moment[0])
    yield lambda seconds: moment.__setitem__(0, seconds)


def held(store: Store, token: str | None, role: access.Role, meeting: str | None = None) -> bool:
    with store.read() as db:
        return access.holds(db, token, role, meeting)


def test_a_first_start_has_no_passcode_until_one_is_set(store: Store) -> None:
    assert not access.passcode_is_set(store)
    assert not access.passcode_fits(store, "")
    access.set_passcode(store, "geheim woord")
    assert access.passcode_is_set(store)
    assert access.passcode_fits(store, "geheim woord")
    assert not access.passcode_fits(store, "geheim Woord")


def test_a_passcode_that_is_set_cannot_be_set_again(store: Store) -> None:
    access.set_passcode(store, "geheim woord")
    with pytest.raises(Refused, match="Er is al een toegangscode"):
        access.set_passcode(store, "een andere")
    assert access.passcode_fits(store, "geheim woord")


@pytest.mark.parametrize("passcode", ["", "kort", "x" * 10_000])
def test_a_passcode_of_an_unfit_length_is_refused(store: Store, passcode: str) -> None:
    with pytest.raises(Refused, match="toegangscode"):
        access.set_passcode(store, passcode)
    assert not access.passcode_is_set(store)


@pytest.mark.parametrize("typed", ["", "\ud800", "\x00", "é👋مرحبا", "x" * 100_000])
def test_a_strange_passcode_just_does_not_fit(store: Store, typed: str) -> None:
    access.set_passcode(store, "geheim woord")
    assert not access.passcode_fits(store, typed)


def test_a_passcode_of_any_script_fits(store: Store) -> None:
    access.set_passcode(store, "wachtwoord é👋مرحبا")
    assert access.passcode_fits(store, "wachtwoord é👋مرحبا")


def test_the_passcode_of_the_environment_goes_before_the_stored_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    access.set_passcode(store, "geheim woord")
    monkeypatch.setenv("ODV_PASSCODE", "van de server")
    assert access.passcode_fits(store, "van de server")
    assert not access.passcode_fits(store, "geheim woord")
    monkeypatch.delenv("ODV_PASSCODE")
    assert access.passcode_fits(store, "geheim woord")


def test_the_passcode_is_stored_with_a_slow_hash(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    access.set_passcode(store, "geheim woord")
    stored = settings.get(store, "passcode") or ""
    assert stored.startswith("$argon2id$") and "geheim" not in stored


def test_a_pass_holds_for_its_role_and_meeting_only(store: Store, track: str) -> None:
    here, there = (meetings.add(store, track, title) for title in ("Hier", "Daar"))
    token = access.give_pass(store, "remote", here)
    assert held(store, token, "remote", here)
    assert not held(store, token, "remote", there)
    assert not held(store, token, "remote")
    assert not held(store, token, "remote_link", here)
    assert not held(store, token, "facilitator")
    assert not held(store, token, "facilitator", here)


@pytest.mark.parametrize("token", [None, "", "guess", "\ud800"])
def test_no_token_or_a_guess_holds_nothing(store: Store, token: str | None) -> None:
    access.give_pass(store, "facilitator")
    assert not held(store, token, "facilitator")


def test_a_withdrawn_pass_holds_no_more(store: Store) -> None:
    token, other = access.give_pass(store, "facilitator"), access.give_pass(store, "facilitator")
    access.withdraw(store, token)
    assert not held(store, token, "facilitator")
    assert held(store, other, "facilitator")


def test_a_pass_ends_by_itself(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    token = access.give_pass(store, "facilitator")
    monkeypatch.setattr(access, "now", lambda: "2099-01-01T00:00:00.000+00:00")
    assert not held(store, token, "facilitator")
    access.give_pass(store, "facilitator")
    # The next pass that is given clears away what has ended.
    with store.read() as db:
        assert db.conn.execute("SELECT count(*) FROM pass").fetchone() == (1,)


def test_tokens_are_stored_as_hashes_only(store: Store) -> None:
    token = access.give_pass(store, "facilitator")
    with store.read() as db:
        assert token not in "\n".join(db.conn.iterdump())


def test_the_link_of_a_remote_works_once(store: Store, meeting: str) -> None:
    link = access.give_pass(store, "remote_link", meeting)
    token = access.use_link(store, link, meeting)
    assert token and held(store, token, "remote", meeting)
    assert access.use_link(store, link, meeting) is None


def test_the_link_of_a_remote_works_once_also_for_two_phones_at_the_same_moment(
    store: Store, meeting: str
) -> None:
    link = access.give_pass(store, "remote_link", meeting)
    with ThreadPoolExecutor(8) as pool:
        tokens = list(pool.map(lambda _: access.use_link(store, link, meeting), range(16)))
    assert len([token for token in tokens if token]) == 1


def test_the_link_of_a_remote_does_not_open_another_meeting(
    store: Store, track: str, meeting: str
) -> None:
    link = access.give_pass(store, "remote_link", meeting)
    assert access.use_link(store, link, meetings.add(store, track, "Andere")) is None
    assert access.use_link(store, link, meeting) is not None


def test_wrong_tries_make_an_address_wait_until_the_window_has_passed(clock: Clock) -> None:
    attempts = Attempts(3, 60)
    for second in range(3):
        assert not attempts.exhausted("10.0.0.1")
        clock(second)
        attempts.count_wrong("10.0.0.1")
    assert attempts.exhausted("10.0.0.1")
    clock(59)
    assert attempts.exhausted("10.0.0.1")
    clock(60.5)
    assert not attempts.exhausted("10.0.0.1")


def test_wrong_tries_of_one_address_do_not_make_another_wait(clock: Clock) -> None:
    attempts = Attempts(1, 60)
    attempts.count_wrong("10.0.0.1")
    assert attempts.exhausted("10.0.0.1") and not attempts.exhausted("10.0.0.2")


def test_a_hall_behind_one_address_gets_in(clock: Clock) -> None:
    attempts = Attempts(3, 60)
    # Right codes are not counted, so asking three hundred times is no reason to wait.
    assert not any(attempts.exhausted("10.0.0.1") for _ in range(300))
