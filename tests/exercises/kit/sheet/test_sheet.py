"""Sheets made from a description: who fills in what, and who reads it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from exercises import organisation_sheet
from exercises.contract import (
    Accepted,
    Answer,
    Context,
    Entry,
    Json,
    Member,
    Party,
    Phase,
    TrackVisit,
    alias,
)
from exercises.kit.sheet import console, export, holder, judging, model, views, wall
from exercises.kit.sheet.form import SheetField, SheetForm, SheetOption, SheetPart
from state.models import FACILITATOR
from tests.exercises.contexts import context_of
from tests.exercises.refusing import refusal

PARTIES = (Party("o1", "De Regenton", "school", 1), Party("o2", "Het Achterom", "school", 2),
           Party("o3", "Knikkerzak", "school", 3))  # fmt: skip
PEOPLE = {
    one: Member(one, one.title(), home, home, 1, "staat")
    for one, home in {"an": "o1", "bo": "o1", "cas": "o2", "dee": "o3"}.items()
}
VISIT = TrackVisit("v1", host="o2", visitor="o1")
FIELDS = (
    SheetField("who", "Wie komt er?", "line"),
    SheetField("goal", "Wanneer is het geslaagd?", each="person"),
    SheetField("bed", "Waar slapen jullie?", for_whom="guests"),
    SheetField("many", "Hoeveel?", "scale"),
    SheetField("form", "Hoe?", "choice", options=(SheetOption("a", "Meewerken"),)),
    SheetField("day", "Wanneer?", "date"),
    SheetField("hour", "Hoe laat?", "time"),
    SheetField("photo", "Foto", "picture"),
    SheetField("why", "Waarom daar?", each="party"),
    SheetField("steps", "Stappen", "rows", most=3, columns=(
        SheetField("what", "Wat", "line"), SheetField("until", "Tegen", "date"),
    )),
)  # fmt: skip
PARTS = (SheetPart("all", "Alles", FIELDS),)
AREA = SheetPart("area", "Gebied", (SheetField("strong", "Sterk"),), for_each_area=True)


def form(kind: Any = "organisation", opened: Any = "stage") -> SheetForm:
    return SheetForm((*PARTS, AREA), kind, opened, (1, 2), (VISIT,))


def alias_of(person: str) -> str:
    return alias("activity", "secret", person)


AN, BO, CAS = map(alias_of, ("an", "bo", "cas"))


@dataclass
class Hall:
    """Sheets of one form, with what was stored so far."""

    form: SheetForm
    kept: dict[tuple[str, str], Answer] = field(default_factory=dict)
    people: dict[str, Member] = field(default_factory=lambda: dict(PEOPLE))

    def send(self, who: str, slot: str, payload: Json) -> Accepted:
        entry: Entry[Any, Any] = Entry(
            None, Phase(open=True), who, slot, payload, lambda: self.view, lambda: self.people,
            lambda: {one.id: one for one in PARTIES}, alias_of, self.payload,
            visits=lambda: (VISIT,),
        )  # fmt: skip
        verdict = judging.accept(self.form, entry)
        owner = verdict.owner or who
        self.kept[owner, slot] = Answer(owner, slot, verdict.payload, by=who)
        return verdict

    def payload(self, owner: str, slot: str) -> Json | None:
        found = self.kept.get((owner, slot))
        return found.payload if found else None

    @property
    def view(self) -> model.SheetsView:
        return model.fold(self.form, list(self.kept.values()))

    def context(self, role: Any, me: str = "", stage: str = "fill") -> Context[Any, Any]:
        exercise = replace(
            organisation_sheet.EXERCISE,
            fold=lambda _config, answers: model.fold(self.form, answers),
        )
        phase = exercise.with_switches(Phase(stage=stage))
        return context_of(
            exercise, phase, role, self.kept.values(), people=self.people, parties=PARTIES, me=me,
            visits=(VISIT,),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "slot", "owner"),
    [("person", "sheet.who", "an"), ("organisation", "sheet.who", "o1"),
     ("visit", "sheet.v1:who", "v1")],
)  # fmt: skip
def test_a_sheet_belongs_to_its_holder(kind: Any, slot: str, owner: str) -> None:
    hall = Hall(form(kind))
    assert hall.send("an", slot, {"text": "An"}).owner == owner
    (mine,) = holder.on_phone(hall.form, hall.context("phone", "an"))
    assert mine.slot("who") == slot
    data = views.phone(hall.form, hall.context("phone", "an"), mine)
    assert data["joint"]["texts"][slot]["text"] == "An"
    assert hall.view.of(owner).filled == 1


def test_a_visit_is_filled_in_by_both_sides_and_by_nobody_else() -> None:
    hall = Hall(form("visit"))
    for who in ("an", "bo", "cas"):
        hall.send(who, f"sheet.v1:goal-{alias_of(who)}", {"text": f"van {who}"})
        (mine,) = holder.on_phone(hall.form, hall.context("phone", who))
        assert mine.name == "De Regenton bij Het Achterom"
        assert "van an" in str(views.phone(hall.form, hall.context("phone", who), mine))
    assert holder.on_phone(hall.form, hall.context("phone", "dee")) == ()
    assert hall.context("phone", "dee").view.sheets == {}
    assert hall.context("phone", "cas").view.of("v1").filled == 1
    refusal(hall.send, "dee", "sheet.v1:who", {"text": "Dee"})
    refusal(hall.send, "an", "sheet.v2:who", {"text": "An"})
    refusal(hall.send, "an", "sheet.who", {"text": "An"})


def test_nobody_writes_on_the_slip_of_another_or_for_the_other_side() -> None:
    hall = Hall(form("visit"))
    refusal(hall.send, "an", f"sheet.v1:goal-{BO}", {"text": "nee"})
    refusal(hall.send, "cas", "sheet.v1:bed", {"text": "nee"})
    hall.send("an", "sheet.v1:bed", {"text": "bij ons"})
    (guest,) = holder.on_phone(hall.form, hall.context("phone", "an"))
    (host,) = holder.on_phone(hall.form, hall.context("phone", "cas"))
    for who, there, mine in (("an", guest, True), ("cas", host, False)):
        page = views.phone(hall.form, hall.context("phone", who), there)["pages"][0]
        assert [one["mine"] for one in page["fields"] if one["key"] == "bed"] == [mine]


@pytest.mark.parametrize(
    ("cell", "right", "wrong"),
    [
        ("many", {"scale": 5}, {"scale": 6}), ("many", {}, {"scale": True}),
        ("form", {"choice": "a"}, {"choice": "b"}), ("form", {}, {"choice": ["a"]}),
        ("day", {"date": "2027-03-09"}, {"date": "2027-02-30"}), ("day", {}, {"date": "nu"}),
        ("hour", {"time": "09:30"}, {"time": "9:30"}), ("hour", {}, {"time": "24:00"}),
        ("until2", {"date": "2027-03-09"}, {"date": 3}),
    ],
)  # fmt: skip
def test_each_kind_of_field_is_judged(cell: str, right: Json, wrong: Json) -> None:
    hall = Hall(form())
    assert hall.send("an", f"sheet.{cell}", right).payload == right
    refusal(hall.send, "an", f"sheet.{cell}", wrong)


def test_a_picture_tells_who_chose_it_and_a_row_beyond_the_last_is_refused() -> None:
    hall = Hall(form())
    sent = hall.send("an", "sheet.photo", {"photo": "abcdef123456"})
    assert sent.payload == {"photo": "abcdef123456", "by": AN}
    refusal(hall.send, "an", "sheet.photo", {"card": "brug"})
    hall.send("an", "sheet.what3", {"text": "bellen"})
    refusal(hall.send, "an", "sheet.what4", {"text": "te veel"})
    assert [file.picture for file in export.files(hall.form, hall.context("console"))] == [
        "abcdef123456"
    ]  # fmt: skip


def test_one_cell_for_each_other_organisation() -> None:
    hall = Hall(form())
    hall.send("an", "sheet.why-o2", {"text": "om de tuin"})
    refusal(hall.send, "an", "sheet.why-o1", {"text": "wij zelf"})
    refusal(hall.send, "an", "sheet.why-o9", {"text": "niemand"})


def test_fields_are_counted_once_however_many_cells_they_have() -> None:
    hall = Hall(form())
    for slot in ("what1", "what2", f"goal-{AN}", "1-strong", "2-strong"):
        hall.send("an", f"sheet.{slot}", {"text": "ja"})
    assert hall.view.of("o1").filled == 4
    assert hall.form.counted == len(FIELDS) + 2
    hall.send("an", "sheet.what1", {"text": "x" * 500})
    sheet = hall.view.of("o1")
    assert (sheet.shortening, sheet.text("what1"), sheet.filled) == (1, "", 4)


def test_rows_tell_where_each_line_stands() -> None:
    hall = Hall(form())
    hall.send("an", f"sheet.goal-{AN}", {"text": "als het lukt"})
    hall.send("an", "sheet.what2", {"text": "bellen"})
    hall.send("an", "sheet.until2", {"date": "2027-03-09"})
    hall.send("an", "sheet.2-strong", {"text": "koffie"})
    goal, row, area = export.rows(hall.form, hall.context("console"))
    assert (goal["who"], goal["text"], goal["holder"]) == ("An", "als het lukt", "De Regenton")
    assert (row["row"], row["text"]) == (2, "bellen, 9 maart 2027")
    assert (area["area_number"], area["field"]) == (2, "Sterk")


def test_what_its_people_do_not_share_is_nobody_elses() -> None:
    hall = Hall(form(opened="holder"))
    hall.send("an", "sheet.who", {"text": "geheim"})
    for stage in ("fill", "wall"):
        desk = hall.context("console", stage=stage)
        assert "geheim" not in str(wall.screen(hall.form, hall.context("screen", stage=stage)))
        assert "geheim" not in str(console.desk(hall.form, desk))
        assert list(export.rows(hall.form, desk)) == []
    refusal(hall.send, FACILITATOR, "sheet.who", {"text": "nee", "for": "o1"})
    assert model.sealed(hall.view, hall.kept["o1", "sheet.who"])
    hall.send("bo", "sheet.shared", {"on": True})
    assert "geheim" in str(wall.screen(hall.form, hall.context("screen", stage="wall")))
    assert "geheim" not in str(wall.screen(hall.form, hall.context("screen")))
    assert not model.sealed(hall.view, hall.kept["o1", "sheet.who"])


def test_colleagues_see_who_writes_where_on_a_visit() -> None:
    hall = Hall(form("visit"))
    hall.send("an", f"at.v1:{AN}", {"field": "sheet.v1:who", "beat": 4})
    (host,) = holder.on_phone(hall.form, hall.context("phone", "cas"))
    joint = views.phone(hall.form, hall.context("phone", "cas"), host)["joint"]
    assert joint["people"] == [{"id": AN, "name": "An", "field": "sheet.v1:who", "beat": 4}]
    assert joint["me"] == f"at.v1:{CAS}" and not joint["alone"]
    refusal(hall.send, "an", f"at.v1:{BO}", {"field": "", "beat": 5})
    (desk,) = console.desk(hall.form, hall.context("console"))["sheets"]
    assert desk["at"] == [{"name": "An", "field": "Wie komt er?", "beat": 4}]


def test_the_facilitator_fills_in_for_whoever_has_no_phone() -> None:
    hall = Hall(form("person"))
    assert hall.send(FACILITATOR, "sheet.who", {"text": "An", "for": AN}).owner == "an"
    refusal(hall.send, FACILITATOR, "sheet.who", {"text": "An", "for": "an"})
    visits = Hall(form("visit"))
    assert visits.send(FACILITATOR, "sheet.v1:who", {"text": "An"}).owner == "v1"
