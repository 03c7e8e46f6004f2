"""The matching of a track: what it is made from (results of its exercises as the console may read
them, the organiser's choices, its visits, and who met in an earlier track), solving it, and storing
the proposal, the agreement and what is called off."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from exercises.engine import moment, results
from exercises.kit.matching.case import (
    USUAL_MOST,
    Couple,
    MatchCase,
    MatchOrganisation,
    MatchRule,
    RankedHost,
    Sought,
    StrongPoint,
)
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.costs import Difference, difference
from exercises.kit.matching.demands import demands, is_met
from exercises.kit.matching.reasons import reasons
from exercises.kit.matching.solving import Proposal, repaired, solved
from exercises.results import HostWish, LearningQuestion, Strength, TrackResults, Wish
from state import matching, rows, tracks, visits
from state.clock import BRUSSELS
from state.database import Store
from state.models import ChoiceKind, MatchingChoice, Meeting, Organisation, TrackVisit

_DUO, _ALONE = (2,), (1,)


@dataclass(frozen=True)
class TrackMatching:
    """The matching of a track as it stands. `left`: organisations that left. `typed`: the ids of
    those whose wishes the organiser typed; `silent`: of which nothing was shared. `choices` are
    those about who takes part. `visits` are all of the track."""

    case: MatchCase
    organisations: tuple[Organisation, ...]
    left: tuple[Organisation, ...]
    choices: tuple[MatchingChoice, ...]
    visits: tuple[TrackVisit, ...]
    typed: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()

    @property
    def unknown(self) -> tuple[Organisation, ...]:
        """Those that go out, and whose wishes are not known."""
        return tuple(
            one for one in self.organisations
            if one.id not in self.case.wishers and self.case.by_id[one.id].sends
        )  # fmt: skip

    @property
    def standing(self) -> tuple[TrackVisit, ...]:
        """The visits that were agreed, of who still takes part."""
        return tuple(one for one in self.visits if one.stands and self._there(one))

    @property
    def lost(self) -> tuple[TrackVisit, ...]:
        """The visits that were agreed and not done yet, of which host or visitor left."""
        return tuple(one for one in self.visits if one.state == "agreed" and not self._there(one))

    @property
    def called_off(self) -> frozenset[tuple[str, str]]:
        """The couples whose visit was called off and not agreed again, as (visitor, host)."""
        again = {_couple(one).pair for one in self.standing}
        return (
            frozenset(_couple(one).pair for one in self.visits if one.state == "called_off") - again
        )

    @property
    def proposed(self) -> tuple[Couple, ...]:
        """The proposal that was stored last."""
        return tuple(
            _couple(one) for one in self.visits if one.state == "proposed" and self._there(one)
        )

    def name(self, organisation: str) -> str:
        """The name of an organisation, also of one that left."""
        every = (*self.organisations, *self.left)
        return next((one.name for one in every if one.id == organisation), "")

    def _there(self, visit: TrackVisit) -> bool:
        return visit.host in self.case.by_id and visit.visitor in self.case.by_id


@dataclass(frozen=True)
class MatchingNow:
    """What there is to see: `shown` is the stored proposal while it still meets every demand, else
    the best one now, or why there is none. `better`: how the best one differs from what is stored;
    None when it does not. `is_stored`: whether `shown` is what is stored. `agreed`: the visits that
    stand, as couples; where there are any, the best is what changes least of them."""

    shown: Proposal | Conflict
    better: Difference | None
    is_stored: bool
    agreed: tuple[Couple, ...]


def of_track(store: Store, track_id: str) -> TrackMatching:
    """All of one track; Refused when it is gone."""
    with store.read() as db:
        there = rows.ordered(db, Organisation, "organisation", "track_id", track_id)
        left = rows.removed(db, Organisation, "organisation", "track_id", track_id)
        held = rows.ordered(db, Meeting, "meeting", "track_id", track_id)
        now = moment.at(store, db, held[0].id) if held else None
        found = results.of_track(now).all if now else ()
        ids = {one.id for one in there}
        chosen = tuple(
            one for one in matching.read_choices(db, track_id)
            if {one.organisation_id, one.host_id or one.organisation_id} <= ids
        )  # fmt: skip
        again = matching.met_before(db, track_id, datetime.now(BRUSSELS).date())
        every = visits.read_visits(db, track_id)
        counts = Counter(one.organisation_id for one in tracks.read_people(db, track_id))
    standing = [one for one in every if one.stands and {one.host, one.visitor} <= ids]
    past = [one for one in every if one.state == "done" and not {one.host, one.visitor} <= ids]
    takes_part = tuple(_taking_part(one, counts[one.id], chosen, standing, past) for one in there)
    told = TrackResults(lambda: found)
    wishes, typed = _wishes(told, chosen)
    asked, shown = _asked(told), _shown(told)
    case = MatchCase.of(takes_part, wishes, asked, shown, _rules(chosen, again, every))
    spoke = {one.organisation for one in asked} | {one.organisation for one in shown}
    spoke |= {one.visitor for one in wishes}
    return TrackMatching(
        case, there, left, chosen, every, typed, frozenset(ids - spoke)
    )  # fmt: skip


def as_it_stands(whole: TrackMatching) -> MatchingNow:
    """The proposal to show. Raises TooHard when that takes too long."""
    agreed = tuple(map(_couple, whole.standing))
    stored = agreed or whole.proposed
    best = _repaired(whole.case, stored) if agreed else _solved(whole.case, stored)
    if isinstance(best, Conflict):
        return MatchingNow(best, None, False, agreed)
    if set(best.couples) == set(stored):
        return MatchingNow(best, None, True, agreed)
    change = difference(whole.case, stored, best.couples)
    still = all(is_met(whole.case, one, stored) for one in demands(whole.case))
    if still and not agreed:
        ordered = in_order(whole.case, stored)
        return MatchingNow(Proposal(whole.case, ordered), change, True, agreed)
    return MatchingNow(best, change if stored else None, False, agreed)


def keep(store: Store, track_id: str, couples: Iterable[Couple], case: MatchCase) -> None:
    """Store couples as the proposal, with the reasons for them, in the place of the one before."""
    visits.propose(store, track_id, _as_visits(case, tuple(couples)))


def propose(store: Store, track_id: str) -> None:
    """Solve anew and store what comes of it, as close to the last proposal as it can be. Where it
    is impossible the last one stays. Raises TooHard."""
    whole = of_track(store, track_id)
    if whole.standing:
        return
    found = _solved(whole.case, whole.proposed)
    if isinstance(found, Proposal):
        keep(store, track_id, found.couples, whole.case)


def agree(store: Store, track_id: str, couples: Iterable[Couple]) -> None:
    """Agree on these couples, as the organiser saw them: visits that stand and are among them stay
    as they are, those that were agreed and are not among them are called off."""
    whole = of_track(store, track_id)
    wanted = tuple(couples)
    pairs = {one.pair for one in wanted}
    standing = {_couple(one).pair for one in whole.standing}
    off = [one.id for one in (*whole.standing, *whole.lost)
           if one.state == "agreed" and _couple(one).pair not in pairs]  # fmt: skip
    fresh = [
        replace(one, state="agreed") for one in _as_visits(whole.case, wanted)
        if (one.visitor, one.host) not in standing
    ]  # fmt: skip
    visits.agree_on(store, track_id, fresh, off)


def call_off_lost(store: Store, track_id: str) -> None:
    """Call off the agreed visits of which host or visitor left."""
    visits.set_state(store, [one.id for one in of_track(store, track_id).lost], "called_off")


def reopen(store: Store, track_id: str) -> None:
    """Make a proposal again of visits that were agreed and not told to anybody yet."""
    open_again = [one.id for one in of_track(store, track_id).standing
                  if one.state == "agreed" and not one.is_known]  # fmt: skip
    visits.set_state(store, open_again, "proposed")


def _as_visits(case: MatchCase, couples: tuple[Couple, ...]) -> list[TrackVisit]:
    return [
        TrackVisit(
            "", one.couple.host, one.couple.visitor, count=one.couple.people, state="proposed",
            why=json.dumps(one.to_json(), ensure_ascii=False),
        )
        for one in reasons(case, couples)
    ]  # fmt: skip


def _couple(visit: TrackVisit) -> Couple:
    return Couple(visit.visitor, visit.host, visit.count)


def in_order(case: MatchCase, couples: Iterable[Couple]) -> tuple[Couple, ...]:
    """Couples in the order of the organisations: of the visitors, then of the hosts."""
    place = {one.id: at for at, one in enumerate(case.organisations)}
    return tuple(sorted(couples, key=lambda one: (place[one.visitor], place[one.host])))


@lru_cache(maxsize=32)
def _solved(case: MatchCase, keep: tuple[Couple, ...]) -> Proposal | Conflict:
    return solved(case, keep)


@lru_cache(maxsize=32)
def _repaired(case: MatchCase, agreed: tuple[Couple, ...]) -> Proposal | Conflict:
    return repaired(case, agreed)


def _taking_part(
    one: Organisation,
    people: int,
    chosen: Iterable[MatchingChoice],
    standing: list[TrackVisit],
    past: list[TrackVisit],
) -> MatchOrganisation:
    """What one sends and receives: as the organiser chose, else a duo, or a single person where
    only one is known, and two visits at most. What was agreed already fits in any case; a
    visit in `past`, made with who left since, is not made again."""

    def numbers(kind: ChoiceKind) -> list[int]:
        return [it.number for it in chosen if (it.kind, it.organisation_id) == (kind, one.id)]

    usual = _ALONE if people == 1 else _DUO
    wanted = tuple(number for number in numbers("sends") if number) if numbers("sends") else usual
    going = tuple(visit.count for visit in standing if visit.visitor == one.id)
    gone = sum(visit.visitor == one.id for visit in past)
    most = (numbers("most_visits") or [USUAL_MOST])[0]
    received = sum(visit.host == one.id for visit in standing)
    return MatchOrganisation(
        one.id, one.name, (*going, *wanted[len(going) + gone:]), max(most, received),
        not numbers("unvisited") and all(visit.host != one.id for visit in past),
    )  # fmt: skip


def _wishes(
    told: TrackResults, chosen: Iterable[MatchingChoice]
) -> tuple[list[RankedHost], frozenset[str]]:
    """Who wants to go where, by the last sheet that says so, or as the organiser typed it; and the
    ids of those whose wishes were typed."""
    typed = [RankedHost(one.organisation_id, one.host_id or "", one.number)
             for one in chosen if one.kind == "wish"]  # fmt: skip
    by_hand = frozenset(one.visitor for one in typed)
    last: dict[str, str] = {}
    for one in told.of(HostWish):
        last[one.organisation] = one.origin.activity
    shared = [
        RankedHost(one.organisation, one.host, one.rank, one.why)
        for one in told.of(HostWish)
        if one.organisation not in by_hand and one.origin.activity == last[one.organisation]
    ]
    return [*shared, *typed], by_hand


def _asked(told: TrackResults) -> list[Sought]:
    questions = [Sought(one.organisation, one.text) for one in told.of(LearningQuestion)]
    wishes = [Sought(one.organisation, one.text, one.area, False) for one in told.of(Wish)]
    return list(dict.fromkeys((*questions, *wishes)))


def _shown(told: TrackResults) -> list[StrongPoint]:
    found = (StrongPoint(one.organisation, one.text, one.area) for one in told.of(Strength))
    return list(dict.fromkeys(found))


def _rules(
    chosen: Iterable[MatchingChoice], again: frozenset[tuple[str, str]], every: Iterable[TrackVisit]
) -> list[MatchRule]:
    """What the organiser decided, and what the visits say: one that was made is a fact, whatever
    was decided since; one that was called off stays so until the organiser chooses it."""
    found: list[MatchRule] = []
    may = {(one.organisation_id, one.host_id) for one in chosen if one.kind == "may_again"}
    for one in chosen:
        host = one.host_id or ""
        if one.kind in ("fixed", "must", "must_not"):
            found.append(MatchRule(one.kind, one.organisation_id, host, why=one.note))
        elif one.kind == "most_people":
            found.append(MatchRule("most_people", "", one.organisation_id, one.number))
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for visit in every:
        pairs[visit.state].add((visit.visitor, visit.host))
    done, agreed = pairs["done"], pairs["agreed"] | pairs["done"]
    found = [one for one in found if (one.visitor, one.host) not in done]
    wanted = {(one.visitor, one.host) for one in found if one.kind in ("fixed", "must")}
    barred = {(one.visitor, one.host) for one in found if one.kind == "must_not"}
    off = pairs["called_off"] - may - wanted - agreed - barred
    found += [MatchRule("done", *pair) for pair in sorted(done)]
    found += [MatchRule("called_off", *pair) for pair in sorted(off)]
    found += [MatchRule("again", *pair) for pair in sorted(again - may - wanted - agreed - off)]
    return found
