"""What came out of exercises, as pages are really sent it: never what somebody may not read.

An exercise of the test alone draws all results that its context gives, for every role.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

import pytest

import exercises
from exercises.contract import Accepted, Column, Context, Exercise, Json, Scene, Stage, Step
from exercises.engine import running
from report.data.archive import meeting_zip
from state import homework, meetings, people
from state.database import Store
from tests.exercises.engine.held import HeldTrack, shared_sheet
from tests.live_pages import console_data, phone_data, screen_data

SHARED = "sheet.shared"


@dataclass(frozen=True)
class MirrorConfig:
    """Nothing to edit."""

    def to_json(self) -> Json:
        """As stored."""
        return {"version": 1}

    @classmethod
    def from_json(cls, stored: Json) -> MirrorConfig:
        """From storage."""
        return cls()


def mirrored(context: Context[Any, Any]) -> list[Json]:
    return [asdict(one) for one in context.track.all]


def drawn(context: Context[Any, Any]) -> Scene:
    return Scene("phone.js", (), {"results": mirrored(context)})


def rows(context: Context[Any, Any]) -> Iterable[Json]:
    return ({"result": json.dumps(one, ensure_ascii=False)} for one in mirrored(context))


MIRROR = Exercise[MirrorConfig, tuple[()]](
    kind="mirror", title="Spiegel", help="", area=None, minutes=5, step_label="stap",
    steps_label="stappen",
    config=MirrorConfig, sample=MirrorConfig(),
    stages=(Stage("all", "Alles", "Verder", open=True, shown=True),),
    steps=lambda config: (Step("all", "Alles"),),
    accept=lambda entry: Accepted({}), fold=lambda config, answers: (),
    phone=drawn, screen=drawn, console=drawn,
    columns=(Column("result", "Een uitkomst"),), rows=rows,
)  # fmt: skip


@dataclass
class Evening:
    """A second meeting in which the mirror runs, after a first one."""

    held: HeldTrack
    first: str
    second: str

    def sent(self) -> dict[str, str]:
        """What each page is sent now, and the export, as text."""
        store = self.held.store
        room = meetings.room(store, self.second)
        found = {
            one.person.name: phone_data(store, room.meeting, one.person, one.person.name)
            for one in people.attendees(store, self.second)
        }
        pages = {**found, "screen": screen_data(store, room.meeting),
                 "console": console_data(store, room.meeting)}  # fmt: skip
        assert all(scene_of(page)["kind"] == "mirror" for page in pages.values())
        told = {who: json.dumps(page, ensure_ascii=False) for who, page in pages.items()}
        return {**told, "export": exported(store, self.second)}

    def who_reads(self, word: str) -> set[str]:
        """The pages, and the export, that hold a word."""
        return {who for who, text in self.sent().items() if word in text}


def scene_of(page: Json) -> Json:
    """What the mirror draws on a page: of the console its own part."""
    found: Json = page["current"]["console"] if "current" in page else page["scene"]
    return found


def exported(store: Store, meeting: str) -> str:
    """All texts in an export but its database."""
    archive = zipfile.ZipFile(io.BytesIO(meeting_zip(store, meeting)))
    return "".join(
        archive.read(name).decode("utf-8") for name in archive.namelist()
        if name.endswith((".csv", ".json", ".txt", ".html"))
    )  # fmt: skip


@pytest.fixture
def evening(store: Store, monkeypatch: pytest.MonkeyPatch) -> Evening:
    """An and Bo are of one organisation, Cas of another."""
    monkeypatch.setitem(exercises._BY_KIND, MIRROR.kind, MIRROR)
    held = HeldTrack.of(store)
    first, second = held.meets("Kick-off"), held.meets("Uitwisseling")
    for meeting in (first, second):
        for name, organisation in (("An", 0), ("Bo", 0), ("Cas", 1)):
            held.joins(meeting, name, organisation)
    held.begins(second, "mirror")
    return Evening(held, first, second)


EVERYBODY = {"An", "Bo", "Cas", "screen", "console", "export"}


def test_what_was_shared_reaches_every_page(evening: Evening) -> None:
    shared_sheet(evening.held, evening.first, mark="GEDEELD ")
    assert evening.who_reads("GEDEELD hoe") == EVERYBODY
    assert evening.who_reads("GEDEELD nabij") == {"An", "Bo", "console", "export"}


def test_what_was_not_shared_reaches_its_own_people_only(evening: Evening) -> None:
    sheet = shared_sheet(evening.held, evening.first, mark="GEHEIM ")
    evening.held.says(sheet, evening.held.parties[0], SHARED, {"on": False})
    assert evening.who_reads("GEHEIM") == {"An", "Bo"}


def test_what_is_too_long_or_a_draft_reaches_no_page(evening: Evening) -> None:
    held = evening.held
    sheet = shared_sheet(held, evening.first)
    owner = held.parties[0]
    held.says(sheet, owner, "sheet.question1", {"text": "GEHEIM", "long": True})
    line = held.begins(evening.first, "line")
    held.says(line, held.people["An"], "s1.1", {"at": 0.1})
    held.says(line, held.people["An"], "draft.s1.why", "GEHEIM")
    assert evening.who_reads("GEHEIM") == set()
    assert "onthaal" in evening.sent()["Cas"]


def test_a_sheet_that_does_not_hang_yet_is_no_others(evening: Evening) -> None:
    sheet = evening.held.begins(evening.first, "organisation_sheet")
    evening.held.says(sheet, evening.held.parties[0], "sheet.core", "KERN")
    assert evening.who_reads("KERN") == {"An", "Bo", "console", "export"}
    evening.held.goes_to(sheet, "wall")
    assert evening.who_reads("KERN") == EVERYBODY


@pytest.mark.parametrize(
    ("named", "readers"),
    [
        ("names", {"An", "Bo", "console", "export"}),
        ("organisations", {"An", "Bo", "console", "export"}),
        ("nobody", {"An", "console", "export"}),
    ],
)
def test_who_stood_where_is_told_as_the_line_said(
    evening: Evening, named: str, readers: set[str]
) -> None:
    held = evening.held
    config = replace(exercises.EXERCISES[0].sample, visibility=named)
    line = held.begins(evening.first, "line", config)
    held.says(line, held.people["An"], "s1.1", {"at": 0.1})
    held.says(line, held.people["An"], "s1.why", "DAAROM")
    assert evening.who_reads("DAAROM") == readers
    # Whose it is, in what was sent with it.
    told = {
        who: [one for one in results_in(page) if one.get("why") == "DAAROM"]
        for who, page in evening.sent().items() if who in readers - {"export"}
    }  # fmt: skip
    assert told["An"][0]["name"] == "An"
    for who in readers - {"An", "export"}:
        (one,) = told[who]
        assert bool(one["name"]) == bool(one["person"]) == (named == "names")
        assert bool(one["organisation"]) == (named != "nobody")


def results_in(page: str) -> list[Json]:
    return [dict(one) for one in scene_of(json.loads(page))["data"]["results"]]


def test_a_phone_that_took_a_name_over_reads_what_a_colleague_may(evening: Evening) -> None:
    held = evening.held
    line = held.begins(evening.first, "line")
    held.goes_to(line, "statement", visibility="nobody")
    held.says(line, held.people["An"], "s1.1", {"at": 0.1})
    held.says(line, held.people["An"], "s1.why", "DAAROM")
    room = meetings.room(held.store, evening.second)
    me = next(one.person for one in people.attendees(held.store, evening.second)
              if one.person.name == "An")  # fmt: skip
    assert "DAAROM" in json.dumps(phone_data(held.store, room.meeting, me, "An"))
    people.join(held.store, evening.second, "andere", held.parties[0], "An", take_over=True)
    page = phone_data(held.store, room.meeting, me, "andere")
    assert page["unsettled"] and page["scene"]["kind"] == "mirror"
    assert "DAAROM" not in json.dumps(page)


def test_own_results_of_earlier_meetings_are_not_for_who_only_says_the_name(
    evening: Evening,
) -> None:
    held = evening.held
    line = held.begins(evening.first, "line")
    held.goes_to(line, "statement", visibility="nobody")
    held.says(line, held.people["An"], "s1.1", {"at": 0.1})
    held.says(line, held.people["An"], "s1.why", "DAAROM")
    third = held.meets("Derde")
    held.begins(third, "mirror")
    people.join(held.store, third, "vreemd", held.parties[0], "An")
    room = meetings.room(held.store, third)
    (me,) = (one.person for one in people.attendees(held.store, third))
    page = phone_data(held.store, room.meeting, me, "vreemd")
    assert "DAAROM" not in json.dumps(page)
    assert page["withheld"] and not page["unsettled"]
    people.settle_takeover(held.store, third, me.id)
    page = phone_data(held.store, room.meeting, me, "vreemd")
    assert "DAAROM" in json.dumps(page) and not page["withheld"]


def test_what_was_taken_away_reaches_no_page(evening: Evening) -> None:
    sheet = shared_sheet(evening.held, evening.first, mark="WEG ")
    assert evening.who_reads("WEG") == EVERYBODY
    meetings.remove_activity(evening.held.store, sheet, "Reflectiefiche")
    assert evening.who_reads("WEG") == set()


def test_what_is_corrected_at_home_is_corrected_in_the_room(evening: Evening) -> None:
    held = evening.held
    sheet = shared_sheet(held, evening.first, mark="EERST ")
    meetings.close(held.store, evening.first)
    homework.allow(held.store, sheet, True)
    assert evening.who_reads("EERST hoe") == EVERYBODY
    first = meetings.room(held.store, evening.first)
    sent = {"text": "LATER hoe", "base": "EERST hoe"}
    running.send(held.store, first, sheet, held.people["An"], "sheet.question1", sent, "p.1",
                 at_home=True)  # fmt: skip
    assert evening.who_reads("LATER hoe") == EVERYBODY and evening.who_reads("EERST hoe") == set()
