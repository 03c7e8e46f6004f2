"""What the facilitator is given of Cadeautjestijd: how far each gift is, never what is in it."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Json, Move, Panel, Scene
from exercises.gifts import console_ready, console_without
from exercises.gifts.accept import TALK_LIMIT, TEXT_LIMIT
from exercises.gifts.config_visits import hosts_without_visit, nothing_to_fill
from exercises.gifts.content import GROUP_KINDS, KINDS
from exercises.gifts.model import UNWRAPPING, GiftsView
from exercises.gifts.model_gift import Gift, gives
from exercises.gifts.views import (
    GiftsContext,
    giver_name,
    gone,
    name_of,
    standing,
    state_of,
    tile_of,
)
from exercises.kit.rules.prose import listed
from state.language import _, ngettext


def panel(context: GiftsContext) -> Panel:
    """How many gifts are wrapped or unwrapped."""
    view = standing(context)
    ready = {
        person: console_ready.is_ready(view, context.phase.stage, member)
        for person, member in context.members.items()
    }
    count, total = view.tally(context.phase.stage)
    return Panel(
        answered=frozenset(person for person, done in ready.items() if done),
        unasked=frozenset(person for person, done in ready.items() if done is None),
        done_word=console_ready.done_word(context.phase.stage),
        waiting_word=_("nog niet"),
        summary=_summary(view, context.phase.stage, count),
        count=count,
        total=total,
        questions=context.config.questions,
        moves=_moves(context, view),
    )


def lacks(context: GiftsContext) -> str:
    """That visits have no gift, because there are none yet or participants do not know of them; and
    who received no visit, and so would get no gift by itself."""
    none = hosts_without_visit(context.config, context.organisations)
    asked = (
        _(
            "Kreeg geen bezoek: {names}. Tijdens het vullen kun je de groep om een cadeautje"
            " vragen."
        ).format(names=listed([one.name for one in none]))
        if none and context.config.giving
        else ""
    )
    return " ".join(filter(None, (nothing_to_fill(context.config), asked)))


def unfinished(context: GiftsContext) -> str:
    """For whom there is nothing yet while something can still be given; how many gifts with
    something in them nobody opened, and how many of these only once they are wrapped; and how many
    the room did not read to the end."""
    told = (console_without.without_anything(context), _not_read(context), _not_opened(context))
    return " ".join(filter(None, told))


def _not_read(context: GiftsContext) -> str:
    left = sum(gift.unfinished for gift in context.view.gifts.values())
    if not left or context.phase.stage != "unwrap":
        return ""
    return ngettext(
        "{n} cadeautje is uitgepakt, maar nog niet helemaal gelezen. Wie het kreeg, leest het"
        " daarna zelf verder.",
        "{n} cadeautjes zijn uitgepakt, maar nog niet helemaal gelezen. Wie ze kreeg, leest ze"
        " daarna zelf verder.",
        left,
    ).format(n=left)


def _not_opened(context: GiftsContext) -> str:
    closed = [gift for gift in context.view.gifts.values() if gift.closed]
    if not closed:
        return ""
    left = ngettext(
        "{n} cadeautje is nog niet uitgepakt.", "{n} cadeautjes zijn nog niet uitgepakt.",
        len(closed),
    ).format(n=len(closed))  # fmt: skip
    waiting = len(context.view.waiting) if context.phase.stage == "unwrap" else 0
    later = _at_home({gift.host for gift in closed}, context)
    return " ".join((left, *((unwrapped_yet(waiting),) if waiting else ()), *later))


def _at_home(hosts: set[str], context: GiftsContext) -> Iterator[str]:
    """Which of these hosts can unwrap at home, and how: only who was at the meeting."""
    joined = {one.organisation_id for one in context.members.values()}
    if hosts & joined:
        yield _(
            "Wie het krijgt, kan het later thuis openen: zet het na de bijeenkomst open bij"
            " ‘Thuis verder’, en geef een eigen link mee."
        )
    absent = [one.name for one in context.organisations if one.id in hosts - joined]
    if absent:
        yield _(
            "Van {names} was er niemand bij: zij kunnen het thuis niet openen."
        ).format(names=listed(absent))  # fmt: skip
    yield _("Zolang een cadeautje dicht is, leest niemand wat erin zit.")


def note_on(context: GiftsContext) -> str | None:
    """The gift that is being read."""
    now = standing(context).current
    return now.key if now else None


def _summary(view: GiftsView, stage: str, count: int) -> str:
    """What was counted; and what stays behind when the table is closed now."""
    if stage in UNWRAPPING:
        done = ngettext("is uitgepakt", "zijn uitgepakt", count)
    else:
        done = ngettext("is ingepakt", "zijn ingepakt", count)
    if not view.waiting or stage == "after":
        return done
    return f"{done}. {unwrapped_yet(len(view.waiting))}"


def unwrapped_yet(count: int) -> str:
    """That gifts with something in them are not wrapped."""
    return ngettext(
        "{n} gevuld cadeautje is nog niet ingepakt.",
        "{n} gevulde cadeautjes zijn nog niet ingepakt.", count,
    ).format(n=count)  # fmt: skip


def _moves(context: GiftsContext, view: GiftsView) -> tuple[Move, ...]:
    """Once the table is closed: wrap what stayed open. While hosts unwrap: the next note, or which
    gift is next."""
    stage, now = context.phase.stage, view.current
    if stage == "unwrap" and now is not None:
        return _turns(now)
    late = tuple(
        Move(_("Pak in"), f"{gift.key}.wrap", wrapping(gift), _way(context, gift))
        for gift in view.waiting
    )  # fmt: skip
    if stage == "table":
        return late
    return late + _choices(context, view) if stage == "unwrap" else ()


def wrapping(gift: Gift) -> Json:
    """The answer by which the facilitator wraps a gift that its givers did not wrap."""
    return {"wrapped": True, "paper": "signs", "ribbon": "yellow" if gift.group else "white"}


def _choices(context: GiftsContext, view: GiftsView) -> tuple[Move, ...]:
    return tuple(
        Move(_("Laat uitpakken"), f"{gift.key}.open", {"open": True}, _way(context, gift))
        for gift in view.gifts.values() if gift.lies
    )  # fmt: skip


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


def console(context: GiftsContext) -> Scene:
    """Every gift with how far it is, what still has to be wrapped, and who would get nothing."""
    view, stage = standing(context), context.phase.stage
    # Once unwrapping is rounded off nobody reads for the room any more, as on screen and phones.
    now = view.current if stage == "unwrap" else None
    data: Json = {
        "stage": stage,
        "gifts": [_row(context, gift) for gift in view.gifts.values()],
        "waiting": [] if stage == "after" else [_row(context, gift) for gift in view.waiting],
        "warning": unwrapped_yet(len(view.waiting)),
        "kinds": _written(group=False), "group_kinds": _written(group=True),
        "text_limit": TEXT_LIMIT,
        "now": None if now is None else {
            **_row(context, now), "page": now.page, "reading": now.reading,
            "question": now.question, "share": now.share, "limit": TALK_LIMIT,
        },
        "off": [
            {"key": one.key, "from": giver_name(context, one), "to": name_of(context, one.host),
             "opened": one.opened}
            for one in view.removed.values() if one.count
        ],
        "without": console_without.rows(context),
    }  # fmt: skip
    return Scene("console.js", ("console.css",), data)


def _who_left(context: GiftsContext, gift: Gift) -> str:
    """Whether a gift was set aside because the "host" or the "visitor" left; "" when neither
    did."""
    if not gift.is_lost(lambda one: gone(context, one)):
        return ""
    return "host" if gone(context, gift.host) else "visitor"


def _row(context: GiftsContext, gift: Gift) -> Json:
    present = console_without.present(context)
    return {
        "key": gift.key, "state": state_of(gift), "done": gift.done, "group": gift.group,
        "count": gift.count, "people": len(gift.filled), "wrapping": wrapping(gift),
        "from": giver_name(context, gift), "from_tile": tile_of(context, gift.visitor),
        "from_here": console_without.giver_here(context, gift),
        "to": name_of(context, gift.host), "to_tile": tile_of(context, gift.host),
        "to_here": gift.host in present, "gone": _who_left(context, gift),
        "hands": [] if gift.wrapped or gift.opened or gift.aside else _hands(context, gift),
    }  # fmt: skip


def _hands(context: GiftsContext, gift: Gift) -> list[Json]:
    """Who may fill a gift and has no phone to do it with."""
    return [
        {"id": context.alias(one.id), "name": one.name}
        for one in context.members.values() if one.by_hand and gives(gift, one)
    ]  # fmt: skip


def _written(group: bool) -> list[Json]:
    """The kinds of notes that the facilitator can write for somebody: those with words."""
    return [
        {"key": kind.key, "heading": kind.heading}
        for kind in KINDS if kind.key != "draw" and (not group or kind.key in GROUP_KINDS)
    ]  # fmt: skip
