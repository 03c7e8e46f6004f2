"""A year of a track in words: for who can't see its picture, and for what it leaves out."""

from __future__ import annotations

from datetime import date

from exercises.kit.drawing.year import TrackYear, YearVisit, day_of
from exercises.kit.rules.days import day_of_year, days_text, month_of_year
from exercises.kit.rules.prose import in_words, isolated, listed, sentence
from state.language import _, ngettext


def counts(year: TrackYear) -> tuple[tuple[str, str], ...]:
    """What happened, by the kind of mark: ("visit", "7 bezoeken"); what there is none of is left
    out. A meeting counts once it was held and a visit once it was made."""
    held = sum(one.held for one in year.meetings)
    made = sum(one.made for one in year.visits)
    told = (
        ("meeting", ngettext("{n} bijeenkomst", "{n} bijeenkomsten", held), held),
        ("visit", ngettext("{n} bezoek", "{n} bezoeken", made), made),
        ("gift", ngettext("{n} cadeau", "{n} cadeaus", len(year.gifts)), len(year.gifts)),
        ("action", ngettext("{n} actie", "{n} acties", len(year.actions)), len(year.actions)),
    )  # fmt: skip
    return tuple((kind, text.format(n=count)) for kind, text, count in told if count)


def period(year: TrackYear) -> str:
    """'oktober 2026 tot juni 2027'; "" when nothing has a day."""
    found = year.period
    if found is None:
        return ""
    first, last = (month_of_year(one.isoformat()) for one in found)
    return first if first == last else _("{first} tot {last}").format(first=first, last=last)


def alt(year: TrackYear) -> str:
    """What can be seen, in a few sentences."""
    parties = len(year.parties)
    who = ngettext("{n} organisatie", "{n} organisaties", parties).format(n=in_words(parties))
    what = listed([_count_in_words(text) for _kind, text in counts(year)])
    told = [
        _("Eén lijn van de tijd, met een draad voor elke organisatie: {who}.").format(who=who),
        sentence(_("{when}: {what}.").format(when=period(year), what=what))
        if what and period(year)
        else sentence(f"{what}." if what else _("Er is nog niets gebeurd.")),
        *without_days(year),
    ]
    return " ".join(filter(None, told))


def without_days(year: TrackYear) -> tuple[str, ...]:
    """What can't be placed in time, what is ahead, and who left, in sentences."""
    happened = sum(one.made and not one.days for one in year.visits)
    dateless = sum(not one.made and not one.days for one in year.visits)
    past_meetings = sum(one.held and not day_of(one.day) for one in year.meetings)
    open_meetings = sum(not one.held and not day_of(one.day) for one in year.meetings)
    to_come = sum(not one.held for one in year.meetings)
    ahead = sum(not one.made for one in year.visits)
    gone = [one.name for one in year.parties if one.gone]
    told = (
        (happened, ngettext("Van {n} bezoek kennen we de datum niet: het staat apart.",
                            "Van {n} bezoeken kennen we de datum niet: ze staan apart.",
                            happened)),
        (past_meetings, ngettext("Van {n} bijeenkomst kennen we de datum niet: ze staat apart.",
                                 "Van {n} bijeenkomsten kennen we de datum niet: ze staan apart.",
                                 past_meetings)),
        (dateless, ngettext("{n} bezoek heeft nog geen dag en staat op het einde.",
                            "{n} bezoeken hebben nog geen dag en staan op het einde.", dateless)),
        (open_meetings, ngettext("{n} bijeenkomst heeft nog geen dag en staat op het einde.",
                                 "{n} bijeenkomsten hebben nog geen dag en staan op het einde.",
                                 open_meetings)),
        (to_come, ngettext("{n} bijeenkomst moet nog komen.",
                           "{n} bijeenkomsten moeten nog komen.", to_come)),
        (ahead, ngettext("{n} bezoek moet nog komen.", "{n} bezoeken moeten nog komen.", ahead)),
    )  # fmt: skip
    sentences = [sentence(text.format(n=in_words(count))) for count, text in told if count]
    if gone:
        left = ngettext("{names} doet niet meer mee.", "{names} doen niet meer mee.", len(gone))
        sentences.append(left.format(names=listed(gone)))
    return tuple(sentences)


def told_by_day(year: TrackYear) -> tuple[tuple[str, str], ...]:
    """Everything in words, by day, as (day, sentence); what has no day at the end."""
    names = {one.id: isolated(one.name) for one in year.parties}
    found: list[tuple[date, int, str, str]] = []

    def add(iso: str, day: str, order: int, text: str) -> None:
        found.append((day_of(iso) or date.max, order, day or _("zonder dag"), text))

    for meeting in year.meetings:
        without = _("zonder datum") if meeting.held else ""
        add(meeting.day, day_of_year(meeting.day) or without, 0, isolated(meeting.title))
    for gift in year.gifts:
        text = _("{host} krijgt een cadeau van {giver}").format(
            host=names.get(gift.host, ""), giver=names.get(gift.giver) or _("de hele groep")
        )
        add(gift.day, day_of_year(gift.day), 1, text)
    for visit in year.visits:
        first = visit.days[0] if visit.days else ""
        without = _("zonder datum") if visit.made else ""
        text = _("{guest} gaat over de vloer bij {host}").format(
            guest=names.get(visit.guest, ""), host=names.get(visit.host, "")
        )
        add(first, _visit_days(visit) or without, 2, text)
    for action in year.actions:
        text = f"{names.get(action.party, '')}: {isolated(action.text)}"
        add(action.day, day_of_year(action.day), 3,
            _("{action} (gedaan)").format(action=text) if action.done else text)  # fmt: skip
    return tuple((day, text) for _at, _order, day, text in sorted(found, key=lambda one: one[:2]))


def _visit_days(visit: YearVisit) -> str:
    year = day_of_year(visit.days[0]).rpartition(" ")[2] if visit.days else ""
    return f"{days_text(visit.days)} {year}".strip()


def _count_in_words(text: str) -> str:
    number, _space, what = text.partition(" ")
    return f"{in_words(int(number))} {what}"
