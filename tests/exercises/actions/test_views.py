"""What phones and the screen are given of plans: on the wire, for any room."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from exercises.actions.views_home import waiting
from exercises.contract import Answer, Homework, Json, Waiting
from exercises.results import (
    Action,
    GiftNote,
    Origin,
    Readers,
    Result,
    Strength,
    TrackResults,
    Visit,
    VisitNote,
)
from tests.exercises.actions.rooms import EXERCISE, PARTIES, action, context, says

PLAN = action("o0", what="Koffie aan de deur", first="Bekers zoeken", date="2027-01-08")


def track(*results: Result) -> TrackResults:
    return TrackResults(lambda: results)


def on_phone(answers: list[Answer], me: str, stage: str = "plan", **more: Any) -> Json:
    return EXERCISE.phone(context(answers, "phone", stage, me, **more)).data


def on_screen(answers: list[Answer], stage: str, **options: str) -> Json:
    return EXERCISE.screen(context(answers, "screen", stage, options=options)).data


def test_a_plan_is_on_no_wire_before_it_is_shown() -> None:
    answers = [*PLAN, says("p2", "o0", "idea", "Vraag de buren")]
    assert "Koffie" not in json.dumps(on_phone(answers, "p1", "fill"))
    assert "Koffie" not in json.dumps(on_screen(answers, "fill"))
    assert "Koffie" in json.dumps(on_phone(answers, "p1"))
    hidden = context(answers, "screen")
    hidden = replace(hidden, phase=replace(hidden.phase, shown=False),
                     seen=lambda: EXERCISE.public(
                         EXERCISE.fold(EXERCISE.sample, answers),
                         replace(hidden.phase, shown=False), "screen", None))  # fmt: skip
    assert "Koffie" not in json.dumps(EXERCISE.screen(hidden).data)


@pytest.mark.parametrize("stage", [one.key for one in EXERCISE.stages])
def test_a_phone_says_in_every_stage_who_reads_its_plan(stage: str) -> None:
    told = on_phone(PLAN, "p0", stage)["readers"]
    # The facilitator reads it in every stage.
    assert "Koffie" in repr(EXERCISE.console(context(PLAN, "console", stage)))
    elsewhere = json.dumps([on_phone(PLAN, "p1", stage), on_screen(PLAN, stage)])
    if "Koffie" in elsewhere:
        assert told == "De hele groep leest dit mee."
    else:
        assert told.startswith("Jullie en de begeleider lezen dit;")


def test_at_home_only_the_own_plan_is_given() -> None:
    answers = [*PLAN, *action("o1", what="Een bank op de stoep")]
    assert "bank" not in json.dumps(on_phone(answers, "p0", homework=Homework()))


def test_what_inspired_may_be_picked_from_what_happened_and_read_by_who_may() -> None:
    gift = GiftNote(organisation="o0", giver="o1", heading="Tip", text="Zet de deur open")
    private = VisitNote(organisation="o0", host="o1", text="Zo stil hier", readers="person")
    other = GiftNote(organisation="o2", giver="o1", heading="Tip", text="Niet voor o0")
    visit = Visit(organisation="o0", host="o1", took_place=True)
    strong = Strength(organisation="o1", text="Iedereen krijgt koffie")
    mine = on_phone(PLAN, "p0", track=track(gift, private, other, visit, strong))
    kinds = [(one["kind"], one["text"]) for one in mine["sources"]]
    assert kinds == [("visit", ""), ("gift", "Zet de deur open"),
                     ("strength", "Iedereen krijgt koffie")]  # fmt: skip
    chosen = {key: mine["sources"][1][key] for key in ("kind", "party", "ref")}
    answers = [*PLAN, Answer("o0", "sheet.source1", {"from": [chosen]})]
    told = on_phone(answers, "p0", track=track(gift))["actions"][0]["from"][0]
    assert told["text"] == "Zet de deur open"
    elsewhere = EXERCISE.screen(context(answers, "screen", track=track())).data
    assert "Zet de deur open" not in json.dumps(elsewhere)
    assert "een cadeautje van De Regenton" in json.dumps(elsewhere)


def test_thirty_actions_are_shown_page_by_page_in_the_order_of_their_days() -> None:
    answers = [
        one for n in range(1, 31)
        for one in action("o0", n, what=f"Actie {n}", first="🎉 " + "x" * 150,
                          date=f"2027-{(n * 7) % 12 + 1:02d}-{n % 28 + 1:02d}")
    ]  # fmt: skip
    seen = []
    for page in range(5):
        data = on_screen(answers, "line", page=str(page))
        assert (data["page"], data["pages"], len(data["cards"])) == (page + 1, 5, 6)
        seen += [card["what"] for card in data["cards"]]
    assert len(set(seen)) == 30
    assert on_screen(answers, "line", page="99")["page"] == 5
    assert on_phone(answers, "p0")["count"] == 30
    assert len(json.dumps(on_phone(answers, "p0"))) < 90_000


def test_a_dropped_action_leaves_the_line_and_an_undated_one_comes_last() -> None:
    dropped = Answer("o0", "sheet.state1", {"said": [{"state": "dropped"}]})
    answers = [*action("o1", what="Zonder dag"), *action("o2", what="Later", date="2027-05-01")]
    assert [one["what"] for one in on_screen([*PLAN, *answers], "line")["cards"]] == [
        "Koffie aan de deur", "Later", "Zonder dag"
    ]  # fmt: skip
    assert len(on_screen([*PLAN, *answers, dropped], "line")["cards"]) == 2


def test_help_that_was_offered_is_told_until_it_is_accepted() -> None:
    offered = [*PLAN, says("p1", "o0", "help", "Een tafel")]
    (card,) = on_screen(offered, "line")["cards"]
    assert [one["name"] for one in card["offers"]] == ["De Regenton"] and card["helpers"] == []
    accepted = [*offered, Answer("o0", "sheet.help1", {"orgs": ["o1"]})]
    (card,) = on_screen(accepted, "line")["cards"]
    assert card["offers"] == [] and [one["name"] for one in card["helpers"]] == ["De Regenton"]
    assert [one["how"] for one in on_screen(accepted, "help")["pairs"]] == ["helps"]


def test_areas_nobody_chose_are_named() -> None:
    data = on_screen([*PLAN, *action("o0", area="3")], "areas")
    assert [one["number"] for one in data["areas"] if not one["count"]] == [1, 2, 4]
    assert on_screen(PLAN, "areas")["without"] == 1


def test_one_organisation_alone_has_a_plan_and_nobody_to_sharpen() -> None:
    data = EXERCISE.phone(context(PLAN, me="p0", parties=PARTIES[:1])).data
    assert data["others"] == [] and len(data["actions"]) == 1


def test_in_a_large_room_a_phone_is_given_the_plan_on_the_screen() -> None:
    many = tuple(replace(PARTIES[0], id=f"o{n}", name=f"Huis {n}") for n in range(30))
    answers = [one for n in range(30) for one in action(f"o{n}", what="Iets")]
    data = EXERCISE.phone(context(answers, me="p0", parties=many, options={"plan": "o7"})).data
    assert [one["id"] for one in data["others"]] == ["o7"]


@pytest.mark.parametrize(
    ("state", "question"),
    [(None, "Hoe staat het met"), ("busy", "Hoe staat het met"), ("done", ""), ("dropped", "")],
)
def test_what_waits_at_home_is_one_question(state: str | None, question: str) -> None:
    answers = [*PLAN, *action("o0", who="An")]
    if state:
        answers.append(Answer("o0", "sheet.state1", {"said": [{"state": state}]}))
    found = waiting(context(answers, homework=Homework()))
    assert (found.question if found else "").startswith(question)
    assert bool(found) == bool(question)


def test_at_home_first_comes_what_it_is_and_who_pulls_it() -> None:
    empty = waiting(context([], homework=Homework()))
    assert isinstance(empty, Waiting) and empty.question == "Wat gaan jullie doen?"
    nobody = waiting(context(PLAN, homework=Homework()))
    assert nobody is not None and nobody.question == "Wie neemt ‘Koffie aan de deur’ op zich?"


def test_the_desk_waits_for_nobody_of_an_organisation_whose_people_went_home() -> None:
    def present(*home: str) -> dict[str, int]:
        gone = frozenset(home)
        room = replace(context([], "console", "fill"), gone_home=lambda: gone)
        scene = EXERCISE.console(room)
        assert scene is not None
        return {one["id"]: one["present"] for one in scene.data["sheets"]}

    everybody = present()
    assert everybody["o0"] > 0
    own = [
        id_ for id_, one in context([], "console").members.items() if one.organisation_id == "o0"
    ]
    assert present(*own) == {**everybody, "o0": 0}


def test_a_phone_writes_together_with_who_is_here() -> None:
    room = context([], "phone", "fill", "p0")
    me = room.members["p0"]
    other = replace(me, id="other", name="Oda")
    together = replace(room, people=lambda: {**room.people(), "other": other})
    assert EXERCISE.phone(together).data["together"] == ["Oda"]
    alone = replace(together, gone_home=lambda: frozenset({"other"}))
    assert EXERCISE.phone(alone).data["together"] == []


def test_a_phone_says_that_the_group_saw_the_plan_before() -> None:
    def told(readers: Readers, activity: str = "before", organisation: str = "o0") -> str:
        before = Action(text="Koffie", organisation=organisation, readers=readers,
                        origin=Origin(activity=activity))  # fmt: skip
        return str(on_phone(PLAN, "p0", "fill", track=track(before))["readers"])

    assert told("everybody").startswith("De groep zag jullie plan al.")
    for unseen in (told("facilitator"), told("everybody", "activity"),
                   told("everybody", organisation="o1")):  # fmt: skip
        assert unseen.startswith("Jullie en de begeleider lezen dit;")
    at_home = on_phone(PLAN, "p0", homework=Homework())["readers"]
    assert at_home.startswith("De groep zag jullie plan al.")


def test_an_organisation_of_which_nobody_is_here_is_not_waited_for() -> None:
    def told(answers: list[Answer], *home: str) -> tuple[int, int]:
        gone = frozenset(home)
        room = replace(context(answers, "console", "fill"), gone_home=lambda: gone)
        hall = replace(context(answers, "screen", "fill"), gone_home=lambda: gone)
        panel = EXERCISE.panel(room)
        assert panel.total == len(EXERCISE.screen(hall).data["parties"])
        return panel.count or 0, panel.total or 0

    assert told([]) == (0, 3)
    assert told([], "p0") == (0, 2)
    assert told(PLAN, "p0") == (1, 3)
    assert told([], "p0", "p1", "p2") == (0, 3)
