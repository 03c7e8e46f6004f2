"""Organisers with an own name and passcode: added, removed, and back to one passcode."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from state import access, meetings, organisers, sharing, tracks
from state.database import Store
from state.problems import Refused
from state.track_access import Acting, acting, may_open


@pytest.fixture(autouse=True)
def _fast_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "_hasher", PasswordHasher(time_cost=1, memory_cost=64))


@pytest.fixture
def general(store: Store) -> str:
    """The pass of the one passcode."""
    return access.give_pass(store, "facilitator")


@pytest.fixture
def an(store: Store, track: str, general: str) -> Acting:
    """The first organiser, of an installation that has a track."""
    return Acting(organisers.begin(store, "An", "wachtwoord van an", general), True)


@pytest.fixture
def bo(store: Store, an: Acting) -> Acting:
    """A second organiser."""
    with acting(an):
        return Acting(organisers.add(store, "Bo", "wachtwoord van bo"), False)


def signed_in(store: Store, token: str) -> str | None:
    with store.read() as db:
        who = access.signed_in(db, token)
        return None if who is None else who.name


def opens(store: Store, who: Acting | None, track_id: str) -> bool:
    with store.read() as db:
        return may_open(db, who, track_id)


def test_without_organisers_nothing_changes(store: Store, track: str, general: str) -> None:
    assert signed_in(store, general) == ""
    assert opens(store, None, track)
    with store.read() as db:
        assert not access.has_organisers(db)
        assert sharing.members(db, track) == ()


def test_the_first_organiser_owns_every_track_and_keeps_the_browser(
    store: Store, track: str, general: str
) -> None:
    other = access.give_pass(store, "facilitator")
    first = organisers.begin(store, "An", "wachtwoord van an", general)
    assert signed_in(store, general) == "An"
    assert signed_in(store, other) is None
    with store.read() as db:
        (member,) = sharing.members(db, track)
    assert (member.organiser.id, member.role) == (first, "owner")


def test_two_people_beginning_at_once_make_one_first(store: Store, general: str) -> None:
    organisers.begin(store, "An", "wachtwoord van an", general)
    with pytest.raises(Refused, match="zijn al organisatoren"):
        organisers.begin(store, "Bo", "wachtwoord van bo", general)


@pytest.mark.parametrize("name", ["An", " an ", "AN"])
def test_a_name_that_reads_the_same_is_refused(store: Store, an: Acting, name: str) -> None:
    with acting(an), pytest.raises(Refused, match="al een organisator met die naam"):
        organisers.add(store, name, "wachtwoord van bo")


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "\u200b"])
def test_an_unfit_name_is_refused(store: Store, an: Acting, name: str) -> None:
    with acting(an), pytest.raises(Refused):
        organisers.add(store, name, "wachtwoord van bo")


@pytest.mark.parametrize("name", ["<b>Bo</b>", "بوران", "Bo 👋", "x" * 60])
def test_a_strange_name_is_kept_as_it_is(store: Store, an: Acting, name: str) -> None:
    with acting(an):
        organisers.add(store, name, "wachtwoord van bo")
    with store.read() as db:
        found = organisers.named(db, name)
    assert found is not None and found.name == name


def test_only_an_administrator_adds_and_removes(store: Store, an: Acting, bo: Acting) -> None:
    with acting(bo):
        for act in (
            lambda: organisers.add(store, "Cis", "wachtwoord van cis"),
            lambda: organisers.remove(store, an.organiser_id, bo.organiser_id),
            lambda: organisers.appoint(store, bo.organiser_id, True),
            lambda: organisers.end(store, "weer samen"),
        ):
            with pytest.raises(Refused, match="alleen de beheerder"):
                act()


def test_another_sees_no_track_until_it_is_shared(
    store: Store, track: str, an: Acting, bo: Acting
) -> None:
    assert opens(store, an, track) and not opens(store, bo, track)
    with acting(bo):
        assert tracks.all_tracks(store) == ()
        with pytest.raises(Refused, match="is er niet, of niet voor jou"):
            tracks.track(store, track)
    with acting(an):
        sharing.share(store, track, bo.organiser_id, "helper")
    with acting(bo):
        assert [one.id for one in tracks.all_tracks(store)] == [track]
        tracks.change_track(store, track, "Van ons", "")
        with pytest.raises(Refused, match="wie het traject beheert"):
            tracks.remove_track(store, track)
        with pytest.raises(Refused, match="wie het traject beheert"):
            sharing.share(store, track, bo.organiser_id, "owner")


def test_a_stale_page_changes_nothing_once_the_track_is_not_shared(
    store: Store, track: str, an: Acting, bo: Acting
) -> None:
    with acting(an):
        sharing.share(store, track, bo.organiser_id, "helper")
        sharing.unshare(store, track, bo.organiser_id)
    with acting(bo), pytest.raises(Refused, match="is er niet, of niet voor jou"):
        tracks.change_track(store, track, "Gekaapt", "")
    assert tracks.track(store, track).name == "Over de vloer in Gent"


def test_a_track_belongs_to_who_makes_it(store: Store, an: Acting, bo: Acting) -> None:
    with acting(bo):
        made = tracks.add_track(store, "Van Bo")
        meetings.add(store, made, "Start")
    assert opens(store, bo, made) and not opens(store, an, made)


def test_the_last_owner_stays(store: Store, track: str, an: Acting, bo: Acting) -> None:
    with acting(an):
        with pytest.raises(Refused, match="minstens één eigenaar"):
            sharing.unshare(store, track, an.organiser_id)
        with pytest.raises(Refused, match="minstens één eigenaar"):
            sharing.share(store, track, an.organiser_id, "helper")
        sharing.share(store, track, bo.organiser_id, "owner")
        sharing.unshare(store, track, an.organiser_id)
    assert opens(store, bo, track) and not opens(store, an, track)


def test_tracks_of_who_is_removed_go_to_the_heir(store: Store, an: Acting, bo: Acting) -> None:
    with acting(bo):
        made = tracks.add_track(store, "Van Bo")
    token = access.give_pass(store, "facilitator", organiser_id=bo.organiser_id)
    assert signed_in(store, token) == "Bo"
    with acting(an):
        organisers.remove(store, bo.organiser_id, an.organiser_id)
    assert signed_in(store, token) is None
    assert opens(store, an, made) and not opens(store, bo, made)
    with acting(an):
        again = organisers.add(store, "Bo", "wachtwoord van bo")
    assert not opens(store, Acting(again, False), made)


def test_a_track_without_an_owner_is_for_the_administrator(
    store: Store, an: Acting, bo: Acting
) -> None:
    nobodys = tracks.add_track(store, "Van niemand")
    assert opens(store, an, nobodys) and not opens(store, bo, nobodys)


def test_the_last_administrator_stays(store: Store, an: Acting, bo: Acting) -> None:
    with acting(an):
        with pytest.raises(Refused, match="altijd een beheerder"):
            organisers.remove(store, an.organiser_id, bo.organiser_id)
        with pytest.raises(Refused, match="altijd een beheerder"):
            organisers.appoint(store, an.organiser_id, False)
        organisers.appoint(store, bo.organiser_id, True)
        organisers.appoint(store, an.organiser_id, False)


def test_an_own_passcode_is_changed_by_who_knows_it(store: Store, an: Acting, bo: Acting) -> None:
    here, there = (
        access.give_pass(store, "facilitator", organiser_id=bo.organiser_id) for _ in range(2)
    )
    with pytest.raises(Refused, match="huidige toegangscode"):
        organisers.change_own_passcode(store, bo.organiser_id, "fout", "iets nieuws", here)
    organisers.change_own_passcode(
        store, bo.organiser_id, "wachtwoord van bo", "iets nieuws", here
    )  # fmt: skip
    with store.read() as db:
        assert access.fits(organisers.find(db, bo.organiser_id).passcode_hash, "iets nieuws")
    assert signed_in(store, here) == "Bo" and signed_in(store, there) is None


def test_a_remote_ends_with_the_sharing(
    store: Store, track: str, meeting: str, general: str
) -> None:
    an = Acting(organisers.begin(store, "An", "wachtwoord van an", general), True)
    with acting(an):
        bo = Acting(organisers.add(store, "Bo", "wachtwoord van bo"), False)
        sharing.share(store, track, bo.organiser_id, "helper")
    link = access.give_pass(store, "remote_link", meeting, bo.organiser_id)
    token = access.use_link(store, link, meeting)
    with store.read() as db:
        assert access.holds(db, token, "remote", meeting)
    with acting(an):
        sharing.unshare(store, track, bo.organiser_id)
    with store.read() as db:
        assert not access.holds(db, token, "remote", meeting)


def test_back_to_one_passcode(store: Store, track: str, an: Acting, bo: Acting) -> None:
    with acting(bo):
        made = tracks.add_track(store, "Van Bo")
    token = access.give_pass(store, "facilitator", organiser_id=an.organiser_id)
    theirs = access.give_pass(store, "facilitator", organiser_id=bo.organiser_id)
    with acting(an):
        organisers.end(store, "weer samen", token)
    assert signed_in(store, token) == "" and signed_in(store, theirs) is None
    assert access.passcode_fits(store, "weer samen")
    assert {one.id for one in tracks.all_tracks(store)} == {track, made}
    # And once more with several: the first owns all.
    again = Acting(organisers.begin(store, "An", "wachtwoord van an", token), True)
    assert opens(store, again, track) and opens(store, again, made)


def test_going_back_asks_for_a_passcode_where_there_is_none(store: Store, an: Acting) -> None:
    with acting(an), pytest.raises(Refused, match="Kies een toegangscode voor iedereen"):
        organisers.end(store, "")


@pytest.mark.parametrize("email", ["", "bo", "bo@", "@x.be", "bo@x", "b o@x.be", "a@b@x.be"])
def test_an_invitation_needs_an_address(store: Store, an: Acting, email: str) -> None:
    with acting(an), pytest.raises(Refused):
        organisers.invite(store, "Bo", email)


def test_an_address_is_invited_once(store: Store, an: Acting) -> None:
    with acting(an):
        organisers.invite(store, "Bo", "Bo@Huis.be")
        with pytest.raises(Refused, match="hoort al bij iemand"):
            organisers.invite(store, "Bo twee", "bo@huis.be")
