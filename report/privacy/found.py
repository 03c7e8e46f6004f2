"""The names in texts as the facilitator goes through them: by text, with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from exercises.engine.stored import title_of
from exercises.kit.rules.days import occasion
from report import sealing
from report.privacy import nameless
from report.privacy.nameless import NameInText
from state import copies, erasing, rows
from state.database import Store
from state.language import _
from state.models import Activity, Meeting
from state.texts import StoredText

_AROUND = 80
_OF_TRACK = {
    "track": _("Naam, thema of kader van het traject"),
    "organisation": _("Bij een organisatie"),
    "report_part": _("Jouw tekst in het verslag"),
    "visit": _("Bij een bezoek"),
    "matching_choice": _("Bij een regel van wie bij wie gaat"),
    "call": _("In de oproep"),
    "visit_offer": _("Bij het aanbod van een kijkstage"),
    "visit_place": _("Bij een plaats op een kijkstage"),
    "person": _("De functie van iemand"),
}
_OF_MEETING = {"meeting": _("Titel of plaats"), "agreement": _("Afspraak")}


@dataclass(frozen=True)
class FoundText:
    """A text that holds names. `where`: each place where it stands; `occasions`: the meetings of
    those, "" for what belongs to none."""

    text: str
    names: tuple[NameInText, ...]
    where: tuple[str, ...]
    occasions: frozenset[str]

    def holds(self, typed: str) -> bool:
        """Whether what was typed in a search field stands in it, in any case."""
        wanted = typed.casefold().strip()
        return any(wanted in text.casefold() for text in (self.text, *self.where))


def in_track(store: Store, track_id: str) -> tuple[FoundText, ...]:
    """Every text of a track that holds a name, in the order of the meetings. What nobody may read
    yet is not shown, and is not in any download either. Refused when the track is gone."""
    with copies.in_memory(store) as db:
        sealing.take_out(db, track_id)
        erasing.drop_removals(db)
        found = nameless.in_texts(db, track_id)
        titles = _Titles(db, track_id)
    grouped: dict[str, list[NameInText]] = {}
    for one in found:
        grouped.setdefault(one.stored.text, []).append(one)
    texts = [_text(text, names, titles) for text, names in grouped.items()]
    return tuple(sorted(texts, key=lambda one: titles.order(one.occasions)))


def with_choices(
    found: Iterable[FoundText], choices: Mapping[str, str]
) -> tuple[FoundText, ...]:  # fmt: skip
    """The same, with what was chosen by now."""
    return tuple(
        replace(
            text,
            names=tuple(replace(one, chosen=choices.get(one.place)) for one in text.names),
        )
        for text in found
    )


def around(one: NameInText) -> tuple[str, str]:
    """What stands before and after a name in its text, as far as it helps to understand it."""
    text, start, end = one.stored.text, one.found.start, one.found.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def words(found: Iterable[FoundText]) -> Mapping[str, int]:
    """How often each name stands there, the most often first."""
    counts: dict[str, int] = {}
    for text in found:
        for one in text.names:
            counts[one.word] = counts.get(one.word, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _text(text: str, names: Sequence[NameInText], titles: _Titles) -> FoundText:
    # An answer stands in the history too: that copy says nothing new.
    now = {one.stored.activity for one in names if not one.stored.earlier}
    shown = [
        one.stored for one in names
        if not one.stored.earlier or one.stored.activity not in now
    ]  # fmt: skip
    by_place = {one.place: one for one in names}
    return FoundText(
        text,
        tuple(sorted(by_place.values(), key=lambda one: one.found.start)),
        tuple(dict.fromkeys(titles.where(one) for one in shown)),
        frozenset(titles.occasion(one) for one in shown),
    )


class _Titles:
    """What the exercises and meetings of a track are called, also those that were removed."""

    def __init__(self, db: Database, track_id: str) -> None:
        held = (
            *rows.ordered(db, Meeting, "meeting", "track_id", track_id),
            *rows.removed(db, Meeting, "meeting", "track_id", track_id),
        )
        self._meetings = {one.id: occasion(one.title, one.date) for one in held}
        self._exercises = {
            one.id: title_of(one)
            for meeting in held
            for read in (rows.ordered, rows.removed)
            for one in read(db, Activity, "activity", "meeting_id", meeting.id)
        }

    def occasion(self, text: StoredText) -> str:
        """The meeting that a text belongs to, "" for none."""
        return self._meetings.get(text.meeting, "")

    def where(self, text: StoredText) -> str:
        """Where a text stands, in words."""
        what = _OF_TRACK.get(text.table) or _OF_MEETING.get(text.table) or self._in_exercise(text)
        when = self.occasion(text)
        return f"{what}. {when}" if when else what

    def order(self, occasions: Iterable[str]) -> int:
        """By meeting, and first what belongs to none."""
        order = ["", *self._meetings.values()]
        return min((order.index(one) for one in occasions), default=0)

    def _in_exercise(self, text: StoredText) -> str:
        title = self._exercises.get(text.activity, "")
        if text.table == "activity":
            return _("{exercise}, wat je voorbereidde").format(exercise=title)
        if text.earlier:
            return _("{exercise}, een vorige versie").format(exercise=title)
        return _("{exercise}, wat iemand schreef").format(exercise=title)
