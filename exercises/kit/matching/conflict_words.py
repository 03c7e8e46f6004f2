"""Why a matching is impossible and what would solve it, in plain Dutch."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.kit.matching.case import Couple, MatchCase, MatchRule
from exercises.kit.matching.conflict import Conflict, Remedy
from exercises.kit.matching.demands import Demand
from exercises.kit.rules.prose import in_words, isolated, listed
from state.language import _, ngettext

# More demands than this are counted instead of told one by one.
_MOST_TOLD = 8
_FEWEST = 2


def conflict_sentence(found: Conflict) -> str:
    """What cannot go together."""
    case = found.case
    if len(case.organisations) < _FEWEST:
        return _("Er is nog maar één organisatie. Voor een bezoek zijn er twee nodig.")
    if len(found.demands) > _MOST_TOLD:
        return _counted(case)
    return _("Dit kan niet samen: {demands}.").format(
        demands="; ".join(demand_words(case, one) for one in found.demands)
    )


def obstacle_sentence(found: Conflict, couple: Couple, host: str) -> str:
    """Why the visitor of `couple` cannot go to `host` (an id) instead: what stands in the way most,
    and nothing else."""
    asked = {"must_not": couple.pair, "fixed": (couple.visitor, host)}
    left = [
        one for one in found.demands
        if one.rule is None or asked.get(one.rule.kind) != (one.rule.visitor, one.rule.host)
    ]  # fmt: skip
    if not left:
        return _("Dat kan niet samen met de rest.")
    nearby = {couple.visitor, couple.host, host}
    one = min(left, key=lambda it: (it.rule is None, not nearby & set(it.about), _order(it)))
    return _("Dat kan niet: {demand}.").format(demand=demand_words(found.case, one))


def _order(one: Demand) -> int:
    return ("rule", "places", "visited", "goes").index(one.kind)


def remedy_sentence(case: MatchCase, one: Remedy) -> str:
    """What makes it possible, as a sentence."""
    name = isolated(case.name(one.organisation))
    if one.kind == "leave":
        return _("Zonder {name} kan iedereen bezocht worden.").format(name=name)
    if one.kind == "unvisited":
        return _("Als {name} zelf geen bezoek krijgt, kan het wel.").format(name=name)
    if one.kind == "one_more":
        host = case.by_id[one.organisation]
        if host.most_visits == 0:
            return _("Als {name} toch bezoek ontvangt, kan het wel.").format(name=name)
        return _("Als {name} {n} bezoeken ontvangt, kan het wel.").format(
            name=name, n=in_words(host.most_visits + 1)
        )
    assert one.rule is not None
    return _("Zonder deze regel kan het wel: {rule}.").format(rule=rule_words(case, one.rule))


def together_sentence(found: Conflict) -> str:
    """Where nothing helps by itself: what must all give way. "" where something does."""
    if not found.together:
        return ""
    return _("Eén verandering volstaat niet. Dit moet allemaal anders: {demands}.").format(
        demands="; ".join(demand_words(found.case, one) for one in found.together)
    )


def demand_words(case: MatchCase, one: Demand) -> str:
    """One demand as a clause."""
    if one.rule is not None:
        return rule_words(case, one.rule)
    host, name = case.by_id[one.organisation], isolated(case.name(one.organisation))
    if one.kind == "goes":
        return _("{name} gaat op bezoek").format(name=name)
    if one.kind == "visited":
        return _("{name} krijgt bezoek").format(name=name)
    if host.most_visits == 0:
        return _("{name} ontvangt niemand").format(name=name)
    told = ngettext("{name} ontvangt hoogstens {n} bezoek",
                    "{name} ontvangt hoogstens {n} bezoeken", host.most_visits)  # fmt: skip
    return told.format(name=name, n=in_words(host.most_visits))


def rule_words(case: MatchCase, rule: MatchRule) -> str:
    """A rule as a clause."""
    told = {
        "fixed": _("{visitor} gaat zeker naar {host}"),
        "must": _("{visitor} gaat zeker naar {host}"),
        "must_not": _("{visitor} mag niet naar {host}"),
        "again": _("{visitor} ging al eens naar {host}"),
        "called_off": _("{visitor} naar {host} is afgezegd"),
        "done": _("{visitor} ging al naar {host}"),
        "most_people": _("{host} ontvangt hoogstens {n} mensen"),
    }[rule.kind]
    if rule.kind == "most_people" and rule.people == 1:
        told = _("{host} ontvangt hoogstens {n} mens")
    return told.format(
        visitor=isolated(case.name(rule.visitor)), host=isolated(case.name(rule.host)),
        n=in_words(rule.people),
    )  # fmt: skip


def _counted(case: MatchCase) -> str:
    """Many demands clash only because there is too much or too little of something."""
    groups = sum(len(one.sends) for one in case.organisations)
    places = sum(one.most_visits for one in case.organisations)
    hosts = [one for one in case.organisations if one.is_visited and one.most_visits]
    if groups > places:
        return ngettext(
            "Er gaat {n} bezoek uit, en er is plaats voor {places}.",
            "Er gaan {n} bezoeken uit, en er is plaats voor {places}.", groups,
        ).format(n=in_words(groups), places=in_words(places))  # fmt: skip
    if groups < len(hosts):
        return ngettext(
            "Er gaat {n} bezoek uit, en {hosts}.", "Er gaan {n} bezoeken uit, en {hosts}.", groups
        ).format(n=in_words(groups), hosts=_willing(len(hosts)))  # fmt: skip
    return _("De regels laten te weinig over voor {names}.").format(names=_most(case))


def _willing(count: int) -> str:
    return ngettext(
        "{n} organisatie wil bezoek", "{n} organisaties willen bezoek", count
    ).format(n=in_words(count))  # fmt: skip


def _most(case: MatchCase) -> str:
    """The organisations that rules speak of most, at most three."""
    said: Sequence[str] = [one for rule in case.rules for one in (rule.visitor, rule.host) if one]
    order = sorted(dict.fromkeys(said), key=lambda one: -said.count(one))
    return listed([case.name(one) for one in order[:3]])
