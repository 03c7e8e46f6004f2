"""What phone and screen are given of Duo-gesprek."""

from __future__ import annotations

from exercises.contract import Json, Member, Scene
from exercises.duo_conversation import layout
from exercises.duo_conversation.layout_names import in_list, on_plate
from exercises.duo_conversation.model import (
    TALK,
    DuoContext,
    DuoWords,
    question_for_all,
)  # fmt: skip
from exercises.duo_conversation.model_arrangement import Arrangement, Group
from exercises.kit.rules.hyphens import name_forms

_PAIR = 2


def phone(context: DuoContext) -> Scene:
    """The own group with its spot, the questions, and the own notes; nobody else's group."""
    step, me = context.step, context.me
    if step is None or me is None:
        return Scene("phone.js", ("phone.css",), {"round": 1})
    chosen = question_for_all(context.config, context.phase)
    here = context.view.of(step.key)
    group = here.of(me.id) if context.phase.stage != "intro" else None
    return Scene(
        "phone.js",
        ("phone.css",),
        {
            "round": _number(context),
            "rounds": len(context.steps),
            "minutes": context.config.minutes,
            "group": None if group is None else _group_for(context, here, group, me),
            "aside": me.id in here.aside,
            "questions": [{"key": q.key, "text": q.text} for q in context.config.questions],
            "chosen": chosen.key if chosen else None,
            "down": context.phase.option("down", False) is True,
            "notes": _notes_for(context, step.key, group, me),
            "before": _before(context, step.key, group, me),
        },
    )


def screen(context: DuoContext) -> Scene:
    """The groups at their spots, the question of all, and shared notes when they are shown."""
    step, phase = context.step, context.phase
    if step is None:
        return Scene("screen.js", ("screen.css",), {"stage": "intro"})
    here = present(context, context.view.of(step.key))
    together = phase.stage in ("pairs", "talk")
    chosen = question_for_all(context.config, phase)
    return Scene(
        "screen.js",
        ("screen.css",),
        {
            "stage": phase.stage or "intro",
            "round": _number(context),
            "rounds": len(context.steps),
            "minutes": context.config.minutes,
            "present": context.awaited(),
            "groups": len(here.groups) if together else 0,
            "threes": sum(len(group.people) > _PAIR for group in here.groups) if together else 0,
            "alone": sum(len(group.people) == 1 for group in here.groups) if together else 0,
            "question": chosen.text if chosen else None,
            "came": _newest(context, here) if phase.stage == TALK else None,
            "shown": phase.shown,
            **(_together(context, here) if together else _loose(context)),
            "notes": _shared_notes(context, step.key),
        },
    )


def present_groups(context: DuoContext, key: str) -> tuple[Group, ...]:
    """The groups of a round with only the people who are still in the meeting."""
    return present(context, context.view.of(key)).groups


def present(context: DuoContext, here: Arrangement) -> Arrangement:
    """The group without people who left: they stay in the stored groups until `settle` has run."""
    groups = tuple(
        Group(g.key, g.spot, tuple(one for one in g.people if one in context.members))
        for g in here.groups
    )
    aside = tuple(one for one in here.aside if one in context.members)
    left = tuple(group for group in groups if group.people)
    return Arrangement(left, aside, came=here.came)


def _number(context: DuoContext) -> int:
    return min(context.phase.step + 1, len(context.steps))


def person_json(context: DuoContext, person: str) -> Json:
    """Somebody as phones and the console know them."""
    member = context.members[person]
    return {
        "id": context.alias(person), "name": member.name, "tile": member.tile,
        "pose": member.pose, "organisation": member.organisation,
    }  # fmt: skip


def _group_for(context: DuoContext, here: Arrangement, group: Group, me: Member) -> Json:
    others = [one for one in group.people if one != me.id and one in context.members]
    return {
        "spot": group.spot, "people": [person_json(context, one) for one in others],
        "came": [context.members[one].name for one in others if one in here.came],
        "joins": me.id in here.came,
    }  # fmt: skip


def _newest(context: DuoContext, here: Arrangement) -> Json | None:
    """Who joined a conversation last, and where, so that the hall makes room."""
    for person in reversed(here.came):
        group = here.of(person)
        if group is not None and len(group.people) > 1:
            return {"name": context.members[person].name, "spot": group.spot}
    return None


def _notes_for(context: DuoContext, key: str, group: Group | None, me: Member) -> list[Json]:
    """The fields of this round: one's own, and that of the group with what the others wrote."""
    own = context.view.words.get(me.id, {})
    fields = [{"kind": "mine", **_field(f"{key}.mine", own), "theirs": []}]
    if group is None:
        return fields
    slot = f"{key}.ours_{group.key}"
    theirs = [
        {**person_json(context, one), "text": words.text, "share": words.share}
        for one in group.people
        if one != me.id and one in context.members
        and (words := context.view.words.get(one, {}).get(slot)) is not None and words.text
    ]  # fmt: skip
    return [{"kind": "ours", **_field(slot, own), "theirs": theirs}, *fields]


def _before(context: DuoContext, key: str, group: Group | None, me: Member) -> list[Json]:
    """The person's words of other rounds and of dissolved groups, so that they can still be
    read."""
    current = {f"{key}.mine", f"{key}.ours_{group.key}" if group else ""}
    return [
        {
            "kind": "mine" if words.group is None else "ours",
            "round": int(slot.partition(".")[0].removeprefix("r")), **_field(slot, {slot: words}),
        }
        for slot, words in sorted(context.view.words.get(me.id, {}).items())
        if slot not in current and words.text
    ]  # fmt: skip


def _field(slot: str, own: object) -> Json:
    words = own.get(slot, DuoWords()) if isinstance(own, dict) else DuoWords()
    return {"slot": slot, "text": words.text, "share": words.share, "share_slot": f"{slot}_share"}


def _together(context: DuoContext, here: Arrangement) -> Json:
    """Groups at their spots: figures with plates, or the list of all spots."""
    mode = layout.mode_of(len(here.groups))
    if mode == "list":
        spots = [
            {"spot": g.spot, "people": [_listed(context, one, len(g.people)) for one in g.people]}
            for g in here.groups
        ]
        return {"mode": mode, "figures": [], "plates": [], "spots": spots}
    standing = layout.stand([len(group.people) for group in here.groups])
    figures, plates = [], []
    for group, one in zip(here.groups, standing, strict=True):
        for person, place in zip(group.people, one.places, strict=True):
            figures.append({**_figure(context, person), **_place(place)})
        names = [on_plate(context, person, one.plate) for person in group.people]
        plates.append(
            {
                "key": group.key, "spot": group.spot, "names": names, "x": one.plate.x,
                "y": one.plate.y, "width": one.plate.width, "letters": one.plate.letters,
                "line": one.plate.line,
            }
        )  # fmt: skip
    return {"mode": mode, "figures": figures, "plates": plates, "spots": []}


def _loose(context: DuoContext) -> Json:
    """People as they came in, while nobody is in a group."""
    notes = context.phase.stage == "share" and context.phase.shown
    places = () if notes else layout.loose(len(context.here))
    figures = [
        {**_figure(context, person), **_place(place)}
        for person, place in zip(context.here, places, strict=False)
    ]
    return {"mode": "figures", "figures": figures, "plates": [], "spots": []}


def _figure(context: DuoContext, person: str) -> Json:
    member = context.members[person]
    return {"id": context.alias(person), "tile": member.tile, "pose": member.pose}


def _listed(context: DuoContext, person: str, people: int) -> Json:
    return {"name": in_list(context, person, people), "tile": context.members[person].tile}


def _place(place: layout.FloorPlace) -> Json:
    return {"x": place.x, "y": place.y, "size": place.size}


def shared_words(context: DuoContext) -> list[tuple[str, DuoWords]]:
    """What may be shared in this round, by people who are here."""
    step = context.step
    return [
        (person, words)
        for person, own in sorted(context.view.words.items())
        for slot, words in sorted(own.items())
        if step and slot.startswith(f"{step.key}.") and words.share and words.text
        and person in context.members
    ]  # fmt: skip


def _house(member: Member) -> Json:
    """The organisation of somebody, in the forms that may be shown."""
    return {
        "organisation": member.organisation,
        "house": name_forms(member.organisation, member.organisation_short),
    }


def _shared_notes(context: DuoContext, key: str) -> list[Json]:
    """Shared words for the screen: only what `public` let through."""
    return [
        {
            "text": words.text, "name": context.members[person].name,
            "tile": context.members[person].tile, **_house(context.members[person]),
        }
        for person, words in shared_words(context)
    ]  # fmt: skip
