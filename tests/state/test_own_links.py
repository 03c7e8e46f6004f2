"""Own links: what they open, for whom, and until when."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from state import copies, own_links, people, tracks
from state.database import Store
from state.ids import hash_token
from state.own_links import Ending, LinkHolder
from state.problems import Refused
from state.schema import migrations
from tests.conftest import Join
from tests.own_page import link_of


def whose(store: Store, link: str) -> str:
    """The name of whose a link is, or why it shows nothing."""
    with store.read() as db:
        found = own_links.holder(db, link)
    return found if isinstance(found, str) else found.person.name


def in_browser(store: Store, browser: str) -> LinkHolder | Ending:
    with store.read() as db:
        return own_links.of_browser(db, browser)


def test_only_a_hash_of_a_link_is_stored(store: Store, join: Join) -> None:
    link = link_of(store, join("An"))
    own_links.open_in(store, link, "browser")
    with store.read() as db:
        stored = [*db.query("SELECT * FROM own_link"), *db.query("SELECT * FROM own_opening")]
    assert stored[0]["token_hash"] == hash_token(link) and len(link) >= 40
    assert link not in str(stored) and "'browser'" not in str(stored)


def test_a_link_shows_its_person_in_every_browser_it_is_opened_in(
    store: Store, track: str, join: Join
) -> None:
    an = join("An")
    link = link_of(store, an)
    for browser in ("gsm", "laptop", "laptop"):
        assert isinstance(own_links.open_in(store, link, browser), LinkHolder)
    with store.read() as db:
        told = own_links.links(db, track)[an]
    assert told.browsers == 2 and told.used_at and told.seen
    found = in_browser(store, "gsm")
    assert isinstance(found, LinkHolder) and found.person.id == an and found.track.id == track


def test_a_new_link_ends_the_earlier_one_of_that_person_alone(store: Store, join: Join) -> None:
    an, bo = join("An"), join("Bo")
    before, of_bo = link_of(store, an), link_of(store, bo)
    own_links.open_in(store, before, "gsm")
    after = link_of(store, an)
    assert (whose(store, before), whose(store, after), whose(store, of_bo)) == (
        "revoked", "An", "Bo",
    )  # fmt: skip
    assert in_browser(store, "gsm") == "revoked"


def test_what_is_closed_in_one_browser_goes_on_in_another(store: Store, join: Join) -> None:
    link = link_of(store, join("An"))
    for browser in ("gsm", "bibliotheek"):
        own_links.open_in(store, link, browser)
    own_links.close(store, "bibliotheek")
    assert in_browser(store, "bibliotheek") == "closed"
    assert isinstance(in_browser(store, "gsm"), LinkHolder)
    own_links.open_in(store, link, "bibliotheek")
    assert isinstance(in_browser(store, "bibliotheek"), LinkHolder)


@pytest.mark.parametrize("token", ["", "x", "' OR 1=1 --", "\ud800", "voorbij"])
def test_an_unknown_link_opens_nothing(store: Store, token: str) -> None:
    assert whose(store, token) == "unknown"
    assert own_links.open_in(store, token, "gsm") == "unknown"
    assert in_browser(store, token) == "unknown"


def test_who_left_is_told_why(
    store: Store, track: str, organisations: tuple[str, ...], join: Join
) -> None:
    an, bo, chris = join("An"), join("Bo", organisation=1), join("Chris", organisation=2)
    links = [link_of(store, one) for one in (an, bo, chris)]
    tracks.remove_person(store, an)
    tracks.remove_organisation(store, organisations[1])
    assert [whose(store, one) for one in links] == ["person left", "organisation left", "Chris"]
    tracks.remove_track(store, track)
    assert whose(store, links[2]) == "track gone"


def test_links_are_for_people_of_the_track(store: Store, track: str, join: Join) -> None:
    other = tracks.add_track(store, "Elders")
    for wrong in ("niemand", join("An")):
        with pytest.raises(Refused):
            own_links.give(store, other, [wrong])
        with pytest.raises(Refused):
            own_links.revoke(store, other, wrong)


def test_who_leaves_one_meeting_keeps_the_page(store: Store, meeting: str, join: Join) -> None:
    an = join("An")
    link = link_of(store, an)
    people.remove(store, meeting, an)
    assert whose(store, link) == "An"


def test_a_copy_that_leaves_the_laptop_has_no_links(store: Store, track: str, join: Join) -> None:
    own_links.open_in(store, link_of(store, join("An")), "gsm")
    with copies.in_memory(store) as db:
        copies.one_track(db, track)
        for table in ("own_link", "own_opening"):
            assert db.conn.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_a_link_that_was_given_for_a_meeting_opens_the_own_page_since() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        db = Database(connection)
        migrations.apply(db, stop_before="own_pages")
        connection.execute(
            "INSERT INTO track (id, name, theme, position, created_at) VALUES ('t','T','',1,'')"
        )
        connection.execute(
            "INSERT INTO organisation (id, track_id, name, sector, place, tile, position)"
            " VALUES ('o','t','O','','',1,1)"
        )
        connection.execute(
            "INSERT INTO person (id, track_id, organisation_id, name, name_key, function, pose,"
            " created_at) VALUES ('p','t','o','An','an','','staat','')"
        )
        connection.execute(
            "INSERT INTO meeting (id, track_id, title, date, place, position, code, state, face,"
            " may_add_organisation, secret) VALUES"
            " ('m','t','M','','',1,'KP4M','closed','lobby',0,'x')"
        )
        for link, revoked in (("oud", None), ("ingetrokken", "2026-01-01")):
            connection.execute(
                "INSERT INTO home_link VALUES (?, 'm', 'p', '2026-01-01', NULL, ?)",
                [hash_token(link), revoked],
            )
        migrations.apply(db)
        found = own_links.holder(db, "oud")
        assert isinstance(found, LinkHolder) and found.person.name == "An"
        assert own_links.holder(db, "ingetrokken") == "revoked"
