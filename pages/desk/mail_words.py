"""Texts to paste into an e-mail: an invitation, a reminder, thanks. Pure: from values to text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from exercises.kit.rules.days import day_text, full_day
from exercises.kit.rules.hours import clock_of
from exercises.kit.rules.prose import listed
from state.language import _, ngettext
from state.models import Meeting

MailKind = Literal["invitation", "reminder", "thanks"]
KINDS: dict[MailKind, str] = {
    "invitation": _("Uitnodiging"), "reminder": _("Herinnering"), "thanks": _("Dank"),
}  # fmt: skip


@dataclass(frozen=True)
class StillToDo:
    """What waits for some people: on what it stands, the question, and by which day, ISO or ""."""

    names: tuple[str, ...]
    about: str
    question: str
    due: str


@dataclass(frozen=True)
class MailText:
    """A subject and a text, as they are pasted."""

    subject: str
    text: str


def invitation(meeting: Meeting, names: Sequence[str]) -> MailText:
    """To a meeting: when, where, what to bring. `names`: to whom, empty for everybody."""
    when = full_day(meeting.date)
    return _mail(
        _("Uitnodiging: {title}").format(title=meeting.title), names,
        _("Je bent welkom op {title}.").format(title=meeting.title),
        "\n".join(
            line for line in (
                _("Wanneer: {day}").format(day=when) if when else "",
                _("Begin: {hour}").format(hour=clock_of(meeting.start)) if meeting.start else "",
                _("Waar: {place}").format(place=meeting.place) if meeting.place else "",
                _("Breng mee: {things}").format(things=meeting.bring) if meeting.bring else "",
            ) if line
        ),
        _("Neem je gsm mee: daarmee doe je mee. Lukt het niet? Laat het ons weten."),
    )  # fmt: skip


def reminder(waiting: Sequence[StillToDo], names: Sequence[str]) -> MailText:
    """Of what each still has to do, one thing or more, said gently."""
    first = min((one.due for one in waiting if one.due), default="")
    by = _(" Tegen {day} is goed.").format(day=day_text(first)) if first else ""
    return _mail(
        _("Wat nog wacht"), names, _("Op jullie plek wacht nog iets."),
        "\n".join(_line(one) for one in waiting),
        _("Een paar woorden volstaan.{by} Je vindt het op je eigen link, van het blad met de"
          " QR-code. Kwijt? Vraag een nieuwe.").format(by=by),
    )  # fmt: skip


def thanks(
    meeting: Meeting, upcoming: Meeting | None, names: Sequence[str], *, has_links: bool
) -> MailText:
    """For a meeting that was, with the next one where there is one, to who was there. `has_links`:
    whether these people have own links, where they can read what is theirs."""
    return _mail(
        _("Dank je voor {title}").format(title=meeting.title), names,
        ngettext("Dank je dat je erbij was op {title}.",
                 "Dank jullie dat jullie erbij waren op {title}.", len(names) or 1
                 ).format(title=meeting.title),
        *_onward(upcoming, has_links=has_links),
    )  # fmt: skip


def missed(
    meeting: Meeting, upcoming: Meeting | None, names: Sequence[str], *, has_links: bool
) -> MailText:  # fmt: skip
    """As `thanks`, to who was not there."""
    return _mail(
        _("We misten je op {title}").format(title=meeting.title), names,
        ngettext("Je was er niet bij op {title}. We hebben je gemist.",
                 "Jullie waren er niet bij op {title}. We hebben jullie gemist.", len(names) or 1
                 ).format(title=meeting.title),
        *_onward(upcoming, has_links=has_links),
    )  # fmt: skip


def lacking(meeting: Meeting) -> str:
    """What an invitation to a meeting does not say yet, in a sentence; "" for nothing. Without an
    hour or things to bring an invitation is whole."""
    without = (
        *(() if meeting.date else (_("geen dag"),)),
        *(() if meeting.place else (_("geen plaats"),)),
    )
    if not without:
        return ""
    return _("In deze uitnodiging staat nog {what}.").format(what=listed(without))


def _onward(upcoming: Meeting | None, *, has_links: bool) -> tuple[str, ...]:
    when = full_day(upcoming.date) if upcoming else ""
    return (
        _("Wat van jullie organisatie is, lees je na op je eigen link: open je plek en tik op"
          " ‘Onze bundel’.") if has_links else "",
        _("De volgende keer: {title}, {day}.").format(title=upcoming.title, day=when)
        if upcoming and when else "",
        _("Tot bij elkaar over de vloer."),
    )  # fmt: skip


def _line(one: StillToDo) -> str:
    who = _("{names}: ").format(names=listed(one.names)) if one.names else ""
    by = _(" (tegen {day})").format(day=day_text(one.due)) if one.due else ""
    return f"- {who}{one.about}{by}: {one.question}"


def _mail(subject: str, names: Sequence[str], *paragraphs: str) -> MailText:
    greeting = _("Dag {names},").format(names=listed(names) if names else _("iedereen"))
    return MailText(subject, "\n\n".join(filter(None, (greeting, *paragraphs))))
