"""What couples that were agreed do not meet (yet), in plain Dutch. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.kit.matching.case import WANTED, Couple, MatchCase, MatchRule
from exercises.kit.matching.conflict_words import demand_words, rule_words
from exercises.kit.matching.demands import Demand, demands, is_met
from exercises.kit.rules.prose import listed
from state.language import _, ngettext


def unmet_sentences(case: MatchCase, couples: Sequence[Couple]) -> list[str]:
    """A sentence for each thing that these couples do not meet: who gets no visit or goes nowhere,
    and the rules they break. Empty where all is met."""
    unmet = [one for one in demands(case) if not is_met(case, one, couples)]
    going = {one.visitor for one in couples}
    unvisited = [case.name(one.organisation) for one in unmet if one.kind == "visited"]
    home = _goers(case, unmet, [one.id for one in case.organisations if one.id not in going])
    partly = _goers(case, unmet, sorted(going))
    found = [
        ngettext("{names} krijgt nog geen bezoek.", "{names} krijgen nog geen bezoek.",
                 len(unvisited)).format(names=listed(unvisited)),
    ] if unvisited else []  # fmt: skip
    if home:
        found.append(
            ngettext("{names} gaat nog nergens op bezoek.", "{names} gaan nog nergens op bezoek.",
                     len(home)).format(names=listed(home))
        )  # fmt: skip
    if partly:
        found.append(
            _("Van {names} is nog niet elk bezoek afgesproken.").format(names=listed(partly))
        )
    found += [
        _("Dit is anders afgesproken: {demand}.").format(demand=demand_words(case, one))
        for one in unmet if one.kind == "places"
    ]  # fmt: skip
    return found + [_of_rule(case, one.rule) for one in unmet if one.rule is not None]


def _goers(case: MatchCase, unmet: Sequence[Demand], of: Sequence[str]) -> list[str]:
    return [
        case.name(one.organisation)
        for one in unmet
        if one.kind == "goes" and one.organisation in of
    ]


def _of_rule(case: MatchCase, rule: MatchRule) -> str:
    told = (
        _("Nog niet afgesproken: {rule}.") if rule.kind in WANTED
        else _("Dit is anders afgesproken: {rule}.")
    )  # fmt: skip
    return told.format(rule=rule_words(case, rule))
