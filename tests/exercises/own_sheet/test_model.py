"""The Eigen fiche played: people, organisations and visits fill it in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from exercises.contract import Accepted, Answer, Context, Entry, Json, Member, Party, Phase
from exercises.contract import TrackVisit as Visit
from exercises.kit.drawing.svg import png
from exercises.own_sheet import EXERCISE, model, views
from exercises.own_sheet.config import OwnSheetConfig, usual, with_visits
from exercises.own_sheet.config_list import LIST
from tests.exercises.contexts import context_of
from tests.exercises.own_sheet.sample import CONFIG
from tests.exercises.refusing import refusal

PARTIES = (Party("o1", "De Regenton", "", 1), Party("o2", "Het Achterom", "", 2))
PEOPLE = {
    one: Member(one, one.title(), home, home, 1, "staat")
    for one, home in {"an": "o1", "bo": "o1", "cas": "o2"}.items()
}
VISITS = (Visit("v1", "o2", "o1"),)


@dataclass
class Round:
    """Sheets as they are filled in, with the last of each slot."""

    config: OwnSheetConfig
    kept: dict[tuple[str, str], Answer] = field(default_factory=dict)

    def send(self, who: str, slot: str, payload: Json) -> Accepted:
        entry: Entry[Any, Any] = Entry(
            self.config, Phase(open=True), who, slot, payload,
            lambda: model.fold(self.config, list(self.kept.values())), lambda: PEOPLE,
            lambda: {one.id: one for one in PARTIES}, visits=lambda: VISITS,
        )  # fmt: skip
        verdict = EXERCISE.accept(entry)
        owner = verdict.owner or who
        self.kept[owner, slot] = Answer(owner, slot, verdict.payload, by=who)
        return verdict

    def context(self, role: Any, me: str = "", stage: str = "fill", **more: Any) -> Context:  # type: ignore[type-arg]
        phase = EXERCISE.with_switches(Phase(stage=stage))
        return context_of(
            EXERCISE, phase, role, self.kept.values(), config=self.config, people=PEOPLE,
            parties=PARTIES, me=me, visits=VISITS, **more,
        )  # fmt: skip


def test_each_holder_has_a_sheet_of_its_own() -> None:
    for holder, slot, owner in (
        ("person", "sheet.take", "an"), ("organisation", "sheet.take", "o1"),
        ("visit", "sheet.v1:take", "v1"),
    ):  # fmt: skip
        config = with_visits(replace(CONFIG, holder=holder), VISITS)  # type: ignore[arg-type]
        game = Round(config)
        assert game.send("an", slot, {"text": "Koffie"}).owner == owner
        (sheet,) = EXERCISE.phone(game.context("phone", "an")).data["sheets"]
        assert sheet["joint"]["texts"][slot]["text"] == "Koffie"
        others = EXERCISE.phone(game.context("phone", "cas")).data["sheets"]
        assert ("Koffie" in str(others)) == (holder == "visit")
        (row,) = EXERCISE.rows(game.context("console"))
        assert row["text"] == "Koffie"


def test_fields_that_were_taken_off_are_not_filled_in_any_more_and_stay_in_the_rows() -> None:
    game = Round(CONFIG)
    game.send("an", "sheet.take", {"text": "Koffie"})
    game.config = LIST.without(CONFIG, "take", ("sheet",))
    refusal(game.send, "an", "sheet.take", {"text": "Thee"})
    here = game.context("console", stage="wall")
    assert [row["text"] for row in EXERCISE.rows(here)] == ["Koffie"]
    assert here.view.of("o1").filled == 0
    assert "Koffie" not in str(EXERCISE.screen(game.context("screen", stage="wall")).data)


def test_an_option_that_was_taken_off_is_still_told() -> None:
    game = Round(CONFIG)
    game.send("an", "sheet.how", {"choice": "a"})
    how = next(one for one in CONFIG.fields if one.key == "how")
    fewer = replace(how, options=how.options[1:], former=how.options[:1])
    game.config = LIST.change(CONFIG, "how", lambda _one: fewer)
    (row,) = EXERCISE.rows(game.context("console"))
    assert row["text"] == "Meewerken"
    refusal(game.send, "an", "sheet.how", {"choice": "a"})


def test_what_is_lacking_before_it_can_begin() -> None:
    for config, word in (
        (replace(CONFIG, fields=()), "veld"),
        (LIST.change(CONFIG, "how", lambda one: replace(one, options=())), "Hoe willen"),
        (replace(CONFIG, holder="visit"), "bezoeken"), (CONFIG, ""),
    ):  # fmt: skip
        said = views.lacks(Round(config).context("console"))
        assert word in said and bool(said) == bool(word)


def test_the_first_empty_field_waits_at_home() -> None:
    assert EXERCISE.waiting is not None
    game = Round(usual())
    first = EXERCISE.waiting(game.context("phone", "an"))
    assert first is not None and first.question == "Wat nemen jullie mee?"
    for slot, payload in (
        ("take", {"text": "ja"}),
        ("far", {"scale": 1}),
        ("first", {"text": "x"}),
    ):
        game.send("an", f"sheet.{slot}", payload)
    assert EXERCISE.waiting(game.context("phone", "bo")) is None
    assert EXERCISE.waiting(game.context("phone", "cas")) == first


def test_twenty_long_texts_are_all_in_the_picture() -> None:
    fields = tuple(replace(usual().fields[0], key=f"f{n}", text=f"Veld {n} " + "x" * 90)
                   for n in range(20))  # fmt: skip
    game = Round(replace(usual(), fields=fields))
    for n in range(20):
        game.send("an", f"sheet.f{n}", {"text": "Ouders koken samen in de tuin. " * 12})
    (made,) = EXERCISE.pictures(game.context("console"))
    assert made.svg.count("Ouders") > 200 and "…" not in made.svg
    assert png(made.svg, 480).startswith(b"\x89PNG")


def test_people_read_their_own_results_and_the_room_once_it_hangs() -> None:
    game = Round(usual())
    game.send("an", "sheet.take", {"text": "Koffie"})
    assert EXERCISE.results is not None
    for stage, readers in (("fill", "facilitator"), ("wall", "everybody")):
        (one,) = EXERCISE.results(usual(), game.context("console", stage=stage).view)
        assert (one.readers, one.organisation) == (readers, "o1")
    closed = replace(usual(), opened="holder")
    private = Round(closed, game.kept)
    (own,) = EXERCISE.results(closed, private.context("phone", "an").view)
    assert own.readers == "organisation"
    assert list(EXERCISE.results(closed, private.context("console").view)) == []
