"""A mix, and what a candidate would change in it, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exercises.kit.mix.case import MixCase, MixQuestion
from exercises.kit.mix.effect import MixEffect
from exercises.kit.mix.proposing import MixProposal
from exercises.kit.mix.seen import CountedPlace, MixSeen
from exercises.kit.rules.prose import in_words, isolated, listed, quoted, sentence
from state.language import _, ngettext


def people_sentence(mix: MixSeen) -> str:
    """'Twaalf van de 16 mensen'; and how many too many, where there are."""
    told = _("{n} van de {limit} mensen").format(n=in_words(mix.people), limit=mix.limit)
    if mix.free >= 0:
        return sentence(told)
    over = ngettext("één te veel", "{n} te veel", -mix.free).format(n=in_words(-mix.free))
    return f"{sentence(told)}, {over}"


def places_sentence(places: Sequence[CountedPlace]) -> str:
    """'Oude Haven 2, Kerkakker 2, Sluiswijk 1'; "" for none."""
    return ", ".join(f"{isolated(one.name)} {one.count}" for one in places)


def lacking_sentence(mix: MixSeen) -> str:
    """Which sectors only others are of; "" for none."""
    if not mix.lacking:
        return ""
    names = listed([_lower(name) for name in mix.lacking])
    return _("Nog niet erbij: {names}.").format(names=names)


def effect_sentences(
    found: MixEffect, case: MixCase, area_names: Mapping[int, str], *, is_in: bool
) -> tuple[str, ...]:
    """What a candidate means for the mix: what it adds, and what to think about. `is_in`: it is in
    the mix already, so what it adds would be lost without it."""
    told = (
        *_adds(found, case, area_names, is_in=is_in),
        *_doubts(found, case, is_in=is_in),
    )
    if found.adds_nothing:
        return (_("Voegt vooral mensen toe: wat deze organisatie toont, is er al."), *told)
    return told


def _adds(
    found: MixEffect, case: MixCase, area_names: Mapping[int, str], *, is_in: bool
) -> Iterable[str]:
    if found.only_sector:
        words = (_("Is de enige van deze soort: {name}.") if is_in
                 else _("Er komt een soort bij: {name}."))  # fmt: skip
        yield words.format(name=_lower(found.only_sector))
    if found.only_region:
        words = (_("Is de enige uit {name}.") if is_in
                 else _("Er komt een streek bij: {name}."))  # fmt: skip
        yield words.format(name=isolated(found.only_region))
    for area in found.first_in:
        yield _("Toont als enige iets over {area}.").format(area=area_names.get(area, str(area)))
    for asked in found.answers:
        yield _("Kan als enige iets tonen over de vraag van {name}: {question}").format(
            name=isolated(case.by_id[asked.candidate].name), question=quoted(asked.text)
        )


def _doubts(found: MixEffect, case: MixCase, *, is_in: bool) -> Iterable[str]:
    if found.over:
        words = ngettext("Er zijn dan {n} mens te veel.", "Er zijn dan {n} mensen te veel.",
                         found.over)  # fmt: skip
        yield words.format(n=in_words(found.over))
    if found.candidate.hosts is False:
        yield _("Weet nog niet zeker of er gasten kunnen komen.")
    if found.candidate.carried is False:
        yield _("Nog niet heel het team staat erachter.")
    for asked in found.asks_in_vain:
        yield _("Niemand van deze groep toont iets over hun vraag: {question}").format(
            question=quoted(asked.text)
        )


def proposal_sentence(case: MixCase, found: MixProposal) -> str:
    """What is proposed: who comes with those who have a yes."""
    if found.over:
        words = ngettext(
            "Met wie al ja kreeg, is er {n} mens te veel. Kies eerst wie plaats maakt.",
            "Met wie al ja kreeg, zijn er {n} mensen te veel. Kies eerst wie plaats maakt.",
            found.over,
        )
        return words.format(n=in_words(found.over))
    names = [one.candidate.name for one in found.added]
    if len(found.members) == len([*case.chosen("", "yes", "maybe", "waiting")]) and not names:
        return _("Iedereen die geen nee kreeg, is er al bij.")
    if not names:
        return _("Niemand past er nog bij zonder dat er mensen te veel zijn.")
    proven = "" if found.proven else " " + _("Er is misschien nog een betere groep.")
    return _("Dan dekt de groep het meest: {names} erbij.").format(names=listed(names)) + proven


def answered_sentence(case: MixCase, asked: MixQuestion, who: Sequence[str]) -> str:
    """Who could show something about a question."""
    return ngettext(
        "{names} toont hier iets over.", "{names} tonen hier iets over.", len(who)
    ).format(names=listed([case.by_id[one].name for one in who]))


def _lower(name: str) -> str:
    """A kind of organisation inside a sentence; an abbreviation stays as it is."""
    is_word = len(name) > 1 and name[1:2].islower()
    return isolated(name[:1].lower() + name[1:] if is_word else name)
