"""Accounts of an organisation, and whose they are."""

from __future__ import annotations

import pytest

from state import access, accounts, organisers
from state.accounts import Identity
from state.database import Store
from state.problems import Refused
from state.track_access import Acting, acting

BO = Identity("https://huis.be", "b-1", "bo@huis.be", "Bo", checked=True)


@pytest.fixture
def an(store: Store) -> Acting:
    """The first organiser."""
    token = access.give_pass(store, "facilitator")
    return Acting(organisers.begin(store, "An", "wachtwoord van an", token), True)


def test_with_one_passcode_no_account_comes_in(store: Store) -> None:
    with pytest.raises(Refused, match="één toegangscode"):
        accounts.organiser_of(store, BO)


def test_an_invitation_is_for_one_account(store: Store, an: Acting) -> None:
    with acting(an):
        invited = organisers.invite(store, "Bo", "BO@huis.be")
    assert accounts.organiser_of(store, BO).id == invited
    other = Identity("https://elders.be", "b-1", "bo@huis.be", "Bo", checked=True)
    with pytest.raises(Refused, match="binnenlaten"):
        accounts.organiser_of(store, other)


@pytest.mark.parametrize("name", ["Bo", "An", "", "x" * 300, "<b>بو</b>"])
def test_who_waits_is_noted_once_under_a_free_name(store: Store, an: Acting, name: str) -> None:
    stranger = Identity("https://huis.be", "s-1", "", name)
    for _again in range(2):
        with pytest.raises(Refused, match="binnenlaten"):
            accounts.organiser_of(store, stranger)
    waiting = [one for one in organisers.everybody(store) if not one.approved]
    assert len(waiting) == 1
    assert len({one.name for one in organisers.everybody(store)}) == 2


def test_who_waits_holds_nothing(store: Store, an: Acting) -> None:
    with pytest.raises(Refused):
        accounts.organiser_of(store, BO)
    (waiting,) = [one for one in organisers.everybody(store) if not one.approved]
    token = access.give_pass(store, "facilitator", organiser_id=waiting.id)
    with store.read() as db:
        assert access.signed_in(db, token) is None


def test_a_thousand_strangers_do_not_fill_the_list(store: Store, an: Acting) -> None:
    for number in range(60):
        with pytest.raises(Refused):
            accounts.organiser_of(store, Identity("https://huis.be", f"s-{number}", "", "X"))
    assert sum(not one.approved for one in organisers.everybody(store)) == 50
