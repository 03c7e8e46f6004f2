"""What phone, screen and console are given of Duo-gesprek."""

from __future__ import annotations

from exercises.contract import Control, Json, Member, Panel, Scene, Word
from exercises.duo_conversation import layout
from exercises.duo_conversation.arrangement import Arrangement, Group
from exercises.duo_conversation.model import (
    DuoContext,
    Words,
    question_for_all,
)  # fmt: skip
from state.language import _, ngettext

_LABEL_LIMIT = 60
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
            "group": None if group is None else _group_for(context, group, me),
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
    here = _present(context, context.view.of(step.key))
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
            "present": len(context.members),
            "groups": len(here.groups) if together else 0,
            "threes": sum(len(group.people) > _PAIR for group in here.groups) if together else 0,
            "alone": sum(len(group.people) == 1 for group in here.groups) if together else 0,
            "question": chosen.text if chosen else None,
            "shown": phase.shown,
            **(_together(context, here) if together else _loose(context)),
            "notes": _shared_notes(context, step.key),
        },
    )


def panel(context: DuoContext) -> Panel:
    """Who has company, which question the room has, and what may be shared."""
    step = context.step
    if step is None:
        return Panel()
    here = _present(context, context.view.of(step.key))
    placed = [one for group in here.groups if len(group.people) > 1 for one in group.people]
    return Panel(
        answered=frozenset(placed),
        done_word=_("in een duo"),
        waiting_word=_("zonder duo"),
        summary=ngettext("heeft gezelschap", "hebben gezelschap", len(placed)),
        controls=_controls(context),
        note_slot=f"{step.key}.note",
        questions=tuple(item.text for item in context.config.questions),
        words=tuple(Word(_who(context, who), words.text) for who, words in _shared_words(context)),
    )


def desk(context: DuoContext) -> Scene | None:
    """The groups as the facilitator can change them; only while people stand together."""
    step = context.step
    if step is None or context.phase.stage not in ("pairs", "talk"):
        return None
    stored = context.view.of(step.key)
    here = _present(context, stored)
    return Scene(
        "desk.js",
        ("desk.css",),
        {
            "slot": f"{step.key}.pairs",
            "made": stored.made,
            "groups": [
                {"key": g.key, "spot": g.spot, "people": [_person(context, p) for p in g.people]}
                for g in here.groups
            ],
            "aside": [_person(context, one) for one in here.aside],
        },
    )


def present_groups(context: DuoContext, key: str) -> tuple[Group, ...]:
    """The groups of a round with only the people who are still in the meeting."""
    return _present(context, context.view.of(key)).groups


def _present(context: DuoContext, here: Arrangement) -> Arrangement:
    """Without people who are gone: between their leaving and the mending nobody falls over it."""
    groups = tuple(
        Group(g.key, g.spot, tuple(one for one in g.people if one in context.members))
        for g in here.groups
    )
    aside = tuple(one for one in here.aside if one in context.members)
    return Arrangement(tuple(group for group in groups if group.people), aside)


def _number(context: DuoContext) -> int:
    return min(context.phase.step + 1, len(context.steps))


def _person(context: DuoContext, person: str) -> Json:
    member = context.members[person]
    return {
        "id": context.alias(person), "name": member.name, "tile": member.tile,
        "pose": member.pose, "organisation": member.organisation,
    }  # fmt: skip


def _group_for(context: DuoContext, group: Group, me: Member) -> Json:
    others = [one for one in group.people if one != me.id and one in context.members]
    return {"spot": group.spot, "people": [_person(context, one) for one in others]}


def _notes_for(context: DuoContext, key: str, group: Group | None, me: Member) -> list[Json]:
    """The fields of this round: one's own, and that of the group with what the others wrote."""
    own = context.view.words.get(me.id, {})
    fields = [{"kind": "mine", **_field(f"{key}.mine", own), "theirs": []}]
    if group is None:
        return fields
    slot = f"{key}.ours_{group.key}"
    theirs = [
        {**_person(context, one), "text": words.text, "share": words.share}
        for one in group.people
        if one != me.id and one in context.members
        and (words := context.view.words.get(one, {}).get(slot)) is not None and words.text
    ]  # fmt: skip
    return [{"kind": "ours", **_field(slot, own), "theirs": theirs}, *fields]


def _before(context: DuoContext, key: str, group: Group | None, me: Member) -> list[Json]:
    """What one wrote in other rounds, or in a group that is no more: kept in sight."""
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
    words = own.get(slot, Words()) if isinstance(own, dict) else Words()
    return {"slot": slot, "text": words.text, "share": words.share, "share_slot": f"{slot}_share"}


def _together(context: DuoContext, here: Arrangement) -> Json:
    """Groups at their spots: figures with plates, or the list of all spots."""
    mode = layout.mode_of(len(here.groups))
    if mode == "list":
        spots = [
            {"spot": g.spot, "people": [_listed(context, one) for one in g.people]}
            for g in here.groups
        ]
        return {"mode": mode, "figures": [], "plates": [], "spots": spots}
    standing = layout.stand([len(group.people) for group in here.groups])
    figures, plates = [], []
    for group, one in zip(here.groups, standing, strict=True):
        for person, place in zip(group.people, one.places, strict=True):
            figures.append({**_figure(context, person), **_place(place)})
        names = [context.members[person].name for person in group.people]
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
    places = () if notes else layout.loose(len(context.members))
    figures = [
        {**_figure(context, person), **_place(place)}
        for person, place in zip(context.members, places, strict=False)
    ]
    return {"mode": "figures", "figures": figures, "plates": [], "spots": []}


def _figure(context: DuoContext, person: str) -> Json:
    member = context.members[person]
    return {"id": context.alias(person), "tile": member.tile, "pose": member.pose}


def _listed(context: DuoContext, person: str) -> Json:
    member = context.members[person]
    return {"name": member.name, "tile": member.tile}


def _place(place: layout.Place) -> Json:
    return {"x": place.x, "y": place.y, "size": place.size}


def _shared_words(context: DuoContext) -> list[tuple[str, Words]]:
    """What may be shared in this round, by people who are here."""
    step = context.step
    return [
        (person, words)
        for person, own in sorted(context.view.words.items())
        for slot, words in sorted(own.items())
        if step and slot.startswith(f"{step.key}.") and words.share and words.text
        and person in context.members
    ]  # fmt: skip


def _shared_notes(context: DuoContext, key: str) -> list[Json]:
    """Shared words for the screen: only what `public` let through."""
    return [
        {
            "text": words.text, "name": context.members[person].name,
            "tile": context.members[person].tile,
            "organisation": context.members[person].organisation,
        }
        for person, words in _shared_words(context)
    ]  # fmt: skip


def _who(context: DuoContext, person: str) -> str:
    return context.members[person].name


def _controls(context: DuoContext) -> tuple[Control, ...]:
    chosen = question_for_all(context.config, context.phase)
    options = tuple(
        (item.key, f"{number}. {_cut(item.text)}")
        for number, item in enumerate(context.config.questions, start=1)
    )
    return (
        Control(
            "question", _("Vraag"), chosen.key if chosen else "",
            (("", _("elk duo kiest zelf")), *options),
            _("Een vraag die je kiest, staat op het scherm en op alle gsm's."),
        ),
        Control(
            "down", _("Telefoons neer"), context.phase.option("down", False) is True,
            help=_("Gsm's zijn donker tot de klok om is. Een tik maakt ze wakker."),
        ),
    )  # fmt: skip


def _cut(text: str) -> str:
    return text if len(text) <= _LABEL_LIMIT else text[: _LABEL_LIMIT - 1].rstrip() + "…"
