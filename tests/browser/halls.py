"""Rooms of organisations with short and very long names, and what each screen is then sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import exercises
from exercises.contract import Answer, Json, Member, Party, Phase
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.kit.rules.hyphens import name_forms
from state import short_names
from state.models import FACILITATOR
from tests.exercises.contexts import context_of
from tests.exercises.domino.table import Play
from tests.exercises.line.sample import long_names

LONGEST = "Huis van het Kind Regio Zuid-Oost-Vlaanderen en Denderstreek"
NAMES = (
    "De Regenton", LONGEST, "Kattenstaart", "Inloopteam De Sloep vzw, Afdeling Brugse Poort",
    "’t Lampeke", "Moeders voor moeders en vaders", "CKG", "Zevenhoek",
    "Kinderopvang Kapoentjes Sint-Lievens-Houtem", "Ouderparticipatiewerkgroep Denderleeuw",
    "De Katrol", "Centrum voor Kinderopvang en Gezinsondersteuning Aalst", "Baboes Zele",
    "Buurtwerk Nieuwstad",
)  # fmt: skip
COUNTS = (2, 6, 14)
SIZES = ((1920, 1080), (1024, 768))
CORE = (
    "Wij zijn er voor gezinnen met jonge kinderen. "
    "Elke dag staat de deur open, ook zonder afspraak."
)
STRONG = "Iedereen krijgt een naam en een kapstokhaakje."


@dataclass(frozen=True)
class Given:
    """A name, with the short name that was given."""

    name: str
    short: str = ""


@dataclass(frozen=True)
class Shown:
    """What a screen is sent: `kind` of exercise or 'lobby', `name` for a picture of it, and the
    style sheets that the exercise names."""

    kind: str
    name: str
    scene: Json
    styles: tuple[str, ...] = ()


def parties(count: int) -> tuple[Party, ...]:
    """The first organisations, with the short names in use."""
    names = NAMES[:count]
    short = short_names.in_use([Given(name) for name in names])
    return tuple(
        Party(f"o{at}", name, "Inloophuis", at + 1, short=short[at])
        for at, name in enumerate(names)
    )


def people(count: int) -> dict[str, Member]:
    """One of each organisation."""
    return {
        f"p{at}": Member(f"p{at}", ("Griet", "Maria-Magdalena")[at % 2], one.id, one.name, one.tile,
                         "staat", organisation_short=one.short)
        for at, one in enumerate(parties(count))
    }  # fmt: skip


def lobby(count: int) -> Shown:
    """The lobby with one person of each organisation."""
    present, houses = people(count), parties(count)
    return Shown("lobby", f"lobby-{count}", {"props": {
        "meeting": {"track": "Buren over de vloer 2026", "title": "Eerste avond", "begun": False},
        "lobby": {
            "qr": {"path": "M0 0h1v1z", "count": 21}, "code": "T4CF", "wifi": None,
            "address": "192.0.2.2:8633", "expected": 2 * count,
            "people": [
                {"id": who, "name": one.name, "tile": one.tile, "pose": one.pose}
                for who, one in present.items()
            ],
            "organisations": [
                {"id": one.id, "kind": one.sector, "tile": one.tile,
                 **name_forms(one.name, one.short)} for one in houses
            ],
        },
    }})  # fmt: skip


def of_exercises(count: int) -> Iterator[Shown]:
    """The screens of exercises on which organisations are named."""
    houses = parties(count)
    yield from _reflection(count, houses)
    yield from _sheets(count, houses)
    yield from _gifts(count, houses)
    yield from _map(count, houses)
    yield _domino(count)
    yield _duo(count, houses)
    yield _line(count, houses)


def _scene(
    kind: str, name: str, phase: Phase, answers: Sequence[Answer], count: int, config: Any = None,
    present: dict[str, Member] | None = None,
) -> Shown:  # fmt: skip
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    context = context_of(
        exercise, phase if phase.shown else exercise.with_switches(phase), "screen", answers,
        config=config, people=present or people(count), parties=parties(min(count, 14)),
    )  # fmt: skip
    stage = exercise.stage(phase.stage)
    drawn = exercise.screen(context)
    return Shown(kind, f"{kind}-{name}-{count}", {
        "kind": kind, "data": drawn.data, "stage": stage.key, "open": False,
        "shown": stage.shown, "step": {"index": 1, "total": 1, "label": ""}, "timer": None,
        "title": exercise.title, "area": exercise.area, "area_name": "Samen met de buurt",
        "activity": "a",
    }, tuple(drawn.styles))  # fmt: skip


def _on(stage: str, **options: Any) -> Phase:
    return Phase(stage=stage, shown=True, options=options)


def _reflection(count: int, houses: Sequence[Party]) -> Iterator[Shown]:
    answers = [Answer(one.id, "sheet.shared", {"on": True}) for one in houses]
    filled = [
        Answer(one.id, f"sheet.1-{cup}", {"text": STRONG})
        for one in houses for cup in ("strong", "sugar", "beans")
    ]  # fmt: skip
    few = [*filled[:2], *filled[-3:-1]]
    yield _scene("reflection_sheet", "invullen", Phase(stage="fill"), answers, count)
    yield _scene("reflection_sheet", "leeg", _on("look"), answers, count)
    yield _scene("reflection_sheet", "weinig", _on("look", show="area-1"), [*answers, *few], count)
    yield _scene("reflection_sheet", "vol", _on("look", show="area-1"), answers + filled, count)
    yield _scene(
        "reflection_sheet", "een", _on("look", show="party-o1"), [*answers, *filled], count
    )


def _sheets(count: int, houses: Sequence[Party]) -> Iterator[Shown]:
    texts = {"target": "Alle (toekomstige) gezinnen.", "core": CORE, "expect": "Verbinden."}
    answers = [
        Answer(one.id, f"sheet.{key}", {"text": text})
        for one in houses for key, text in texts.items()
    ]  # fmt: skip
    answers += [
        Answer(one.id, "sheet.picture", {"card": "brug"})
        for at, one in enumerate(houses) if at % 3 != 2
    ]  # fmt: skip
    own = "o1"
    few = [one for one in answers if one.author == own or one.slot == "sheet.picture"]
    kind = "organisation_sheet"
    yield _scene(kind, "invullen", Phase(stage="fill"), few, count)
    yield _scene(kind, "leeg", _on("wall"), [], count)
    yield _scene(kind, "een-op-de-muur", _on("wall"), [a for a in few if a.author == own], count)
    yield _scene(kind, "weinig", _on("wall"), few, count)
    yield _scene(kind, "vol", _on("wall"), answers, count)
    yield _scene(kind, "groot", _on("walk", large=own), few, count)


def _gifts(count: int, houses: Sequence[Party]) -> Iterator[Shown]:
    ring = zip(houses, (*houses[1:], houses[0]), strict=True)
    config = GiftsConfig(
        tuple(GiftVisit(f"v{at}", one.id, two.id, 2) for at, (one, two) in enumerate(ring))
    )
    wrapped = {"wrapped": True, "paper": "dots", "ribbon": "yellow"}
    answers = []
    for at, one in enumerate(houses):
        answers += [
            Answer(f"p{at}", f"v{at}.like", {"text": "De koffie stond klaar."}),
            Answer(one.id, f"v{at}.wrap", wrapped, by=f"p{at}"),
        ]
    opened = Answer("o1", "v0.open", {"open": True, "turn": 1}, by="p1")
    page = Answer("o1", "v0.page", {"at": 1}, by="p1")
    yield _scene("gifts", "tafel", _on("table"), answers, count, config)
    yield _scene("gifts", "uitpakken", _on("unwrap"), [*answers, opened, page], count, config)


def _map(count: int, houses: Sequence[Party]) -> Iterator[Shown]:
    answers = []
    for at, one in enumerate(houses):
        spot = {"x": 150.0 + (at * 487) % 1700, "y": 200.0 + (at * 311) % 900}
        answers.append(Answer(one.id, "map.1", spot, by=f"p{at}", order=at))
        answers.append(Answer(one.id, "map.why1", {"text": "Hier wonen wij."}, order=at))
    opened = Answer(FACILITATOR, "map.open", {"party": "o1", "told": [["o1", 1, 10]]})
    yield _scene("neighbourhood_map", "lezen", _on("read"), [], count)
    yield _scene("neighbourhood_map", "kaart", _on("talk"), answers, count)
    yield _scene("neighbourhood_map", "open", _on("talk"), [*answers, opened], count)


def _domino(count: int) -> Shown:
    play = Play()
    play.people = people(count)
    for at, who in enumerate(play.people):
        play.write(who)
        if not at:
            assert not play.start(who)
    assert not play.lay("p1", "p0")
    phase = replace(play.phase, options={"visibility": "names"})
    return _scene("domino", "vertellen", phase, list(play.answers.values()), count)


def _duo(count: int, houses: Sequence[Party]) -> Shown:
    answers = []
    for at in range(len(houses)):
        answers.append(Answer(f"p{at}", "r1.mine", {"text": "We gaan bij elkaar op bezoek."}))
        answers.append(Answer(f"p{at}", "r1.mine_share", {"share": True}))
    return _scene("duo_conversation", "delen", _on("share"), answers, count)


def _line(count: int, houses: Sequence[Party]) -> Shown:
    exercise = exercises.of_kind("line")
    assert exercise is not None
    key = exercise.sample.statements[0].key
    answers = [Answer(f"p{at}", f"{key}.1", {"at": at / len(houses)}) for at in range(len(houses))]
    return _scene("line", "kijken", _on("look"), answers, count)


def crowd_on_the_line(count: int, *, agreeing: bool, moved: bool) -> Shown:
    """The line with people who all have long names; `agreeing`: most stand at one end."""
    exercise = exercises.of_kind("line")
    assert exercise is not None
    key = exercise.sample.statements[0].key
    houses = parties(12)
    present = {
        f"p{at}": Member(f"p{at}", name, (one := houses[at % 12]).id, one.name, one.tile, "koffie",
                         organisation_short=one.short)
        for at, name in enumerate(long_names(count))
    }  # fmt: skip
    places = [(0.75 + at / (4 * count)) if agreeing else at / (count - 1) for at in range(count)]
    answers = [Answer(f"p{at}", f"{key}.1", {"at": place}) for at, place in enumerate(places)]
    if moved:
        answers += [
            Answer(f"p{at}", f"{key}.2", {"at": places[at] / 2}) for at in range(0, count, 3)
        ]
    name = f"lang{'-eens' * agreeing}{'-verschoven' * moved}"
    return _scene("line", name, _on("look"), answers, count, present=present)
