"""What phone and screen are given of Cadeautjestijd."""

from __future__ import annotations

from dataclasses import asdict

from exercises.contract import Context, Json, Member, Scene
from exercises.gifts.accept import CAPTION_LIMIT, TALK_LIMIT, TEXT_LIMIT
from exercises.gifts.config import GiftsConfig
from exercises.gifts.content import GROUP_KINDS, HEADINGS, KINDS, PHOTO, Kind
from exercises.gifts.model import GiftsView
from exercises.gifts.model_gift import PAPERS, Gift, gives, receives
from exercises.gifts.model_notes import Note, photo_slot
from exercises.kit.drawing import gift_table as layout
from exercises.kit.drawing.parcel import look, shape
from exercises.kit.rules.hyphens import name_forms
from exercises.results import VisitNote
from state.language import _

GiftsContext = Context[GiftsConfig, GiftsView]
_PHONE_STYLES = ("../../kit/browser/parcel.css", "phone.css")
_SCREEN_STYLES = (
    "../../kit/browser/parcel.css", "../../kit/browser/gift_table.css", "screen.css",
)  # fmt: skip


def phone(context: GiftsContext) -> Scene:
    """The gifts that this person fills, those for the own organisation, and whose turn it is."""
    view, me = standing(context), context.me
    # Once unwrapping is rounded off nobody reads for the room any more, as on the screen.
    read_aloud = view.current if context.phase.stage == "unwrap" else None
    now = _read_at_home(context) if context.homework else read_aloud
    data: Json = {
        "home": context.homework is not None,
        "visits": bool(view.gifts),
        "mine": [_given(context, gift) for gift in view.gifts.values() if gives(gift, me)],
        "off": [_called_off(context, gift) for gift in view.removed.values() if not gift.opened],
        "ours": [
            _received(context, gift) for gift in (*view.gifts.values(), *view.removed.values())
            if receives(gift, me) and (gift.wrapped or gift.opened or _opens_at_home(context, gift))
        ],
        "now": None if now is None else {**_ends(context, now), "key": now.key},
        "slots": _in_sight(context),
        "look": _look(),
        "limits": {"text": TEXT_LIMIT, "caption": CAPTION_LIMIT, "talk": TALK_LIMIT},
        "activity": context.activity_id,
    }  # fmt: skip
    return Scene("phone.js", _PHONE_STYLES, data)


def _called_off(context: GiftsContext, gift: Gift) -> Json:
    """A gift whose visit does not go on, with what this person put in it."""
    notes = [_note(context, note) for note in gift.notes if not note.unread]
    return {"key": gift.key, "to": name_of(context, gift.host), "notes": notes}


def _opens_at_home(context: GiftsContext, gift: Gift) -> bool:
    return context.homework is not None and gift.closed


def _read_at_home(context: GiftsContext) -> Gift | None:
    """At home each host reads its own gift, whatever the others do."""
    own = context.view.for_host(context.me.organisation_id) if context.me else ()
    busy = [gift for gift in own if gift.opened and not gift.done]
    return min(busy, key=lambda gift: gift.turn, default=None)


def _in_sight(context: GiftsContext) -> list[str]:
    """The slots whose refusal this phone tells where it was asked for."""
    gifts, me = standing(context).gifts.values(), context.me
    if context.homework or context.phase.stage == "unwrap":
        to_open = [f"{gift.key}.open" for gift in gifts if receives(gift, me) and not gift.opened]
        return to_open + [f"{gift.key}.wrap" for gift in gifts if gift.waits and gives(gift, me)]
    return [f"{gift.key}.wrap" for gift in gifts if gives(gift, me)]


def screen(context: GiftsContext) -> Scene:
    """The table with the gifts, or the gift that is being unwrapped and read."""
    view, phase = standing(context), context.phase
    shown = _laid(view, phase.stage)
    places = layout.places(len(shown))
    now = view.current if phase.stage == "unwrap" else None
    data: Json = {
        "gifts": [
            {**_parcel(context, gift), "waits": gift.waits, "place": asdict(place)}
            for gift, place in zip(shown, places, strict=False)
        ],
        "more": max(0, len(shown) - len(places)),
        "wrapped": len(view.on_table),
        "unwrapped": sum(gift.opened for gift in view.gifts.values()),
        "waiting": len(view.waiting),
        "waiting_of_group": sum(gift.group for gift in view.waiting),
        "unvisited": any(not view.for_host(one.id) for one in context.organisations),
        "tally": view.tally(phase.stage),
        "now": None if now is None else _reading(context, now),
        "look": _look(),
        "activity": context.activity_id,
    }
    return Scene("screen.js", _SCREEN_STYLES, data)


def standing(context: GiftsContext) -> GiftsView:
    """The gifts as this role may see them, with put aside what an organisation left behind."""
    return context.view.without(lambda one: gone(context, one))


def gone(context: GiftsContext, organisation: str) -> bool:
    """Whether an organisation left the track, or never was in it."""
    party = context.party_by_id.get(organisation)
    return party is None or party.gone


def name_of(context: GiftsContext, organisation: str) -> str:
    """The name of an organisation, also of one that left; of a stranger, that it left."""
    party = context.party_by_id.get(organisation)
    return party.name if party else _("een organisatie die vertrok")


def short_of(context: GiftsContext, organisation: str) -> str:
    """The short name of an organisation; empty for a stranger and for the group."""
    party = context.party_by_id.get(organisation)
    return party.short if party else ""


def tile_of(context: GiftsContext, organisation: str) -> int | None:
    """The tile of an organisation; None for a stranger, and for the group."""
    party = context.party_by_id.get(organisation)
    return party.tile if party else None


def giver_name(context: GiftsContext, gift: Gift) -> str:
    """Who gives, in words."""
    return _("ons allemaal") if gift.group else name_of(context, gift.visitor)


def author_name(context: GiftsContext, note: Note) -> str:
    """Who wrote a note; empty when that person is no longer in the room."""
    member = context.members.get(note.person)
    return member.name if member else ""


def state_of(gift: Gift) -> str:
    """Where a gift is: not wrapped yet, on the table, unwrapped or put aside."""
    if gift.opened:
        return "open"
    if gift.skipped:
        return "aside"
    return "wrapped" if gift.wrapped else "empty"


def _laid(view: GiftsView, stage: str) -> tuple[Gift, ...]:
    """While people fill, each gift has a place of its own; then only what has something in it."""
    everything = stage in ("", "fill")
    return tuple(
        gift for gift in view.gifts.values()
        if not gift.aside and (everything or gift.count or gift.opened)
    )  # fmt: skip


def _given(context: GiftsContext, gift: Gift) -> Json:
    me = context.me
    assert me is not None
    colleagues = sorted(
        context.members[person].name
        for person in gift.filled if person != me.id and person in context.members
    )  # fmt: skip
    # What this phone may not read yet, it may not write over either.
    unread = {one.kind for one in gift.notes if one.unread}
    return {
        **_parcel(context, gift),
        "group": gift.group, "gone": gone(context, gift.host),
        "own": gift.filled.get(me.id, 0),
        "wrapper": _wrapper(context, gift, me),
        "count": gift.count,
        "colleagues": [] if gift.group else colleagues,
        "kinds": [] if gift.wrapped or gift.opened else [
            _kind(gift, kind, me.id) for kind in KINDS
            if (not gift.group or kind.key in GROUP_KINDS) and kind.key not in unread
        ],
        "question": gift.question, "share": gift.share,
        "noted": [] if gift.group or gift.wrapped or gift.opened else _noted(context, gift),
    }  # fmt: skip


def _wrapper(context: GiftsContext, gift: Gift, me: Member) -> str:
    """The name of who wrapped a gift, where that may be news to this phone; else ""."""
    known = gift.wrapper == me.id and me.id not in gift.kept_from
    found = context.members.get(gift.wrapper)
    return "" if known or found is None else found.name


def _noted(context: GiftsContext, gift: Gift) -> list[Json]:
    """What the own organisation noted on its visit to the host of a gift, and shared, with its
    photos, and whether this person put them in."""
    own = context.me.organisation_id if context.me else ""
    inside = {one.photo for one in gift.notes}
    return [
        {
            "kind": one.kind, "text": one.text,
            "photos": [
                {"slot": photo_slot(gift.key, photo), "photo": photo, "on": photo in inside}
                for photo in one.photos
            ],
        }
        for one in context.track.of(VisitNote)
        if (one.text or one.photos) and (one.organisation, one.host) == (own, gift.host)
    ]  # fmt: skip


def _kind(gift: Gift, kind: Kind, person: str) -> Json:
    """A note to write, with what this person has in it already."""
    note = next(
        (one for one in gift.notes if one.kind == kind.key and one.person == person),
        Note(person, kind.key),
    )
    return {
        "key": kind.key, "heading": kind.heading, "hint": kind.hint,
        "slot": f"{gift.key}.{kind.key}", "text": note.text, "items": note.items,
    }  # fmt: skip


def _received(context: GiftsContext, gift: Gift) -> Json:
    # At home too a gift is a surprise, note by note, until all of them were read.
    by_page = context.homework is not None and not (gift.done or gift.reading)
    read = gift.notes[: gift.page] if by_page else gift.notes
    return {
        **_parcel(context, gift),
        **({"state": "wrapped"} if _opens_at_home(context, gift) else {}),
        "count": gift.count if gift.opened else 0,
        "page": gift.page, "done": gift.done, "reading": gift.reading,
        "notes": [_note(context, note) for note in read],
        "question": gift.question, "share": gift.share,
    }  # fmt: skip


def _reading(context: GiftsContext, gift: Gift) -> Json:
    note = gift.notes[0] if gift.notes else None
    return {
        **_parcel(context, gift),
        "page": gift.page, "count": gift.count, "reading": gift.reading,
        "note": None if note is None else _note(context, note),
        "question": gift.question, "share": gift.share,
    }  # fmt: skip


def _note(context: GiftsContext, note: Note) -> Json:
    photo = photo_in(context, note)
    gone_back = note.kind == PHOTO and not photo
    return {
        "kind": note.kind, "heading": HEADINGS[note.kind],
        "text": _("Deze foto werd teruggenomen.") if gone_back else note.text,
        "items": note.items, "who": author_name(context, note), "photo": photo,
    }  # fmt: skip


def photo_in(context: GiftsContext, note: Note) -> str:
    """The id of the photo of a note in a gift, as long as its writer shares it; else ""."""
    told = context.told_notes.get(note.noted) if note.kind == PHOTO else None
    return note.photo if told is not None and note.photo in told.photos else ""


def _parcel(context: GiftsContext, gift: Gift) -> Json:
    return {
        "key": gift.key, "state": state_of(gift), "paper": gift.paper, "ribbon": gift.ribbon,
        "shape": asdict(shape(gift.key)), **_ends(context, gift),
    }  # fmt: skip


def _ends(context: GiftsContext, gift: Gift) -> Json:
    return {
        "from": {
            **name_forms(giver_name(context, gift), short_of(context, gift.visitor)),
            "tile": tile_of(context, gift.visitor), "group": gift.group,
        },
        "to": {
            **name_forms(name_of(context, gift.host), short_of(context, gift.host)),
            "tile": tile_of(context, gift.host),
        },
    }  # fmt: skip


def _look() -> Json:
    return {**look(), "papers": PAPERS}
