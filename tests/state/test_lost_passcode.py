"""A new passcode on the laptop itself, and back to one passcode."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from state import access, lost_passcode, organisers
from state.database import Store

Typed = list[str]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, store: Store) -> Typed:
    """What is typed where the command asks."""
    answers: Typed = []
    monkeypatch.setattr(access, "_hasher", PasswordHasher(time_cost=1, memory_cost=64))
    monkeypatch.setattr(lost_passcode, "getpass", lambda _question: answers.pop(0))
    monkeypatch.setenv("ODV_DATA", str(store.folder))
    token = access.give_pass(store, "facilitator")
    organisers.begin(store, "An", "wachtwoord van an", token)
    return answers


def test_it_lists_the_organisers(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    assert lost_passcode.main([]) == 0
    assert "An (beheerder)" in capsys.readouterr().out


def test_a_name_gets_another_passcode(store: Store, typed: Typed) -> None:
    typed.append("iets nieuws")
    assert lost_passcode.main(["an"]) == 0
    (an,) = organisers.everybody(store)
    assert access.fits(an.passcode_hash, "iets nieuws")


def test_a_short_one_and_an_unknown_name_are_refused(
    store: Store, typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    typed.append("kort")
    assert lost_passcode.main(["An"]) == 1
    assert lost_passcode.main(["Bo"]) == 1
    told = capsys.readouterr().out
    assert "minstens 6 tekens" in told and "geen organisator met die naam" in told


def test_everybody_has_one_passcode_again(store: Store, typed: Typed) -> None:
    typed.append("weer samen")
    assert lost_passcode.main(["--one"]) == 0
    assert organisers.everybody(store) == ()
    assert access.passcode_fits(store, "weer samen")
