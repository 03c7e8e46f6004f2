"""What guests shared of their visit is offered while they fill the gift for that host."""

from __future__ import annotations

from exercises.contract import Member, Party, Phase
from exercises.engine.answers import Answers
from exercises.engine.contexts import context
from exercises.gifts import EXERCISE
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.results import TrackResults, VisitNote

AN = Member("p1", "An", "o1", "De Brug", 1, "staat")
PARTIES = tuple(Party(f"o{n}", f"Organisatie {n}", "", n) for n in (1, 2, 3))
CONFIG = GiftsConfig(visits=(GiftVisit("v1", "o1", "o2"), GiftVisit("v2", "o2", "o1")))


def test_only_the_shared_notes_of_the_own_visit_to_that_host() -> None:
    told = (
        VisitNote(organisation="o1", host="o2", text="De soep.", readers="facilitator"),
        VisitNote(organisation="o1", host="o2", text="Kom maar.", kind="quote", consent="named"),
        VisitNote(organisation="o1", host="o2", text="", photos=("f",)),
        VisitNote(organisation="o1", host="o3", text="Elders."),
        VisitNote(organisation="o2", host="o1", text="Van hen."),
    )
    here = context(
        EXERCISE, CONFIG, Phase(open=True, stage="fill"), "phone", Answers(),
        lambda: EXERCISE.fold(CONFIG, []), me=AN, parties=lambda: PARTIES,
        track=TrackResults(lambda: told),
    )  # fmt: skip
    (gift,) = EXERCISE.phone(here).data["mine"]
    assert gift["noted"] == [
        {"kind": "note", "text": "De soep.", "photos": []},
        {"kind": "quote", "text": "Kom maar.", "photos": []},
        {"kind": "note", "text": "",
         "photos": [{"slot": "v1.photo-f", "photo": "f", "on": False}]},
    ]  # fmt: skip
