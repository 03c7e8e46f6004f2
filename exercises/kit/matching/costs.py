"""What another choice costs: who goes elsewhere then, as data and as sentences about people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.kit.matching.case import Couple, MatchCase, MatchRule
from exercises.kit.matching.conflict import Conflict
from exercises.kit.matching.points import Worth
from exercises.kit.matching.reasons import choice_words
from exercises.kit.matching.solving import Proposal, repaired, solved, tried
from exercises.kit.rules.prose import in_words, isolated
from state.language import _, ngettext

# More people than this are counted, not named.
MOST_NAMED = 3


@dataclass(frozen=True)
class OneMoved:
    """An organisation goes to `host` (an id) instead of `instead_of`, "" where it went nowhere
    before. `rank` and `rank_before`: where these stood with it, None for nowhere. `both_ways`: the
    new host also comes to it."""

    visitor: str
    host: str
    instead_of: str
    rank: int | None
    rank_before: int | None
    both_ways: bool


@dataclass(frozen=True)
class Difference:
    """What changes between two proposals. `moved`: who goes elsewhere. `released`: pairs who no
    longer visit each other both ways; `to_and_fro`: pairs who do only now."""

    case: MatchCase
    moved: tuple[OneMoved, ...]
    released: tuple[tuple[str, str], ...] = ()
    to_and_fro: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class OtherChoice:
    """Another host for a couple, with the proposal that comes of it and what then differs for
    others; `outcome` is a Conflict when it cannot be."""

    couple: Couple
    host: str
    rank: int | None
    outcome: Proposal | Conflict
    cost: Difference | None


def runners_up(case: MatchCase, couples: Sequence[Couple], couple: Couple, most: int = 3
               ) -> tuple[str, ...]:  # fmt: skip
    """The ids of hosts that would suit the visitor of a couple next, the best first: that may
    receive, that no rule forbids, and that it does not go to already."""
    worth = Worth(case)
    taken = {one.host for one in couples if one.visitor == couple.visitor} | {couple.visitor}
    taken |= {
        one.host for one in case.rules
        if one.visitor == couple.visitor and one.kind in ("must_not", "again", "called_off")
    }  # fmt: skip
    left = [one.id for one in case.organisations if one.id not in taken and one.most_visits > 0]
    left.sort(key=lambda host: -worth.points((couple.visitor, host)))
    return tuple(left[:most])


def other_choice(
    proposal: Proposal, couple: Couple, host: str, *, least_change: bool = False
) -> OtherChoice:
    """What comes of it when the visitor of a couple goes to another host, by id. `least_change`:
    as after an agreement, when what can stay stays."""
    case = proposal.case
    forced = case.ruled(
        MatchRule("fixed", couple.visitor, host),
        MatchRule("must_not", couple.visitor, couple.host),
        without=[one for one in case.rules
                 if (one.visitor, one.host) == couple.pair and one.kind in ("fixed", "must")],
    )  # fmt: skip
    solve = repaired if least_change else solved
    outcome = solve(forced, proposal.couples)
    rank = case.rank_of.get((couple.visitor, host))
    if isinstance(outcome, Conflict):
        return OtherChoice(couple, host, rank, outcome, None)
    whole = difference(case, proposal.couples, outcome.couples)
    others = tuple(one for one in whole.moved if (one.visitor, one.host) != (couple.visitor, host))
    return OtherChoice(
        couple, host, rank, outcome, Difference(case, others, whole.released, whole.to_and_fro)
    )


def of_fixing(proposal: Proposal, couple: Couple) -> Difference | None:
    """What would differ if the organiser had not fixed this couple; None when nothing would, or
    when it is not fixed."""
    case = proposal.case
    fixing = [
        one
        for one in case.rules
        if (one.visitor, one.host) == couple.pair and one.kind in ("fixed", "must")
    ]
    free = tried(case.ruled(without=fixing), proposal.couples) if fixing else None
    if free is None:
        return None
    found = difference(case, proposal.couples, free.couples)
    return found if found.moved else None


def difference(case: MatchCase, before: Sequence[Couple], after: Sequence[Couple]) -> Difference:
    """What changes from one set of couples to another."""
    now, then = {one.pair for one in after}, {one.pair for one in before}
    gone: dict[str, list[str]] = {}
    for one in before:
        if one.pair not in now:
            gone.setdefault(one.visitor, []).append(one.host)
    moved = []
    for one in after:
        if one.pair in then:
            continue
        left = gone.get(one.visitor) or [""]
        instead_of = left.pop(0)
        moved.append(OneMoved(
            one.visitor, one.host, instead_of, case.rank_of.get(one.pair),
            case.rank_of.get((one.visitor, instead_of)), one.pair[::-1] in now,
        ))  # fmt: skip
    return Difference(
        case, tuple(moved), _both(then - now, then, now), _both(now - then, now, then)
    )


def _both(
    fresh: set[tuple[str, str]], here: set[tuple[str, str]], there: set[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """The pairs that go both ways here and not there, each once, in order."""
    found = {
        min(pair, pair[::-1]) for pair in fresh
        if pair[::-1] in here and not (pair in there and pair[::-1] in there)
    }  # fmt: skip
    return tuple(sorted(found))


def cost_sentence(choice: OtherChoice) -> str:
    """What a choice costs, in sentences about people; never a number of points."""
    if choice.cost is None:
        return _("Dat kan niet samen met de rest.")
    told = difference_sentence(choice.cost)
    return told or _("Niemand anders schuift op.")


def difference_sentence(found: Difference) -> str:
    """What changes, in sentences: who goes elsewhere, and which choice that is of theirs. "" when
    nothing does."""
    sentences = [_moved(found.case, one) for one in found.moved[:MOST_NAMED]]
    rest = len(found.moved) - MOST_NAMED
    if rest > 0:
        sentences.append(
            ngettext("Nog één organisatie gaat ergens anders heen.",
                     "Nog {count} organisaties gaan ergens anders heen.", rest)
            .format(count=in_words(rest))
        )  # fmt: skip
    told = {frozenset((one.visitor, one.host)) for one in found.moved if one.both_ways}
    sentences += [
        _("{one} en {other} gaan dan niet meer bij elkaar.").format(**_names(found.case, pair))
        for pair in found.released
    ]
    sentences += [
        _("{one} en {other} gaan dan bij elkaar.").format(**_names(found.case, pair))
        for pair in found.to_and_fro if frozenset(pair) not in told
    ]  # fmt: skip
    return " ".join(sentences)


def _names(case: MatchCase, pair: tuple[str, str]) -> dict[str, str]:
    return {"one": isolated(case.name(pair[0])), "other": isolated(case.name(pair[1]))}


def _moved(case: MatchCase, one: OneMoved) -> str:
    names = {"visitor": isolated(case.name(one.visitor)), "host": isolated(case.name(one.host)),
             "before": isolated(case.name(one.instead_of)), "choice": _choice(case, one, one.rank),
             "was": _choice(case, one, one.rank_before)}  # fmt: skip
    if not one.instead_of or not names["before"]:
        told = _("{visitor} gaat dan naar {host}{choice}.")
    else:
        told = _("{visitor} gaat dan naar {host}{choice}, en niet naar {before}{was}.")
    sentence = told.format(**names)
    if one.both_ways:
        back = _("Zo gaan {visitor} en {host} bij elkaar.").format(**names)
        return f"{sentence} {back}"
    return sentence


def _choice(case: MatchCase, one: OneMoved, rank: int | None) -> str:
    """' (eerste keuze)', and nothing where it wished for nobody."""
    if one.visitor not in case.wishers:
        return ""
    words = _("geen keuze") if rank is None else choice_words(rank)
    return f" ({words})"
