"""What may have inspired an action: what really happened to an organisation in its track.

Only a reference is stored, with the organisation it came from, so that words stay where they were
written and each reader is given what that reader may read of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from exercises.results import (
    GiftNote,
    Result,
    Strength,
    TrackResults,
    Visit,
    VisitNote,
    WarmWelcome,
)
from state.clock import local, now
from state.language import _
from state.models import TrackVisit

KINDS = ("visit", "gift", "note", "welcome", "strength")
MOST_CHOSEN = 6
_MOST_OFFERED = 24
_MARK_BYTES = 6


@dataclass(frozen=True)
class Inspiration:
    """Something that inspired an action. `party`: the id of the organisation it came from, "" for
    the whole group; `ref` tells it from others of its kind, "" for a visit; `text` as far as this
    reader may read it."""

    kind: str
    party: str
    ref: str = ""
    text: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """As it is stored with an action."""
        return self.kind, self.party, self.ref


def offered(
    track: TrackResults, visits: Iterable[TrackVisit], organisation: str
) -> tuple[Inspiration, ...]:
    """What an organisation may choose from: its visits, the gifts it was given, what its people
    noted for more than themselves, and what goes well where it was a guest."""
    found = [*_visits(track, visits, organisation), *_received(track, organisation)]
    # What visitors recall of a warm welcome is nameless: everybody may take an example from it.
    found += _recalled(track)
    hosts = {one.party for one in found if one.kind == "visit"}
    found += (
        _of(one, "strength", one.organisation, one.text)
        for one in track.of(Strength) if one.organisation in hosts
    )  # fmt: skip
    return tuple(dict.fromkeys(found))[:_MOST_OFFERED]


def told(track: TrackResults, sources: Iterable[tuple[str, str, str]]) -> tuple[Inspiration, ...]:
    """What an action names, with the words of it that this reader may read."""
    wanted = tuple(sources)
    known = {one.key: one for one in _all(track)} if wanted else {}
    return tuple(known.get(key, Inspiration(*key)) for key in wanted)


def in_words(one: Inspiration, name: str) -> str:
    """In a few words, with the `name` of the organisation it came from."""
    if one.kind == "gift":
        if not one.party:
            return _("een cadeautje van de groep")
        return _("een cadeautje van {name}").format(name=name)
    if one.kind == "welcome":
        return _("het warme onthaal bij {name}").format(name=name)
    if one.kind == "strength":
        return _("wat goed gaat bij {name}").format(name=name)
    if one.kind == "note":
        return _("wat we noteerden bij {name}").format(name=name)
    return _("het bezoek bij {name}").format(name=name)


def _visits(
    track: TrackResults, visits: Iterable[TrackVisit], organisation: str
) -> Iterator[Inspiration]:
    today = local(now()).date().isoformat()
    for visit in visits:
        # Kijkstages that were made are among the results; of what is ahead nothing is told.
        made = visit.took_place(today) and visit.kind != "kijkstage"
        if made and visit.visitor == organisation:
            yield Inspiration("visit", visit.host)
    for one in track.of(Visit):
        if one.took_place and one.organisation == organisation:
            yield Inspiration("visit", one.host)


def _received(track: TrackResults, organisation: str) -> Iterator[Inspiration]:
    for gift in track.of(GiftNote):
        if gift.organisation == organisation and not gift.photo:
            yield _of(gift, "gift", gift.giver, gift.text or gift.heading)
    for note in track.of(VisitNote):
        if note.organisation == organisation and note.readers != "person":
            yield _of(note, "note", note.host, note.text)


def _recalled(track: TrackResults) -> Iterator[Inspiration]:
    for one in track.of(WarmWelcome):
        yield _of(one, "welcome", one.organisation, one.text)


def _all(track: TrackResults) -> Iterator[Inspiration]:
    for gift in (one for one in track.of(GiftNote) if not one.photo):
        yield _of(gift, "gift", gift.giver, gift.text or gift.heading)
    for note in track.of(VisitNote):
        yield _of(note, "note", note.host, note.text)
    yield from _recalled(track)
    for one in track.of(Strength):
        yield _of(one, "strength", one.organisation, one.text)


def _of(result: Result, kind: str, party: str, text: str) -> Inspiration:
    marked = "\0".join((result.origin.activity, kind, party, text))
    mark = blake2b(marked.encode("utf-8", "replace"), digest_size=_MARK_BYTES).hexdigest()
    return Inspiration(kind, party, mark, text)
