"""The plan of an organisation as it goes from one meeting to the next, with its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, get_args

from exercises.contract import Answer, Json
from exercises.results import ActionState

PREFIX = "carried."
# The first is what an action is while nobody said anything of it.
STATES: tuple[ActionState, ...] = get_args(ActionState)


@dataclass(frozen=True)
class ActionMoment:
    """What was said of how far an action is. `day`: ISO, or ""."""

    state: ActionState
    text: str = ""
    day: str = ""


@dataclass(frozen=True)
class WordsThen:
    """What an action said at an earlier meeting. `title` and `day` (ISO or "") are those of the
    meeting, `date` was the day of the first step."""

    title: str
    day: str
    what: str
    first: str = ""
    who: str = ""
    date: str = ""


@dataclass(frozen=True)
class CarriedAction:
    """An action with its history. `date`: the ISO day of the first step, `review` that of looking
    back, each "" without; `sources`: kind, organisation and mark of what inspired it; `helpers`:
    ids of the organisations whose help was accepted; `moments` and `before`: the oldest first."""

    number: int
    what: str = ""
    whom: str = ""
    sign: str = ""
    first: str = ""
    who: str = ""
    date: str = ""
    review: str = ""
    area: int | None = None
    sources: tuple[tuple[str, str, str], ...] = ()
    helpers: tuple[str, ...] = ()
    moments: tuple[ActionMoment, ...] = ()
    before: tuple[WordsThen, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether it says anything that others may read."""
        return any((self.what, self.first, self.whom, self.who))

    @property
    def title(self) -> str:
        """What it is called among others: what is done, else its first step."""
        return self.what or self.first or self.whom or self.who


@dataclass(frozen=True)
class CarriedPlan:
    """The actions of an organisation as they were at the end of a meeting."""

    actions: tuple[CarriedAction, ...] = ()

    def to_json(self) -> Json:
        """As stored."""
        return {"actions": [asdict(one) for one in self.actions]}

    @classmethod
    def from_json(cls, stored: Json) -> CarriedPlan:
        """From storage; what is no action is left out."""
        found = stored.get("actions", ())
        return cls(tuple(_read(one) for one in found if isinstance(one, dict)))


def is_carried(answer: Answer) -> bool:
    """Whether an answer is the plan that an organisation had in the meeting before."""
    return answer.slot == PREFIX + answer.author


def carry(actions: Sequence[CarriedAction], title: str, day: str) -> CarriedPlan:
    """The plan for a later meeting. What each action said in the meeting `title` of `day` is kept
    beside what it will say."""
    return CarriedPlan(tuple(
        replace(_plain(one), before=(
            *one.before, WordsThen(title, day, one.what, one.first, one.who, one.date)
        ))
        for one in actions
    ))  # fmt: skip


def moments_of(said: Iterable[Any]) -> tuple[ActionMoment, ...]:
    """What was said, from storage."""
    return tuple(
        ActionMoment(one["state"], one.get("text", ""), one.get("day", ""))
        for one in said if one.get("state") in STATES
    )  # fmt: skip


def _plain(action: CarriedAction) -> CarriedAction:
    """An action without what only this meeting knows of it."""
    return CarriedAction(**{key: getattr(action, key) for key in CarriedAction.__annotations__})


def _read(stored: Json) -> CarriedAction:
    return CarriedAction(
        **{
            **{key: value for key, value in stored.items()
               if key in CarriedAction.__annotations__},
            "sources": tuple((one[0], one[1], one[2]) for one in stored.get("sources", ())),
            "helpers": tuple(stored.get("helpers", ())),
            "moments": moments_of(stored.get("moments", ())),
            "before": tuple(WordsThen(**one) for one in stored.get("before", ())),
        }
    )  # fmt: skip
