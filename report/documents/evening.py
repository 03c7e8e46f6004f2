"""De avond op één blad: who was there, what came out, what was agreed, and when is the next."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

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
from exercises.kit.rules.days import full_day, weekday_text
from exercises.kit.rules.prose import isolated, sentence
from report.documents import wording
from state.language import _
from state.models import Activity, Meeting, MeetingAgreement, Person

_MOST_WITH_QUOTES = 4
_log = logging.getLogger(__name__)


def evening(
    here: Moment, agreed: Sequence[MeetingAgreement] = (), following: Meeting | None = None
) -> Document:  # fmt: skip
    """The sheet of a meeting. `here` is of a copy; `following`: the next meeting, if any."""
    meeting = here.room.meeting
    told = list(_summaries(here))
    return Document(
        title=_("De avond op één blad: {title}").format(title=meeting.title),
        blocks=(
            Heading(_title(here), 1, kicker=meeting.title),
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


def _summaries(here: Moment) -> Iterator[tuple[Activity, Summary]]:
    """What each exercise says in short. One that fails costs only its own part."""
    for activity in here.room.agenda:
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


def _lead(told: Sequence[tuple[Activity, Summary]]) -> Iterator[Block]:
    words = wording.did_all([summary.did for _activity, summary in told if summary.did])
    if words:
        yield Paragraph(words, style="lead")


def _exercises(told: Sequence[tuple[Activity, Summary]]) -> Iterator[Block]:
    """Each exercise that has a drawing beside it, then the others two by two. A full evening leaves
    the quotations out, so that it stays one sheet."""
    full = len(told) > _MOST_WITH_QUOTES
    drawn = [one for one in told if one[1].figure is not None]
    bare = [_words(*one, quoted=not full) for one in told if one[1].figure is None]
    for activity, summary in drawn:
        assert summary.figure is not None
        words = _words(activity, summary, quoted=not full)
        yield Together((Rule(), Beside((words, (summary.figure,)), (3, 3))))
    for pair in (bare[at : at + 2] for at in range(0, len(bare), 2)):
        both = (Beside((pair[0], pair[1]), (3, 3)),) if len(pair) > 1 else pair[0]
        yield Together((Rule(), *both))


def _words(activity: Activity, summary: Summary, *, quoted: bool) -> tuple[Block, ...]:
    heading = Heading(stored.title_of(activity), 2, kind=activity.kind)
    quote = (summary.quotation,) if quoted and summary.quotation is not None else ()
    return (heading, Paragraph(" ".join(summary.sentences)), *quote)


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
    day = sentence(weekday_text(following.date)) or following.title
    rest = [following.title if following.date else "", following.place]
    text = "\n".join(part for part in rest if part)
    yield Paragraph(f"\n{text}" if text else "", strong=day)
