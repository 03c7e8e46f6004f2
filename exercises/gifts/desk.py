"""What the facilitator is given of Cadeautjestijd: how far each gift is, never what is in it."""

from __future__ import annotations

from exercises.contract import Json, Move, Panel, Party, Scene
from exercises.gifts.model import GROUP, Gift, gives
from exercises.gifts.views import GiftsContext, giver_name, name_of, state_of, tile_of
from state.language import _, ngettext


def panel(context: GiftsContext) -> Panel:
    """Who has wrapped a gift, and a note about the one that is being read."""
    view = context.view
    answered = frozenset(
        person for person, member in context.members.items()
        if (own := [g for g in view.gifts.values() if not g.group and gives(g, member)])
        and all(gift.wrapped or gift.opened for gift in own)
    )  # fmt: skip
    now = view.current
    return Panel(
        answered=answered,
        done_word=_("ingepakt"),
        waiting_word=_("nog niet"),
        summary=ngettext("heeft ingepakt", "hebben ingepakt", len(answered)),
        note_slot=f"{now.key}.note" if now else None,
        questions=context.config.questions,
        moves=_moves(context),
    )


def _moves(context: GiftsContext) -> tuple[Move, ...]:
    """While hosts unwrap: the next note, or which gift is next."""
    if context.phase.stage != "unwrap":
        return ()
    now = context.view.current
    if now is not None:
        return _turns(now)
    return tuple(
        Move(_("Laat uitpakken"), f"{gift.key}.open", {"open": True}, _way(context, gift))
        for gift in context.view.gifts.values()
        if state_of(gift) == "wrapped" and not _gone(context, gift)
    )


def _turns(now: Gift) -> tuple[Move, ...]:
    page, done = f"{now.key}.page", Move(_("Klaar"), f"{now.key}.done", {"done": True})
    on = _("Volgend briefje") if now.page < now.count else _("Rustig lezen")
    back = [Move(_("Vorig briefje"), page, {"at": now.page - 1})] if now.page else []
    further = [] if now.reading else [Move(on, page, {"at": now.page + 1})]
    return (*back, *further, done)


def _way(context: GiftsContext, gift: Gift) -> str:
    return _("van {giver} voor {host}").format(
        giver=giver_name(context, gift), host=name_of(context, gift.host)
    )


def _gone(context: GiftsContext, gift: Gift) -> bool:
    host = context.party_by_id.get(gift.host)
    return host is None or host.gone


def desk(context: GiftsContext) -> Scene:
    """Every gift with how far it is, and the hosts who would get nothing."""
    view = context.view
    now = view.current
    data: Json = {
        "stage": context.phase.stage,
        "gifts": [_row(context, gift) for gift in view.gifts.values()],
        "now": None if now is None else {
            **_row(context, now), "page": now.page, "reading": now.reading,
            "question": now.question, "share": now.share,
        },
        "without": [
            {"id": party.id, "name": party.name, "slot": f"{GROUP}{party.id}.ask"}
            for party in without_gift(context)
        ],
    }  # fmt: skip
    return Scene("desk.js", ("desk.css",), data)


def without_gift(context: GiftsContext) -> tuple[Party, ...]:
    """The organisations that would get nothing: no gift of the group, and none with something in
    it. While people fill, a gift whose givers are in the room may still come.
    """
    present = {member.organisation_id for member in context.members.values()}
    filling = context.phase.stage in ("", "fill")
    served = {
        gift.host for gift in context.view.gifts.values()
        if gift.count or gift.group or (filling and gift.visitor in present)
    }  # fmt: skip
    return tuple(party for party in context.organisations if party.id not in served)


def _row(context: GiftsContext, gift: Gift) -> Json:
    return {
        "key": gift.key, "state": state_of(gift), "done": gift.done, "group": gift.group,
        "count": gift.count, "people": len(gift.filled),
        "from": giver_name(context, gift), "from_tile": tile_of(context, gift.visitor),
        "to": name_of(context, gift.host), "to_tile": tile_of(context, gift.host),
        "gone": _gone(context, gift),
    }  # fmt: skip
