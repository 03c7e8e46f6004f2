"""The visits and the notes that Cadeautjestijd gives to others."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import TrackVisit
from exercises.gifts import EXERCISE
from exercises.gifts.config import GiftsConfig
from exercises.gifts.config_visits import with_track
from exercises.gifts.model import GiftsView
from exercises.gifts.results import results
from exercises.results import GiftNote, Visit, WrappedGift
from tests.exercises.evening import ANSWERS, GIFTS
from tests.exercises.gifts.rooms import on_table


def test_visits_that_only_its_own_list_has_are_told_once_a_gift_is_filled() -> None:
    assert list(results(GIFTS, EXERCISE.fold(GIFTS, []))) == []
    told = list(results(GIFTS, EXERCISE.fold(GIFTS, ANSWERS["gifts"](GIFTS))))
    assert told[0] == Visit(organisation="o1", host="o2", guests=2, took_place=True)
    assert _guests(GIFTS) == [2, 2, 1, 2]
    assert not any(one.days for one in told if isinstance(one, Visit))


def test_a_visit_of_the_track_is_told_by_the_track() -> None:
    first = GIFTS.visits[0]
    config = with_track(GIFTS, (TrackVisit("1", first.host, first.visitor, announced=True),))
    assert _guests(config) == [2, 1, 2]


def _guests(config: GiftsConfig) -> list[int]:
    told = results(config, EXERCISE.fold(config, ANSWERS["gifts"](config)))
    return [one.guests for one in told if isinstance(one, Visit)]


def test_the_notes_of_a_gift_are_given_once_its_host_read_all_of_them() -> None:
    begun = [*ANSWERS["gifts"](GIFTS)]
    view = EXERCISE.fold(GIFTS, begun)
    for key, gift in view.gifts.items():
        unread = replace(view, gifts={key: replace(gift, opened=True, done=False, page=1)})
        assert not _notes(unread)
        told = _notes(replace(view, gifts={key: replace(gift, opened=True, done=True)}))
        assert [one.text for one in told] == [note.text for note in gift.notes]
        assert all(one.organisation == gift.host and one.giver == gift.visitor for one in told)
        assert all(one.readers == "facilitator" for one in told)
    assert any(gift.notes for gift in view.gifts.values())


def test_the_notes_of_a_gift_are_given_once_the_room_reads_it_no_more() -> None:
    play = on_table()
    play.does("o2x", "a.open", {"open": True})

    def given() -> list[str]:
        seen = EXERCISE.public(play.view, play.phase, "console", None)
        return [one.text for one in _notes(seen)]

    assert given() == []
    play.go("after")
    assert given() == ["van x", "van y"]


def test_a_gift_that_is_not_unwrapped_is_told_without_what_is_in_it() -> None:
    play = on_table()
    play.does("o1x", "b.like", {"text": "los in de doos"})

    def waiting() -> list[tuple[str, str, str]]:
        seen = EXERCISE.public(play.view, play.phase, "console", None)
        found = [one for one in results(play.config, seen) if isinstance(one, WrappedGift)]
        assert not any(words in str(found) for words in ("van x", "terug", "los in de doos"))
        return [(one.organisation, one.giver, one.gift) for one in found]

    assert waiting() == [("o2", "o1", "a"), ("o1", "o2", "c")]
    play.does("o2x", "a.open", {"open": True})
    play.go("after")
    assert waiting() == [("o3", "o1", "b"), ("o1", "o2", "c")]


def _notes(view: GiftsView) -> list[GiftNote]:
    return [one for one in results(GIFTS, view) if isinstance(one, GiftNote)]
