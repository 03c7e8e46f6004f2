"""Het draaiboek: what a facilitator holds in the room. When what begins, what to bring and to lay
ready, and for each exercise why, how to introduce it, its questions and what goes wrong easily.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence

import exercises
from exercises.contract import Briefing
from exercises.document import (
    Block,
    Bullets,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Rule,
    Table,
    Together,
)
from exercises.engine import stored
from exercises.engine.moment import Moment
from exercises.kit.rules.days import full_day
from exercises.kit.rules.hours import TimeSpan, duration_text, span_text, spans, whole_text
from exercises.kit.rules.prose import sentence
from state.language import _, ngettext
from state.models import Activity

_log = logging.getLogger(__name__)


def run_sheet(here: Moment) -> Document:
    """The run sheet of a meeting, with what is on its agenda now. `here` is of a copy."""
    room = here.room
    times = spans(room.meeting.start, [one.minutes for one in room.agenda])
    briefings = {one.id: _briefing(one) for one in room.exercises}
    parts = [
        part for one, time in zip(room.agenda, times, strict=True)
        if (part := tuple(_part(here, one, time, briefings)))
    ]  # fmt: skip
    return Document(
        title=_("Draaiboek: {title}").format(title=room.meeting.title),
        blocks=(
            Heading(room.meeting.title, 1, kicker=_("Draaiboek")),
            *_when_and_where(here),
            *_overview(room.agenda, times),
            *_ready(here, briefings),
            # The first page can hang on the wall, so nothing else begins on it.
            *((PageBreak(),) if parts else ()),
            *(block for at, part in enumerate(parts) for block in _ruled(part, first=at == 0)),
        ),
        head=room.track.name,
        tiles=tuple(one.tile for one in room.organisations),
        date=full_day(room.meeting.date),
    )  # fmt: skip


def _when_and_where(here: Moment) -> Iterator[Block]:
    meeting, people = here.room.meeting, here.expected
    minutes = [one.minutes for one in here.room.agenda]
    counted = ngettext("{n} mens verwacht", "{n} mensen verwacht", people).format(n=people)
    told = [
        ", ".join(filter(None, (sentence(full_day(meeting.date)), meeting.place))),
        whole_text(meeting.start, minutes) or (duration_text(sum(minutes)) if minutes else ""),
        counted if people else "",
    ]
    words = ". ".join(filter(None, told))
    if words:
        yield Paragraph(f"{words}.", style="lead")


def _overview(agenda: Sequence[Activity], times: Sequence[TimeSpan | None]) -> Iterator[Block]:
    if not agenda:
        yield Paragraph(_("Er staat nog niets op de agenda."))
        return
    timed = any(times)
    rows = tuple(
        (*((span_text(time),) if timed else ()), stored.title_of(one), str(one.minutes or "–"))
        for one, time in zip(agenda, times, strict=True)
    )
    head = (*((_("Wanneer"),) if timed else ()), _("Wat"), _("Minuten"))
    yield Table(head, rows, _("Het verloop"), (3, 6, 2) if timed else (8, 2))


def _ready(here: Moment, briefings: Mapping[str, Briefing | None]) -> Iterator[Block]:
    """What people bring, and what must lie ready, with the exercise that it is for."""
    bring = here.room.meeting.bring
    if bring:
        yield Heading(_("Iedereen brengt mee"), 2)
        yield Paragraph(bring)
    if not here.room.exercises:
        return
    yield Heading(_("Klaarzetten"), 2)
    yield Bullets((
        _("De laptop met de projector, en voor iedereen een eigen gsm."),
        *(
            _("{thing} ({exercise}).").format(
                thing=thing.removesuffix("."), exercise=stored.title_of(activity)
            )
            for activity in here.room.exercises
            if (briefing := briefings.get(activity.id)) is not None
            for thing in briefing.material
        ),
    ))  # fmt: skip


def _ruled(part: Sequence[Block], *, first: bool) -> Sequence[Block]:
    """A part with a line above it, which stays with its heading; without for the first one, that
    begins a page."""
    head, *rest = part
    if first or not isinstance(head, Together):
        return part
    return (Together((Rule(), *head.blocks)), *rest)


def _part(
    here: Moment, activity: Activity, time: TimeSpan | None,
    briefings: Mapping[str, Briefing | None],
) -> Iterator[Block]:  # fmt: skip
    """One item of the agenda; a break without a note stands in the overview only."""
    told = [span_text(time), duration_text(activity.minutes) if activity.minutes else ""]
    kicker = ", ".join(filter(None, told))
    heading = Heading(stored.title_of(activity), 2, kind=activity.kind, kicker=kicker)
    if activity.is_interlude:
        if activity.note:
            yield Together((heading, Paragraph(activity.note)))
        return
    briefing = briefings.get(activity.id)
    yield Together((heading, *_why(here, activity, briefing)))
    for title, items in ((_("Vragen"), briefing.questions if briefing else ()),
                         (_("Let op"), briefing.pitfalls if briefing else ())):  # fmt: skip
        if items:
            yield Together((Heading(title, 3), Bullets(items)))


def _why(here: Moment, activity: Activity, briefing: Briefing | None) -> Iterator[Block]:
    exercise = exercises.of_kind(activity.kind)
    if exercise is None:
        yield Paragraph(_("Deze oefening zit nog niet in deze versie van Over de vloer."))
        return
    lacking = _lacking(here, activity)
    if lacking:
        yield Paragraph(lacking, strong=_("Nog te doen:"))
    yield Paragraph(briefing.purpose if briefing else exercise.help, strong=_("Waarom:"))
    if briefing is not None:
        yield Paragraph(f"‘{briefing.introduce}’", strong=_("Zo leid je in:"))
    stages = [stage.label.lower() for stage in exercise.stages]
    if len(stages) > 1:
        yield Paragraph(", ".join(stages) + ".", strong=_("In de regie:"))


def _briefing(activity: Activity) -> Briefing | None:
    """What an exercise says of itself. A fault in one costs only its own part."""
    exercise = exercises.of_kind(activity.kind)
    if exercise is None or exercise.briefing is None:
        return None
    try:
        return exercise.briefing(stored.config_of(activity))
    except Exception:
        # A fault in one exercise must not keep the run sheet from coming out.
        _log.exception("no briefing of %s", activity.id)
        return None


def _lacking(here: Moment, activity: Activity) -> str:
    try:
        return here.lacks(activity)
    except Exception:
        # A fault in one exercise must not keep the run sheet from coming out.
        _log.exception("could not ask what %s lacks", activity.id)
        return ""
