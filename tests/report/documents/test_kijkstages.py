"""The kijkstages in the report of a track."""

from __future__ import annotations

from exercises.document import Document
from report.documents.course import visits as visits_of_the_course
from report.documents.kijkstages import kijkstages
from report.documents.reading import WholeTrack
from report.forms.words import words
from state import copies, erasing, taking
from state.database import Store
from state.offers import LookBackWords
from tests.state.kijkstages import OfferTrack, day_after, offered_day


def said(store: Store, track: str) -> str:
    with copies.in_memory(store) as db:
        return " ".join(words(Document("T", kijkstages(WholeTrack(db, track)))))


def test_who_saw_whom_and_what_may_be_printed(store: Store) -> None:
    here = OfferTrack(store, [("B", 2), ("C", 1)])
    assert said(store, here.track) == ""
    (day,) = here.offer(offered_day(20, 3)).days
    an, bo, chris = here.everybody
    for at, person in enumerate((an, chris, bo)):
        place = here.ask(person, day.id).place
        after = LookBackWords("EIGEN", "", "", True, f"Dank je {at}.", at < 2, "THUIS")
        taking.look_back(store, person, place, after, today=day_after(20))
    text = said(store, here.track)
    assert "Drie kijkstages" in text and "Huis 0" in text and "De Regenton" in text
    assert "Dank je 0." in text and "Dank je 1." in text and "Gast 0.0" in text
    assert not any(word in text for word in ("Dank je 2.", "EIGEN", "THUIS"))
    erasing.person(store, an)
    text = said(store, here.track)
    assert "Dank je 0." in text and "Gast 0.0" not in text
    with copies.in_memory(store) as db:
        assert visits_of_the_course(WholeTrack(db, here.track)) == ()


def test_what_is_still_to_come_is_not_told(store: Store) -> None:
    here = OfferTrack(store, [("B", 1)])
    (day,) = here.offer(offered_day(20_000)).days
    here.ask(here.everybody[0], day.id)
    assert said(store, here.track) == ""
