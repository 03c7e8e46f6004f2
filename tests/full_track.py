"""A full track, played through the product: what documents and exports are tried on.

`full_track(store)` makes it: six organisations, sixteen people and five meetings that were held, in
which every exercise of the list was done with the answers of its tests/exercises/<kind>/sample.py,
photos on the sheets and a note of the facilitator on each step.
"""

from __future__ import annotations

import importlib.util
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import exercises
from exercises import example
from exercises.contract import Answer, Exercise
from exercises.engine import flow, running
from exercises.engine.stored import config_of
from state import contributions, meetings, people, pictures, tracks, visits
from state.contributions import Judge, Judged
from state.database import Store
from state.ids import new_id
from state.models import FACILITATOR, Json, TrackVisit

MEETINGS = (
    ("Bijeenkomst 1: kennismaking", "2026-01-22"),
    ("Bijeenkomst 2: voorbereiding", "2026-03-19"),
    ("Bijeenkomst 3: uitwisseling", "2026-06-11"),
    ("Bijeenkomst 4: acties", "2026-09-17"),
    ("Bijeenkomst 5: slotmoment", "2026-11-19"),
)
# Who comes besides the two of each organisation of the example: her or his organisation, counted
# from 0, with name and function.
MORE_PEOPLE = (
    (0, "Mieke", "vrijwilliger"), (1, "Youssef", "brugfiguur"),
    (2, "Fatoumata", "kinderbegeleider"), (5, "Hanne", "speelplekwerker"),
)  # fmt: skip
# Samples speak of three organisations, o0 to o2; these are the ones of the track they stand for.
_PARTS = ((0, 1, 2), (3, 4, 5))
_SAMPLE_ID = re.compile(r"(?<![A-Za-z0-9])o([0-2])(?![A-Za-z0-9])")
_NOTE = "Hier bleven we lang bij stilstaan."
_FOLDER = Path(__file__).parent / "exercises"
# The exercise whose answers may hold a photo of an organisation, and where.
_PHOTO_KIND, _PHOTO_SLOT = "organisation_sheet", "sheet.picture"
AnyExercise = Exercise[Any, Any]


@dataclass(frozen=True)
class Cast:
    """The ids of the organisations in order, and of the people of each."""

    organisations: tuple[str, ...]
    people: tuple[tuple[str, ...], ...]

    @property
    def everybody(self) -> tuple[str, ...]:
        """All people: as samples have it, each next one is of the next organisation, of three."""
        return (*self.of(_PARTS[0]), *self.of(_PARTS[1]))

    def of(self, part: Sequence[int]) -> tuple[str, ...]:
        """The people of some organisations, in turn."""
        rows = zip_longest(*(self.people[at] for at in part))
        return tuple(person for person in chain.from_iterable(rows) if person is not None)


def full_track(store: Store, photos: int = 40) -> str:
    """Make the track in a store and give its id. `photos`: how many hang on sheets, six at most on
    each; there are as many sheets as that takes, and one at least."""
    track_id = tracks.add_track(store, "Samen sterk rond gezinnen", "Sociale steun en samenhang")
    cast = _cast(store, track_id)
    pending = iter(range(photos))
    sheets = max(1, -(-photos // len(cast.organisations)))
    programme = _programme(sheets)
    for (title, date), kinds in zip(MEETINGS, programme, strict=True):
        meeting_id = meetings.add(store, track_id, title, date, example.HALL)
        _hold(store, meeting_id, cast, kinds, pending)
    return track_id


def sample_of(kind: str) -> Any:
    """The module tests/exercises/<kind>/sample.py."""
    return _module(_FOLDER / kind / "sample.py")


def photo(number: int, size: tuple[int, int] = (1280, 960)) -> bytes:
    """A JPEG with soft shapes and grain, another one for each number, some 150 kB large."""
    wide, high = size
    chance = np.random.default_rng(number)
    across = np.linspace(0, chance.integers(60, 160), wide)[None, :, None]
    down = np.linspace(0, chance.integers(20, 90), high)[:, None, None]
    colour = chance.integers(0, 90, 3)[None, None, :]
    grain = chance.normal(0, 4, (high, wide, 1))
    out = io.BytesIO()
    dots = np.clip(across + down + colour + grain, 0, 255).astype(np.uint8)
    Image.fromarray(dots).save(out, "JPEG", quality=76)
    return out.getvalue()


@lru_cache(maxsize=64)
def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(f"full_track_{path.parent.name}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cast(store: Store, track_id: str) -> Cast:
    organisations, everybody = [], []
    for at, (sector, name, place, named) in enumerate(example.ORGANISATIONS):
        one = tracks.add_organisation(store, track_id, name, sector, place)
        more = tuple((who, job) for number, who, job in MORE_PEOPLE if number == at)
        organisations.append(one)
        everybody.append(
            tuple(tracks.add_person(store, one, who, job) for who, job in (*named, *more))
        )
    return Cast(tuple(organisations), tuple(everybody))


def _programme(sheets: int) -> list[list[str]]:
    """The kinds on the agenda of each meeting: all of them in the first but what needs visits,
    which come later; every other one comes back once, and a sheet as often as is asked."""
    kinds = [exercise.kind for exercise in exercises.EXERCISES]
    late = [kind for kind in kinds if hasattr(sample_of(kind), "CONFIG")]
    first = [kind for kind in kinds if kind not in late]
    agendas = [first, [first[0]], late, [first[2]], [first[0], *first[4:5]]]
    for number in range(1, sheets):
        agendas[number % len(agendas)].append(_PHOTO_KIND)
    return agendas


def _hold(
    store: Store, meeting_id: str, cast: Cast, kinds: Sequence[str], pending: Iterator[int]
) -> None:
    """Hold a meeting from the door to the end."""
    meetings.open_doors(store, meeting_id)
    names = {one.id: one for one in tracks.people(store, meetings.room(store, meeting_id).track.id)}
    for person in cast.everybody[:-1]:
        found = names[person]
        people.join(store, meeting_id, new_id(), found.organisation_id, found.name)
    people.let_in(store, meeting_id, cast.everybody[-1])
    for kind in kinds:
        exercise = exercises.of_kind(kind)
        assert exercise is not None
        _play(store, meeting_id, cast, exercise, pending)
    meetings.close(store, meeting_id)


def _play(
    store: Store, meeting_id: str, cast: Cast, exercise: AnyExercise, pending: Iterator[int]
) -> None:
    sample = sample_of(exercise.kind)
    config: Any = getattr(sample, "CONFIG", exercise.sample)
    stored = _translated(config.to_json(), cast, _PARTS[0])
    activity_id = meetings.add_activity(store, meeting_id, exercise.kind, stored, exercise.minutes)
    running.start(store, activity_id)
    going = _visits(store, meeting_id, sample, cast)
    for said in _answers(sample, config, stored != config.to_json(), cast):
        one = _of_visits(said, going)
        contributions.put(
            store, activity_id, one.by or one.author, one.slot, new_id(), _as_it_is(one),
            by_hand=one.by_hand,
        )  # fmt: skip
    if exercise.kind == _PHOTO_KIND:
        _hang_photos(store, meeting_id, activity_id, cast, pending)
    _walk(store, meeting_id, activity_id, exercise)
    running.close(store, activity_id)


def _visits(store: Store, meeting_id: str, sample: Any, cast: Cast) -> dict[str, str]:
    """The visits that a sample has answers of, made in this track: the id of each by that which the
    sample has."""
    wanted: tuple[TrackVisit, ...] = getattr(sample, "VISITS", ())
    track_id = meetings.room(store, meeting_id).track.id
    party = {f"o{at}": cast.organisations[at] for at in _PARTS[0]}
    made = visits.add_all(store, track_id, [
        replace(one, host=party[one.host], visitor=party[one.visitor], people=()) for one in wanted
    ])  # fmt: skip
    return dict(zip((one.id for one in wanted), made, strict=True))


def _of_visits(said: Answer, going: Mapping[str, str]) -> Answer:
    """An answer with the ids of these visits in the place of the sample's."""
    if not going:
        return said
    named = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(going)})(?![A-Za-z0-9])")
    slot = named.sub(lambda found: going[found[1]], said.slot)
    return replace(said, author=going.get(said.author, said.author), slot=slot)


def _as_it_is(answer: Answer) -> Judge:
    """Samples hold answers as they are stored: there is nothing to judge."""
    return lambda _db, _activity: Judged(answer.payload, answer.author)


def _answers(sample: Any, config: Any, named: bool, cast: Cast) -> Iterator[Answer]:
    """The sample's answers with the ids of this track. What organisations say is said twice, for
    the first three and for the last, unless the configuration names them."""
    whole = sample.answers(config, cast.everybody)
    by_organisation = any(_SAMPLE_ID.fullmatch(one.author) for one in whole)
    if named or not by_organisation:
        yield from _of_part(whole, cast, _PARTS[0])
        return
    for part in _PARTS:
        yield from _of_part(sample.answers(config, cast.of(part)), cast, part)


def _of_part(answers: Sequence[Answer], cast: Cast, part: Sequence[int]) -> Iterator[Answer]:
    for one in answers:
        text = json.dumps([one.author, one.slot, one.payload, one.by])
        author, slot, payload, by = _translated(json.loads(text), cast, part)
        yield Answer(author, slot, payload, one.by_hand, one.order, by)


def _translated(stored: Any, cast: Cast, part: Sequence[int]) -> Any:
    """JSON with the organisations of the track in the place of the sample's."""
    text = json.dumps(stored)
    named = _SAMPLE_ID.sub(lambda found: cast.organisations[part[int(found[1])]], text)
    return json.loads(named)


def _hang_photos(
    store: Store, meeting_id: str, activity_id: str, cast: Cast, pending: Iterator[int]
) -> None:
    for team in cast.people:
        number = next(pending, None)
        if number is None:
            return
        content = photo(number)
        kept = pictures.add(
            store, activity_id, team[0], pictures.digest_of(content), "image/jpeg", (1280, 960),
            content,
        )  # fmt: skip
        room = meetings.room(store, meeting_id)
        running.send(store, room, activity_id, team[0], _PHOTO_SLOT, {"photo": kept.id}, new_id())


def _walk(store: Store, meeting_id: str, activity_id: str, exercise: AnyExercise) -> None:
    """Go through all steps and stages to the end, with a note on each step."""
    noted: set[str] = set()
    while True:
        room = meetings.room(store, meeting_id)
        activity = room.activity(activity_id)
        assert activity is not None
        step = exercise.steps(config_of(activity))[activity.phase_json()["step"]]
        if step.key not in noted:
            noted.add(step.key)
            running.send(store, room, activity_id, FACILITATOR, f"{step.key}.note",
                         _note(step.title), new_id(), by_hand=True)  # fmt: skip
        running.change_phase(
            store, activity_id, lambda e, c, phase: flow.forward(e, c, phase, flow.position(phase))
        )
        again = meetings.room(store, meeting_id).activity(activity_id)
        assert again is not None
        if again.phase == activity.phase:
            return


def _note(title: str) -> Json:
    return {"text": f"{title}: {_NOTE}" if title else _NOTE}
