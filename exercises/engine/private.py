"""What a phone is given from outside its meeting that is not for everybody: what its person noted
or wrote before, and what the organisation keeps to itself. Not before the phone showed whose it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from sqlite_utils import Database

import exercises
from exercises.contract import Answer, Exercise, Member, Phase
from exercises.engine.answers import Answers
from exercises.engine.readers import Asker
from state import contributions
from state.models import Activity
from state.phones import PhoneTrust

T = TypeVar("T")


@dataclass
class PhoneGate:
    """What is kept from a phone. `kept_back`: as in `Moment.context`, None for nothing of this
    meeting. `withheld` becomes True when something was asked for that there is, and that this phone
    is not given."""

    trust: PhoneTrust
    kept_back: Mapping[str, bool] | None = None
    withheld: bool = field(default=False, compare=False)
    # The author and slot of what was filled in before the meeting began, whoever's it is.
    from_home: frozenset[tuple[str, str]] = frozenset()

    @property
    def own(self) -> bool:
        """Whether what is private to the person is given."""
        return self.trust.checked

    @property
    def inside(self) -> bool:
        """Whether what the organisation keeps to itself is given."""
        return self.trust.inside

    def known(self, me: Member) -> Member:
        """What is known of the person of this phone, outside its meeting."""
        return replace(
            me, id=me.id if self.own else "",
            organisation_id=me.organisation_id if self.inside else "",
        )  # fmt: skip

    def asker(self, asker: Asker) -> Asker:
        """As whom this phone asks for what came out of other meetings."""
        return replace(asker, checked=asker.checked and self.own, insider=self.inside)

    def gives(self, found: tuple[T, ...]) -> tuple[T, ...]:
        """What the person noted, or nothing."""
        return found if self.own else self._keeps_back(found)

    def gives_inside(self, found: tuple[T, ...]) -> tuple[T, ...]:
        """What people of the organisation shared with it, or nothing."""
        return found if self.inside else self._keeps_back(found)

    def _keeps_back(self, found: tuple[T, ...]) -> tuple[T, ...]:
        self.withheld |= bool(found)
        return ()

    def instead(self, given: T, whole: Callable[[], T]) -> T:
        """What is given, noting when a phone that is known is given more."""
        self.withheld = self.withheld or given != whole()
        return given

    def taking_part(
        self, exercise: Exercise[Any, Any], answers: Answers, phase: Phase, me: Member | None
    ) -> Member | None:
        """Who takes part in an exercise on this phone: nobody where the organisation goes on with
        what it had in an earlier meeting, and that is not shown to all."""
        carried = exercise.carried
        if me is None or carried is None or self.inside or phase.shown:
            return me
        own = (one for one in answers.all() if one.author == me.organisation_id)
        if not any(map(carried, own)):
            return me
        self.withheld = True
        return None

    def unseen(
        self, exercise: Exercise[Any, Any], whole: Callable[[], Any], phase: Phase,
        authors: Collection[str],
    ) -> Callable[[Answer], bool]:  # fmt: skip
        """Whether this phone is not given an answer, since one of `authors`, those of what is also
        of its person, filled it in at home: until all may read it. `whole`: gives all answers
        folded."""
        sealed = exercise.sealed
        if self.inside or not self.from_home or (sealed is None and phase.shown):
            return lambda one: False
        view = None if sealed is None else whole()

        def kept(one: Answer) -> bool:
            home = one.author in authors and (one.author, one.slot) in self.from_home
            return home and (sealed is None or sealed(view, one))

        return kept

    def view(self, exercise: Exercise[Any, Any], view: Any, phase: Phase, me: Member) -> Any:
        """What this phone may see of an exercise of another meeting."""
        if exercise.sealed is None:
            return view
        return self.instead(
            exercise.public(view, phase, "phone", self.known(me)),
            lambda: exercise.public(view, phase, "phone", me),
        )


def gate(
    db: Database, trust: PhoneTrust, activity: Activity, person_id: str
) -> PhoneGate | None:  # fmt: skip
    """What to keep from a phone while an exercise is on; None for nothing."""
    if trust.inside:
        return None
    since = trust.since
    if since is None and not trust.proven:
        # What was filled in at home before, was so with the link that this phone did not show.
        before = contributions.has_before(db, activity.id, person_id, trust.joined_at)
        since = trust.joined_at if before else None
    home = _from_home(db, activity)
    if since is None:
        return PhoneGate(trust, from_home=home)
    mine = contributions.of_author_since(db, activity.id, person_id, since)
    return PhoneGate(trust, mine, withheld=not all(mine.values()), from_home=home)


def _from_home(db: Database, activity: Activity) -> frozenset[tuple[str, str]]:
    """The author and slot of what was filled in before the meeting; nothing of an exercise that
    begins in the room, whose answers nobody has to go through."""
    exercise = exercises.of_kind(activity.kind)
    if exercise is None or not exercise.beforehand:
        return frozenset()
    return contributions.before_doors(db, activity.id)
