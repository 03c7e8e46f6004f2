"""A meeting at one revision: shared, and the only maker of what exercises are given."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from exercises import EXERCISES
from exercises.contract import Role
from exercises.engine import moment, running
from state import attendance, contributions, meetings, tracks
from state.contributions import Judged
from state.database import Store
from state.framework import renamed, usual
from state.models import Activity
from tests.conftest import Join

ROOT = Path(__file__).resolve().parents[3]
LINE = EXERCISES[0]
ROLES: tuple[Role, ...] = ("phone", "screen", "console")


def add(store: Store, meeting: str) -> str:
    return meetings.add_activity(store, meeting, LINE.kind, LINE.sample.to_json(), 40)


def stand(store: Store, activity: str, person: str, at: float, identifier: str) -> None:
    contributions.put(
        store, activity, person, "s1.1", identifier, lambda _db, _activity: Judged({"at": at})
    )


def at(store: Store, meeting: str) -> moment.Moment:
    with store.read() as db:
        return moment.at(store, db, meeting)


def activity_in(here: moment.Moment, activity: str) -> Activity:
    found = here.room.activity(activity)
    assert found is not None
    return found


def test_who_asks_at_the_same_revision_shares_one(store: Store, meeting: str) -> None:
    assert at(store, meeting) is at(store, meeting)


def test_every_change_gives_a_higher_revision(store: Store, meeting: str, join: Join) -> None:
    revisions = [at(store, meeting).rev]
    activity = add(store, meeting)
    revisions.append(at(store, meeting).rev)
    person = join("An")
    revisions.append(at(store, meeting).rev)
    stand(store, activity, person, 0.5, "a")
    revisions.append(at(store, meeting).rev)
    meetings.close(store, meeting)
    revisions.append(at(store, meeting).rev)
    assert revisions == sorted(set(revisions))


def test_a_moment_keeps_what_it_read(store: Store, meeting: str, join: Join) -> None:
    activity, person = add(store, meeting), join("An")
    stand(store, activity, person, 0.25, "a")
    before = at(store, meeting)
    seen = before.view(activity_in(before, activity))
    stand(store, activity, person, 0.75, "b")
    after = at(store, meeting)
    assert before.view(activity_in(before, activity)) is seen
    assert seen.of("s1")[person].first == 0.25
    assert after.view(activity_in(after, activity)).of("s1")[person].first == 0.75


def test_within_a_transaction_what_it_wrote_is_seen_and_kept_by_nobody(
    store: Store, meeting: str, join: Join
) -> None:
    activity, person = add(store, meeting), join("An")
    with pytest.raises(RuntimeError), store.write() as db:
        stand(store, activity, person, 0.25, "a")
        here = moment.within(db, str(store.path), meeting)
        assert here.view(activity_in(here, activity)).of("s1")[person].first == 0.25
        raise RuntimeError
    after = at(store, meeting)
    assert person not in after.view(activity_in(after, activity)).of("s1")


def test_a_phone_is_given_its_own_answers_and_a_screen_nobodys(
    store: Store, meeting: str, join: Join
) -> None:
    activity, person = add(store, meeting), join("An")
    other = join("Bo", organisation=1)
    stand(store, activity, person, 0.25, "a")
    stand(store, activity, other, 0.75, "b")
    here = at(store, meeting)
    found = activity_in(here, activity)
    phone = here.context(found, "phone", here.members[person])
    assert phone.mine == {"s1.1": {"at": 0.25}}
    assert here.context(found, "screen").mine == {}


def test_earlier_meetings_are_known_to_every_role(store: Store, track: str, meeting: str) -> None:
    first = add(store, meeting)
    running.start(store, first)
    later = meetings.add(store, track, "Later")
    meetings.open_doors(store, later)
    second = add(store, later)
    here = at(store, later)
    for role in ROLES:
        context = here.context(activity_in(here, second), role)
        assert [one.activity_id for one in context.earlier] == [first]


def test_the_area_names_of_the_track_reach_every_role(
    store: Store, track: str, meeting: str
) -> None:
    tracks.change_framework(store, track, renamed(usual(), 1, "Een naam van ons").to_text())
    activity = add(store, meeting)
    here = at(store, meeting)
    for role in ROLES:
        assert here.context(activity_in(here, activity), role).framework.name(1) == (
            "Een naam van ons"
        )


def test_nothing_else_makes_a_context() -> None:
    makers = [
        str(path.relative_to(ROOT))
        for folder in ("exercises", "pages", "report", "state", "tests")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and _called(node.func) == "Context"
    ]
    assert makers == ["exercises/engine/contexts.py"]


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Subscript):
        return _called(function.value)
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@pytest.mark.parametrize("role", ROLES)
def test_an_exercise_knows_who_is_here_and_who_went_home(
    store: Store, meeting: str, join: Join, role: Role
) -> None:
    activity, an, bo = add(store, meeting), join("An"), join("Bo")
    attendance.send_home(store, meeting, an)
    now = at(store, meeting)
    context = now.context(activity_in(now, activity), role)
    assert set(context.members) == {an, bo} and set(context.here) == {bo}
    attendance.came_back(store, meeting, an)
    now = at(store, meeting)
    assert set(now.context(activity_in(now, activity), role).here) == {an, bo}
