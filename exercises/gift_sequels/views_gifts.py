"""The gifts of the track, and what phones, screen and documents all say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache

from exercises.contract import Context, Json, Party
from exercises.gift_sequels.config import SequelsConfig
from exercises.gift_sequels.model import Sequel, SequelsView
from exercises.kit.drawing.parcel import RIBBON_COLOURS, shape
from exercises.kit.rules.days import day_text
from exercises.kit.rules.hyphens import name_forms
from exercises.results import (
    Action,
    GiftSequel,
    GivenGift,
    UnwrappedGift,
    WrappedGift,
    latest_actions,
)
from state.language import _

SequelsContext = Context[SequelsConfig, SequelsView]
_PAPERS = ("signs", "stripes", "dots", "plain")


@dataclass(frozen=True)
class SequelGift:
    """A gift that `organisation` received of `giver`, "" for the whole group. `key`: which of the
    track."""

    key: str
    organisation: str
    giver: str
    paper: str = "signs"
    ribbon: str = "white"


@lru_cache(maxsize=64)
def _by_host(found: tuple[GivenGift, ...]) -> Mapping[str, tuple[SequelGift, ...]]:
    by_host: dict[str, dict[str, SequelGift]] = {}
    for one in found:
        own = by_host.setdefault(one.organisation, {})
        paper = one.paper if one.paper in _PAPERS else "signs"
        ribbon = one.ribbon if one.ribbon in RIBBON_COLOURS else "white"
        own.setdefault(one.key, SequelGift(one.key, one.organisation, one.giver, paper, ribbon))
    return {host: tuple(own.values()) for host, own in by_host.items()}


def gifts(context: SequelsContext, organisation: str) -> tuple[SequelGift, ...]:
    """What an organisation received, in the order of the track; last what only a sequel still
    tells of."""
    known = _by_host(context.track.of(UnwrappedGift)).get(organisation, ())
    keys = {one.key for one in known}
    written = context.view.written.get(organisation, {})
    lost = (
        SequelGift(key, organisation, giver)
        for key, giver in sorted(written.items()) if key not in keys
    )  # fmt: skip
    return (*known, *lost)


def is_lost(context: SequelsContext, gift: SequelGift) -> bool:
    """Whether only what was said of a gift is there still."""
    return gift not in _by_host(context.track.of(UnwrappedGift)).get(gift.organisation, ())


def still_wrapped(context: SequelsContext, organisation: str) -> tuple[SequelGift, ...]:
    """What waits for an organisation that did not unwrap it yet, in the order of the track."""
    return _by_host(context.track.of(WrappedGift)).get(organisation, ())


def given_to(context: SequelsContext, organisation: str) -> list[Party]:
    """To whom an organisation gave something, unwrapped or not, each once."""
    given: tuple[GivenGift, ...] = (
        *context.track.of(UnwrappedGift), *context.track.of(WrappedGift),
    )  # fmt: skip
    found = (
        context.party_by_id.get(one.organisation) for one in given if one.giver == organisation
    )  # fmt: skip
    return list({one.id: one for one in found if one}.values())


def with_gifts(context: SequelsContext) -> list[Party]:
    """The organisations of the track that received something, in order."""
    return [one for one in context.organisations if gifts(context, one.id)]


def current(context: SequelsContext) -> Party | None:
    """The organisation that has its turn."""
    found = context.party_by_id.get(context.view.current)
    return None if found is None or found.gone else found


def words_of(context: SequelsContext) -> Mapping[tuple[str, str], GiftSequel]:
    """What this exercise found, as far as this role may read it, with the words of the notes that
    were chosen: by organisation and gift."""
    return {
        (one.organisation, one.gift_key): one
        for one in context.track.of(GiftSequel) if one.origin.activity == context.activity_id
    }  # fmt: skip


def action_of(context: SequelsContext, sequel: Sequel) -> Action | None:
    """The action that grew from a gift, as far as this role may read it."""
    if not sequel.action:
        return None
    own = (one for one in actions(context, sequel.organisation) if one.number == sequel.action)
    return next(own, None)


def actions(context: SequelsContext, organisation: str) -> tuple[Action, ...]:
    """The actions of an organisation, as this role may read them."""
    own = (one for one in context.track.of(Action) if one.organisation == organisation)
    return tuple(one for one in latest_actions(own) if one.number)


def earlier(
    context: SequelsContext, organisation: str, key: str, *, shown: bool
) -> Iterator[tuple[str, Sequel]]:
    """What was said of a gift in earlier meetings, with when; `shown`: only what was told then."""
    for one in context.earlier:
        sequel = one.view.of(organisation).get(key)
        if sequel is not None and sequel.said and (sequel.shown or not shown):
            yield day_text(one.date) or one.title, sequel


def giver_name(context: SequelsContext, giver: str) -> str:
    """Who gave, in words."""
    party = context.party_by_id.get(giver)
    if party is None:
        return _("een organisatie die vertrok") if giver else _("ons allemaal")
    return party.name


def parcel(context: SequelsContext, gift: SequelGift) -> Json:
    """A gift as browsers draw it, open once its host unwrapped it."""
    giver = context.party_by_id.get(gift.giver)
    host = context.party_by_id.get(gift.organisation)
    unwrapped = gift in gifts(context, gift.organisation)
    return {
        "key": gift.key, "state": "open" if unwrapped else "wrapped", "paper": gift.paper,
        "ribbon": gift.ribbon, "shape": asdict(shape(gift.key.partition(":")[2])),
        "from": {
            **name_forms(giver_name(context, gift.giver), giver.short if giver else ""),
            "tile": giver.tile if giver else None,
        },
        "to": party_json(host) if host else {"name": "", "tile": None},
    }  # fmt: skip


def party_json(party: Party) -> Json:
    """An organisation by the forms of its name, and its tile."""
    return {"tile": party.tile, **name_forms(party.name, party.short)}
