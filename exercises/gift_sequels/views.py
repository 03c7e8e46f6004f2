"""What phone and screen are given of the sequels of gifts."""

from __future__ import annotations

from dataclasses import asdict

from exercises.contract import Json, Party, Scene
from exercises.gift_sequels import model
from exercises.gift_sequels.accept import TEXT_LIMIT
from exercises.gift_sequels.content import GAVE, NOTHING
from exercises.gift_sequels.model import AFTER, TELLING, Sequel
from exercises.gift_sequels.views_gifts import (
    SequelGift,
    SequelsContext,
    action_of,
    actions,
    current,
    earlier,
    gifts,
    given_to,
    is_lost,
    parcel,
    party_json,
    still_wrapped,
    with_gifts,
    words_of,
)
from exercises.gift_sequels.views_photos import given, headings
from exercises.gift_sequels.views_together import together
from exercises.kit.drawing import gift_table
from exercises.kit.drawing.parcel import look
from exercises.kit.rules.days import day_text
from exercises.kit.rules.prose import listed
from exercises.results import chosen_note

PHONE_STYLES = ("../../kit/browser/parcel.css", "phone.css")
SCREEN_STYLES = ("../../kit/browser/parcel.css", "../../kit/browser/gift_table.css", "screen.css")
_LONGEST_ACTION = 160
_MOST_NAMES = 3


def phone(context: SequelsContext) -> Scene:
    """The gifts of the own organisation with all of their notes, and what is said of each; {} on a
    phone of nobody."""
    me = context.me
    if me is None or me.organisation_id not in context.party_by_id:
        return Scene("phone.js", PHONE_STYLES, {})
    own, home = me.organisation_id, context.homework
    now = None if home else current(context)
    data: Json = {
        "ask": context.config.ask, "nothing": NOTHING, "limit": TEXT_LIMIT, "look": look(),
        "activity": context.activity_id,
        "gifts": [_own(context, one) for one in gifts(context, own)],
        "wrapped": [parcel(context, one) for one in still_wrapped(context, own)],
        "gave": {
            "slot": model.GAVE, "question": GAVE, "text": context.view.gave.get(own, ""),
            "before": context.view.gave_before.get(own, ()),
            "to": [one.name for one in given_to(context, own)],
            "unread": own in context.view.gave_unread,
        },
        "actions": [
            {"number": one.number, "text": one.text[:_LONGEST_ACTION]}
            for one in actions(context, own)
        ],
        "turn": None if now is None or context.phase.stage != TELLING else {
            "name": now.name, "mine": now.id == own, "gift": context.view.turns[now.id].gift,
        },
        "over": context.phase.over,
        "home": home is not None, "until": day_text(home.until) if home else "",
    }  # fmt: skip
    return Scene("phone.js", PHONE_STYLES, data)


def _own(context: SequelsContext, gift: SequelGift) -> Json:
    """A gift on a phone of who received it."""
    own = gift.organisation
    said = context.view.of(own).get(gift.key) or Sequel(gift.key, own)
    writer = context.members.get(said.by)
    inside = given(context, own, gift.key)
    chosen = chosen_note(inside, said.note, said.words, said.photo)
    return {
        **parcel(context, gift), "giver": gift.giver,
        # A phone that did not show yet whose it is, has no notes of a gift that is there.
        "lost": is_lost(context, gift),
        "slots": {part: model.slot(gift.key, part) for part in model.PARTS},
        "text": said.text, "nothing": said.nothing, "before": said.before, "unread": said.unread,
        "note": chosen.note if chosen else "", "action": said.action, "told": said.shown,
        "by": writer.name if writer and context.me and writer.id != context.me.id else "",
        "notes": [
            {"note": one.note, "words": one.words_key, "heading": heading, "text": one.text,
             "items": one.drawing, "photo": one.photo}
            for one, heading in zip(inside, headings(inside), strict=True)
        ],
        "earlier": [
            {"when": when, "text": one.text or NOTHING}
            for when, one in earlier(context, own, gift.key, shown=False)
        ],
    }  # fmt: skip


def screen(context: SequelsContext) -> Scene:
    """The table with all gifts; then who tells, with a gift and what became of it."""
    stage, told = context.phase.stage, context.view.written
    now = current(context) if stage == TELLING and context.phase.shown else None
    lying = [one for party in context.organisations for one in gifts(context, party.id)]
    wrapped = [one for party in context.organisations for one in still_wrapped(context, party.id)]
    data: Json = {
        "ask": context.config.ask,
        "look": look(),
        "activity": context.activity_id,
        "stage": stage,
        **_laid(context, [*lying, *wrapped]),
        "written": sum(len(told.get(party.id, {})) for party in context.organisations),
        "total": len(lying),
        "wrapped": len(wrapped),
        "wrapped_for": _wrapped_for(context),
        "after": stage == AFTER,
        "without": sum(
            not (gifts(context, one.id) or still_wrapped(context, one.id))
            for one in context.organisations
        ),
        "now": None if now is None else _telling(context, now),
        "together": together(context) if stage == AFTER and context.phase.shown else None,
    }
    return Scene("screen.js", SCREEN_STYLES, data)


def _wrapped_for(context: SequelsContext) -> str:
    """For whom a gift is wrapped still, in words; "" where they are too many to name."""
    hosts = [one.short or one.name for one in context.organisations
             if still_wrapped(context, one.id)]  # fmt: skip
    return listed(hosts) if len(hosts) <= _MOST_NAMES else ""


def _laid(context: SequelsContext, lying: list[SequelGift]) -> Json:
    places = gift_table.places(len(lying))
    return {
        "gifts": [
            {**parcel(context, one), "place": asdict(place)}
            for one, place in zip(lying, places, strict=False)
        ],
        "more": max(0, len(lying) - len(places)),
    }  # fmt: skip


def _telling(context: SequelsContext, party: Party) -> Json:
    """Who tells: with all of its gifts, or with one of them."""
    own, wrapped = gifts(context, party.id), still_wrapped(context, party.id)
    key = context.view.turns[party.id].gift
    shown = next((one for one in own if one.key == key), None)
    to = [{"name": one.name, "tile": one.tile} for one in given_to(context, party.id)]
    return {
        "party": party_json(party),
        "gift": None if shown is None else _sequel(context, shown),
        "at": 0 if shown is None else own.index(shown) + 1, "count": len(own),
        "wrapped": len(wrapped),
        "gave": context.view.gave.get(party.id, ""), "gave_to": [] if own else to,
        **_laid(context, [*own, *wrapped]),
    }  # fmt: skip


def _sequel(context: SequelsContext, gift: SequelGift) -> Json:
    """A gift with what became of it, as the whole room reads it."""
    said = context.view.of(gift.organisation).get(gift.key) or Sequel(gift.key, gift.organisation)
    found = words_of(context).get((gift.organisation, gift.key))
    grew = action_of(context, said)
    return {
        **parcel(context, gift), "said": said.said, "text": said.text or NOTHING,
        "heading": found.heading if found else "", "words": found.gift if found else "",
        "items": found.drawing if found else (), "photo": found.photo if found else "",
        "action": grew.text if grew else "", "linked": bool(said.action),
        "earlier": [
            {"when": when, "text": one.text or NOTHING}
            for when, one in earlier(context, gift.organisation, gift.key, shown=True)
        ][-1:],
    }  # fmt: skip


def waiting_gifts(context: SequelsContext) -> list[SequelGift]:
    """The gifts of which their organisation said nothing yet."""
    return [
        one
        for party in with_gifts(context)
        for one in gifts(context, party.id)
        if not context.view.has_written(party.id, one.key)
    ]
