"""Words that several documents share: who was there, when, and what is agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.kit.rules.days import day_of_year, weekday_text
from exercises.kit.rules.prose import in_words, isolated, listed, sentence
from exercises.results import Action, ActionState, Visit
from state.language import _, ngettext
from state.models import Organisation, Person


def people_in_a_row(people: Sequence[Person]) -> str:
    """'Katrien, Samir'; who is not named is counted: 'Katrien en collega', 'twee mensen'."""
    named = [isolated(one.name) for one in people if one.erased_at is None]
    nameless = len(people) - len(named)
    if not nameless:
        return ", ".join(named)
    if not named:
        return ngettext("{n} mens", "{n} mensen", nameless).format(n=in_words(nameless))
    more = ngettext("{names} en collega", "{names} en {n} collega's", nameless)
    return more.format(names=", ".join(named), n=in_words(nameless))


def counted_people(people: int, organisations: int) -> str:
    """'twaalf mensen, zes deuren'."""
    left = ngettext("{n} mens", "{n} mensen", people).format(n=in_words(people))
    right = ngettext("{n} deur", "{n} deuren", organisations).format(n=in_words(organisations))
    return f"{left}, {right}"


def counted_visits(count: int) -> str:
    """'zeven bezoeken'."""
    return ngettext("{n} bezoek", "{n} bezoeken", count).format(n=in_words(count))


def ahead(found: Sequence[Visit]) -> Iterator[tuple[str, list[Visit]]]:
    """Visits of which is not known that they were made, below what can be said of them: those with
    days are to come; of those without nobody knows, so they are only said to be agreed."""
    dated = [one for one in found if one.days]
    dateless = [one for one in found if not one.days]
    if dated:
        yield _("Nog te komen"), dated
    if dateless:
        yield _("Afgesproken, nog zonder dag"), dateless


def line_of(organisation: Organisation) -> str:
    """What an organisation is and where: 'Inloophuis, Lindegem'."""
    return ", ".join(filter(None, (organisation.sector, organisation.place)))


def counted_actions(states: Sequence[ActionState]) -> str:
    """'Negen acties: vijf zijn gedaan, twee zijn bezig, één is gepland en één kwam er niet.'; where
    all are as far, 'Negen acties zijn gedaan.' At least one."""
    done, dropped = states.count("done"), states.count("dropped")
    busy, planned = states.count("busy"), states.count("planned")
    parts = (
        (done, ngettext("{n} is gedaan", "{n} zijn gedaan", done)),
        (busy, ngettext("{n} is bezig", "{n} zijn bezig", busy)),
        (planned, ngettext("{n} is gepland", "{n} zijn gepland", planned)),
        (dropped, ngettext("{n} kwam er niet", "{n} kwamen er niet", dropped)),
    )
    told = [text.format(n=in_words(count)) for count, text in parts if count]
    whole = ngettext("{n} actie", "{n} acties", len(states)).format(n=in_words(len(states)))
    if len(told) == 1:
        [alike] = [text.format(n=whole) for count, text in parts if count]
        return sentence(f"{alike}.")
    return sentence(f"{whole}: {listed(told)}.")


def state_of_action(one: Action) -> str:
    """How far an action is, with what was last said of it: 'Gedaan. De bank staat er.'"""
    day = day_of_year(one.date)
    words = {
        "planned": _("Gepland tegen {day}").format(day=day) if day else _("Gepland"),
        "busy": _("Bezig"), "done": _("Gedaan"), "dropped": _("Kwam er niet"),
    }[one.state]  # fmt: skip
    return f"{words}. {one.said}" if one.said else f"{words}."


def by_then(iso: str) -> str:
    """'tegen donderdag 8 oktober'; '' for no day."""
    day = weekday_text(iso)
    return _("tegen {day}").format(day=day) if day else ""


def did_all(phrases: Sequence[str]) -> str:
    """'We stonden op de lijn en legden zes stenen.'; '' for nothing."""
    return _("We {did}.").format(did=listed(list(dict.fromkeys(phrases)))) if phrases else ""
