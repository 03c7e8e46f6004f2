"""What each chapter shows, from the results of the track; nothing of it is typed again.

A chapter gives pieces of a picture, or cards on pages. What may not be told is not in
`context.track`: a quote that was taken back is gone from here at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from exercises.closing.config import Chapter
from exercises.closing.content import ChapterKind
from exercises.closing.model import ABOUT, QUOTE, ClosingContext
from exercises.closing.picture import PicturePiece
from exercises.closing.picture_crowd import moved_pieces
from exercises.closing.picture_map import VILLAGE, map_pieces, ways
from exercises.closing.picture_web import web_pieces
from exercises.closing.views_line import MovedLine, moved_lines
from exercises.closing.views_map import growth, voices
from exercises.contract import Json
from exercises.kit.drawing.year import TrackYear
from exercises.kit.drawing.year_picture import untitled
from exercises.kit.drawing.year_results import year_of
from exercises.kit.rules.prose import in_words, sentence
from exercises.results import (
    Action,
    ActionState,
    GiftSequel,
    LinePosition,
    MapPosition,
    Quote,
    Result,
    SharedMoment,
    UnwrappedGift,
    Visit,
    latest_actions,
)
from state.language import _, ngettext

NOTHING: Mapping[ChapterKind, str] = {
    "web": _("Er is nog geen bezoek voorbij."),
    "line": _("Er is nog geen stelling waarop mensen opschoven."),
    "map": _("Er staat nog geen pion op de kaart."),
    "dominos": _("Er ligt nog geen steen die iemand anders herkende."),
    "gifts": _("Er is nog geen cadeau waarvan we weten wat ermee gebeurde."),
    "quotes": _("Er is nog geen citaat dat getoond mag worden."),
    "actions": _("Er zijn nog geen acties om te tonen."),
    "year": _("Er is nog niets van dit jaar om te tonen."),
    "ask": "",
}
STATES: Mapping[ActionState, str] = {
    "planned": _("gepland"), "busy": _("bezig"), "done": _("gedaan"), "dropped": _("laten vallen"),
}  # fmt: skip
_PER_PAGE = 3
# The picture of the year stands below the bar.
_YEAR_TOP = 150


@dataclass(frozen=True)
class ChapterContent:
    """What a chapter holds. `count` stands on the right above it: its first part bold. `pages`: its
    cards, those of each page; `village`: where the drawn village hangs, for a picture on it;
    `grown`: what each meeting added to it."""

    pieces: tuple[PicturePiece, ...] = ()
    pages: tuple[tuple[Json, ...], ...] = ()
    count: tuple[str, str] = ("", "")
    village: tuple[float, ...] = ()
    about: str = ""
    grown: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.pieces and not self.pages


def shown(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    """What a chapter shows now; empty for a question to the room."""
    make = _CHAPTERS.get(chapter.kind)
    return make(context, chapter) if make else ChapterContent()


def holds(context: ClosingContext, chapter: Chapter) -> bool:
    """Whether a chapter has anything to show, without drawing it."""
    if chapter.kind == "ask":
        return True
    if chapter.kind == "line":
        return bool(lines(context))
    if chapter.kind == "web":
        return bool(_made(context))
    if chapter.kind == "year":
        return _has_year(context)
    if chapter.kind == "gifts":
        return bool(sequels(context))
    kind = _OF_KIND.get(chapter.kind)
    return kind is not None and bool(context.track.of(kind))


def quotes(context: ClosingContext) -> tuple[Quote, ...]:
    """The quotes that may be shown."""
    return context.track.of(Quote)


def key_of(quote: Quote) -> str:
    """The key by which a quote is picked; it says nothing of whose it is."""
    text = f"{quote.origin.activity}:{quote.text}"
    return blake2b(text.encode(), digest_size=6).hexdigest()


def quote_of(context: ClosingContext, chapter: Chapter) -> Quote | None:
    """The quote that was picked for a chapter, as long as it may be shown."""
    wanted = context.view.picked(chapter.key, QUOTE).get("key", "")
    return next((one for one in quotes(context) if wanted and key_of(one) == wanted), None)


def signed(context: ClosingContext, quote: Quote) -> Json:
    """A quote with who said it, as far as that may be told."""
    party = context.party_by_id.get(quote.organisation)
    house = party.name if party else ""
    if not quote.name and house:
        house = _("iemand van {organisation}").format(organisation=house)
    return {
        "key": key_of(quote), "text": quote.text, "name": quote.name, "house": house,
        "tile": party.tile if party else None,
    }  # fmt: skip


def lines(context: ClosingContext) -> tuple[MovedLine, ...]:
    """The statements that may be picked, those on which the most people moved first."""
    return moved_lines(context.track.of(LinePosition))


def _web(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    visits = _made(context)
    if not visits:
        return ChapterContent()
    count = ngettext("{n} bezoek", "{n} bezoeken", len(visits)).format(n=len(visits))
    among = {key for one in visits for key in (one.organisation, one.host)}
    rest = ngettext("tussen {n} organisatie", "tussen {n} organisaties", len(among))
    return ChapterContent(
        web_pieces(visits, context.party_by_id), count=(count, rest.format(n=len(among)))
    )


def _made(context: ClosingContext) -> tuple[Visit, ...]:
    """The visits that took place, between organisations that are known."""
    return tuple(
        one for one in context.track.of(Visit)
        if one.took_place
        and one.organisation in context.party_by_id and one.host in context.party_by_id
    )  # fmt: skip


def line_of(context: ClosingContext, chapter: Chapter) -> MovedLine | None:
    """The statement that was picked, else the one on which the most moved; None without any."""
    found = lines(context)
    wanted = context.view.picked(chapter.key, ABOUT).get("text", "")
    return next((one for one in found if one.about == wanted), found[0] if found else None)


def _line(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    line = line_of(context, chapter)
    if line is None:
        return ChapterContent()
    bold = _("{n} van de {m}").format(n=line.moved, m=len(line.moves))
    rest = ngettext("staat ergens anders", "staan ergens anders", line.moved)
    return ChapterContent(moved_pieces(line), count=(bold, rest), about=line.about)


def _map(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    positions = context.track.of(MapPosition)
    found = ways(positions, context.party_by_id)
    if not found:
        return ChapterContent()
    moved = sum(one.moved for one in found)
    bold = _("{n} van de {m}").format(n=moved, m=len(found)) if moved else str(len(found))
    rest = (
        ngettext("pion verhuisde", "pionnen verhuisden", len(found)) if moved
        else ngettext("pion", "pionnen", len(found))
    )  # fmt: skip
    # A quote stands where the sentences of the organisations stand without one.
    pages = () if quote_of(context, chapter) else voices(positions, context.party_by_id)
    return ChapterContent(
        map_pieces(found), pages, (bold, rest), VILLAGE, grown=growth(positions)
    )  # fmt: skip


def _dominos(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    all_of_them = sorted(context.track.of(SharedMoment), key=lambda one: -one.by)
    # What several recognised is shown; where nobody did, what one other did.
    found = [one for one in all_of_them if one.by > 1] or all_of_them
    cards = [
        {
            "kind": "moment", "half": one.half, "text": one.text,
            "told": sentence(ngettext(
                "{n} ander herkende dit.", "{n} anderen herkenden dit.", one.by
            ).format(n=in_words(one.by))),
            "words": one.shared[:4],
        }
        for one in found
    ]  # fmt: skip
    return ChapterContent(pages=_paged(cards, _PER_PAGE))


def sequels(context: ClosingContext) -> list[GiftSequel]:
    """What was told to the group of gifts; what never came to that is in documents only."""
    found = context.track.of(GiftSequel)
    return [one for one in found if one.text and one.readers == "everybody"]


def _gifts(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    cards = [
        {
            "kind": "gift", "gift": one.gift, "heading": one.heading, "text": one.text,
            # A drawing without words is shown itself.
            "items": [] if one.gift else list(one.drawing),
            "photo": one.photo,
            "from": _house(context, one.giver), "to": _house(context, one.organisation),
        }
        for one in sequels(context)
    ]  # fmt: skip
    return ChapterContent(pages=_paged(cards, 1))


def _quotes(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    return ChapterContent(pages=_paged([{"kind": "quote", **signed(context, one)} for one in
                               quotes(context)], 1))  # fmt: skip


def _actions(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    found = [one for one in latest_actions(context.track.of(Action)) if one.state != "dropped"]
    done = sum(one.state == "done" for one in found)
    cards = [
        {
            "kind": "action", "text": one.text, "state": one.state, "told": STATES[one.state],
            "area": one.area, **_house(context, one.organisation),
        }
        for one in found
    ]  # fmt: skip
    bold = ngettext("{n} actie", "{n} acties", len(found)).format(n=len(found))
    rest = _("waarvan {n} gedaan").format(n=done) if done else ""
    return ChapterContent(pages=_paged(cards, _PER_PAGE), count=(bold, rest) if found else ("", ""))


def year(context: ClosingContext) -> TrackYear:
    """The year of the track, as far as it may be told here."""
    return year_of(context.party_by_id.values(), context.meetings, context.track)


def _year(context: ClosingContext, chapter: Chapter) -> ChapterContent:
    if not _has_year(context):
        return ChapterContent()
    drawn = untitled(year(context)).replace("<svg ", f'<svg y="{_YEAR_TOP}" ', 1)
    return ChapterContent((PicturePiece("still", drawn),))


def _has_year(context: ClosingContext) -> bool:
    return any(context.track.of(kind) for kind in (Visit, UnwrappedGift, Action))


def _house(context: ClosingContext, organisation: str) -> Json:
    """The name and the tile of an organisation; "" for the whole group."""
    party = context.party_by_id.get(organisation)
    return {"name": party.name if party else "", "tile": party.tile if party else None}


def _paged(cards: Sequence[Json], most: int) -> tuple[tuple[Json, ...], ...]:
    return tuple(tuple(cards[at : at + most]) for at in range(0, len(cards), most))


_OF_KIND: Mapping[ChapterKind, type[Result]] = {
    "map": MapPosition, "dominos": SharedMoment, "quotes": Quote, "actions": Action,
}  # fmt: skip
_CHAPTERS: Mapping[ChapterKind, Callable[[ClosingContext, Chapter], ChapterContent]] = {
    "web": _web, "line": _line, "map": _map, "dominos": _dominos, "gifts": _gifts,
    "quotes": _quotes, "actions": _actions,
    "year": _year,
}  # fmt: skip
