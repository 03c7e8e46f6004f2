"""A page of a track that is shared no more while somebody types in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.desk import guard, watching
from pages.web.access import FACILITATOR_COOKIE
from state import access, sharing, tracks
from state.app import store
from state.track_access import acting
from tests.pages import organisers_site
from tests.pages.desk import data_folder, errors, open_page, texts


def test_what_was_typed_stays_when_the_track_is_unshared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "_hasher", organisers_site.FAST)
    with data_folder(tmp_path, monkeypatch):
        two = organisers_site.two_organisers(store())
        track = two.ids["track"]
        monkeypatch.setattr(guard, "cookies", lambda: {FACILITATOR_COOKIE: two.second_token})
        sharing.share(store(), track, two.second.organiser_id, "helper")
        page = open_page("call.py", t=track)
        key = f"odv-{track}-call-about"
        assert not errors(page)
        sharing.unshare(store(), track, two.second.organiser_id)
        page.text_area(key=key).set_value("Wat Dirk *typte*").run()
        assert errors(page) == ["Dit traject wordt niet meer met je gedeeld."]
        assert "Wat Dirk *typte*" in texts(page)
        # It stays as long as the page does.
        page.run()
        assert "Wat Dirk *typte*" in texts(page)
        assert not any(organisers_site.SECRET in one for one in texts(page))


def test_what_was_typed_stays_when_the_pass_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "_hasher", organisers_site.FAST)
    with data_folder(tmp_path, monkeypatch):
        two = organisers_site.two_organisers(store())
        track = two.theirs["track"]
        monkeypatch.setattr(guard, "cookies", lambda: {FACILITATOR_COOKIE: two.second_token})
        page = open_page("call.py", t=track)
        access.withdraw(store(), two.second_token)
        page.text_area(key=f"odv-{track}-call-about").set_value("Wat Bo *typte*").run()
        assert [one[:20] for one in errors(page)] == ["Je bent hier afgemel"]
        assert "Wat Bo *typte*" in texts(page)
        assert not any("Een eigen traject" in one for one in texts(page))
        page.run()
        assert "Wat Bo *typte*" in texts(page)


def test_texts_of_fields_that_were_not_left_yet_stay_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "_hasher", organisers_site.FAST)
    with data_folder(tmp_path, monkeypatch):
        two = organisers_site.two_organisers(store())
        track = two.theirs["track"]
        monkeypatch.setattr(guard, "cookies", lambda: {FACILITATOR_COOKIE: two.second_token})
        page = open_page("call.py", t=track)
        stored = page.text_area(key=f"odv-{track}-call-about").value
        access.withdraw(store(), two.second_token)
        # As the page's script hands them over, with one that is stored.
        monkeypatch.setattr(watching, "typed", lambda: ["<b>half</b>", stored])
        page.run()
        assert "<b>half</b>" in texts(page)
        assert stored not in texts(page)


def test_a_track_that_was_never_shared_says_nothing_of_sharing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "_hasher", organisers_site.FAST)
    with data_folder(tmp_path, monkeypatch):
        two = organisers_site.two_organisers(store())
        monkeypatch.setattr(guard, "cookies", lambda: {FACILITATOR_COOKIE: two.second_token})
        page = open_page("call.py", t=two.ids["track"])
        assert errors(page) != ["Dit traject wordt niet meer met je gedeeld."]
        assert len(errors(page)) == 1
        assert not any("Dit typte je nog" in one for one in texts(page))


def test_who_has_no_track_reads_that_a_colleague_can_share_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "_hasher", organisers_site.FAST)
    with data_folder(tmp_path, monkeypatch):
        assert not any("met je delen" in one for one in texts(open_page()))
        two = organisers_site.two_organisers(store())
        with acting(two.second):
            tracks.remove_track(store(), two.theirs["track"])
        monkeypatch.setattr(guard, "cookies", lambda: {FACILITATOR_COOKIE: two.second_token})
        assert any("met je delen" in one for one in texts(open_page()))
