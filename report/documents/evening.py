"""De bijeenkomst op één blad: who was there, what came out, what was agreed, and what is next."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

import exercises
from exercises.document import (
    Beside,
    Block,
    Dated,
    Document,
    Heading,
    Listed,
    Paragraph,
    Rule,
    Summary,
    TileList,
    Together,
)
from exercises.engine import homework_of, stored
from exercises.engine.moment import Moment
from exercises.kit.rules.blocks import beside
from exercises.kit.rules.days import full_day, weekday_text
from exercises.kit.rules.prose import isolated, sentence
from report.documents import wording
from report.documents.heights import lines_of
from state.language import _
from state.models import Activity, Meeting, MeetingAgreement, Person

_MOST_IN_ROWS = 3
# So many exercises are divided over the columns in every way; what comes later stands at the right.
_MOST_WAYS = 10
Told: TypeAlias = tuple[Activity, Summary]
_log = logging.getLogger(__name__)


def evening(
    here: Moment, agreed: Sequence[MeetingAgreement] = (), following: Meeting | None = None
) -> Document:  # fmt: skip
    """The sheet of a meeting. `here` is of a copy; `following`: the next meeting, if any."""
    meeting = here.room.meeting
    about = ", ".join(filter(None, (meeting.title, meeting.place)))
    told = list(_summaries(here))
    return Document(
        title=_("De bijeenkomst op één blad: {title}").format(title=meeting.title),
        blocks=(
            Heading(_title(here), 1, kicker=about),
            *_lead(told),
            *_who_was_there(here),
            *_exercises(told),
            *_foot(here, agreed, following),
        ),
        head=here.room.track.name,
        tiles=tuple(one.tile for one in here.room.organisations),
        kind="sheet",
        date=full_day(meeting.date),
    )  # fmt: skip


def _title(here: Moment) -> str:
    present = _present(here)
    if not present:
        return here.room.meeting.title
    people = sum(len(people) for _party, people in present)
    return sentence(wording.counted_people(people, len(present)))


def _present(here: Moment) -> list[tuple[Listed, list[Person]]]:
    """Each organisation that was there, with its people in order of arrival."""
    found = []
    for organisation in here.room.organisations:
        people = [
            one.person for one in here.attendees if one.person.organisation_id == organisation.id
        ]
        if people:
            names = wording.people_in_a_row(people)
            found.append((Listed(organisation.tile, organisation.name, names), people))
    return found


def _who_was_there(here: Moment) -> Iterator[Block]:
    present = _present(here)
    if present:
        yield TileList(tuple(one for one, _people in present))
    else:
        yield Paragraph(_("Er was nog niemand binnen."))


def _summaries(here: Moment) -> Iterator[Told]:
    """What each exercise says in short. One that fails costs only its own part."""
    for activity in here.room.exercises:
        exercise = exercises.of_kind(activity.kind)
        if exercise is None or activity.state == "planned":
            continue
        try:
            summary = exercise.summary(here.context(activity, "console"))
        except Exception:
            # A fault in one exercise must not keep the sheet from coming out.
            _log.exception("no summary of %s", activity.id)
            continue
        if summary is not None:
            yield activity, summary


def _lead(told: Sequence[Told]) -> Iterator[Block]:
    words = wording.did_all([summary.did for _activity, summary in told if summary.did])
    if words:
        yield Paragraph(words, style="lead")


def _exercises(told: Sequence[Told]) -> Iterator[Block]:
    """A few exercises each have a row, with the drawing beside the words. More of them stand in two
    columns, drawings below the words, without quotations and without drawings that can be spared,
    so that it stays one sheet."""
    if len(told) > _MOST_IN_ROWS:
        yield Rule()
        yield Beside(_in_two(told), (3, 3))
        return
    for activity, summary in told:
        words = _words(activity, summary)
        quote = (summary.quotation,) if summary.quotation is not None else ()
        if summary.figure is None:
            row: tuple[Block, ...] = beside(words, quote)
        else:
            row = beside((*words, *quote), (summary.figure,))
        yield Together((Rule(), *row))


def _in_two(told: Sequence[Told]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The exercises in two columns that are about as high, in each in their order; the first one
    begins the left column."""
    parts = [_in_column(*one) for one in told]
    heights = [lines_of(one) for one in parts]
    every, most = range(1, len(parts)), min(len(parts), _MOST_WAYS)
    ways = [(*range(most, len(parts)), *one) for n in range(1, most)
            for one in combinations(every[: most - 1], n)]  # fmt: skip

    def higher(right: tuple[int, ...]) -> float:
        of_right = sum(heights[at] for at in right)
        return max(of_right, sum(heights) - of_right)

    # Of ways that are about as even, the one that keeps the order from left to right.
    chosen = max(ways, key=lambda one: (-round(higher(one) / 2), sum(one) / len(one)))
    left = [part for at, part in enumerate(parts) if at not in chosen]
    right = [part for at, part in enumerate(parts) if at in chosen]
    return sum(left, ()), sum(right, ())


def _in_column(activity: Activity, summary: Summary) -> tuple[Block, ...]:
    drawn = summary.figure is not None and not summary.spare
    return (*_words(activity, summary), *((summary.figure,) if summary.figure and drawn else ()))


def _words(activity: Activity, summary: Summary) -> tuple[Block, ...]:
    heading = Heading(stored.title_of(activity), 2, kind=activity.kind)
    return (heading, Paragraph(" ".join(summary.sentences)))


def _foot(
    here: Moment, agreed: Sequence[MeetingAgreement], following: Meeting | None
) -> Iterator[Block]:  # fmt: skip
    left, right = tuple(_agreed(here, agreed)), tuple(_next(following))
    if left or right:
        yield Rule(foot=True)
    if left and right:
        yield Beside((left, right), (4, 2))
    else:
        yield from (*left, *right)


def _agreed(here: Moment, agreed: Sequence[MeetingAgreement]) -> Iterator[Block]:
    """Agreements and homework, in the order of their days; those without a day come last."""
    entries = [(one.due, weekday_text(one.due), one.text) for one in agreed]
    for activity, due in homework_of.open_at_home(here):
        text = _("Werk {title} thuis af.").format(title=isolated(stored.title_of(activity)))
        entries.append((due, wording.by_then(due), text))
    dated = sorted((one for one in entries if one[0]), key=lambda one: one[0])
    if entries:
        yield Heading(_("Afgesproken"), 2)
    if dated:
        yield Dated(tuple((when, text) for _due, when, text in dated))
    yield from (Paragraph(text) for due, _when, text in entries if not due)


def _next(following: Meeting | None) -> Iterator[Block]:
    if following is None:
        return
    yield Heading(_("Tot dan"), 2)
    day = sentence(full_day(following.date)) or following.title
    rest = [following.title if following.date else "", following.place]
    text = "\n".join(part for part in rest if part)
    yield Paragraph(f"\n{text}" if text else "", strong=day)
