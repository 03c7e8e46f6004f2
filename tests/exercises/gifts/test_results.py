"""The visits and the notes that Cadeautjestijd gives to others."""

from __future__ import annotations

from dataclasses import replace

from exercises.gifts import EXERCISE
from exercises.gifts.model import GiftsView
from exercises.gifts.results import results
from exercises.results import GiftNote, Visit
from tests.exercises.evening import ANSWERS, GIFTS


def test_the_visits_of_the_list_are_told_once_a_gift_is_filled() -> None:
    assert list(results(GIFTS, EXERCISE.fold(GIFTS, []))) == []
    told = list(results(GIFTS, EXERCISE.fold(GIFTS, ANSWERS["gifts"](GIFTS))))
    assert told[0] == Visit(organisation="o1", host="o2", guests=2)
    visits = [one for one in told if isinstance(one, Visit)]
    assert [one.guests for one in visits] == [2, 2, 1, 2]
    assert not any(one.days for one in visits)


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


def _notes(view: GiftsView) -> list[GiftNote]:
    return [one for one in results(GIFTS, view) if isinstance(one, GiftNote)]
