"""Top en flop domino in sentences: how many stones lie, and what they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.domino.model import Stone, visibility
from exercises.domino.table.trail import Joint
from exercises.domino.views import DominoContext
from exercises.kit.rules.prose import in_words, isolated, quoted, sentence
from state.language import _, ngettext

_TWICE = 2


def stones(count: int) -> str:
    """How many stones lie."""
    return ngettext(
        "We legden {n} steen op tafel, met een top en een flop.",
        "We legden {n} stenen op tafel, elk met een top en een flop.",
        count,
    ).format(n=in_words(count))


def did(count: int) -> str:
    """What people did, after 'We'."""
    return ngettext("legden {n} steen", "legden {n} stenen", count).format(n=in_words(count))


def touching(context: DominoContext) -> Iterator[str]:
    """How many were laid against another one, and against which one most, as far as it may be said
    whose that is."""
    view = context.view
    joined = len(view.trail.joints)
    if joined:
        yield sentence(
            ngettext("{n} keer legde iemand aan.", "{n} keer legde iemand aan.", joined).format(
                n=in_words(joined)
            )
        )
    most = max(view.lying, key=lambda one: len(view.leaning(one)))
    count = len(view.leaning(most))
    if count >= _TWICE:
        yield _("Tegen {whose} kwamen {n} andere te liggen.").format(
            whose=_whose(context, most), n=in_words(count)
        )


def shared_by(context: DominoContext, joint: Joint) -> str:
    """What two stones share, with the halves that touch."""
    view = context.view
    halves = (view.of(one).text(joint.half) for one in (joint.against, joint.stone))
    one, two = map(quoted, halves)
    return _("{one} en {two} raakten elkaar: {shared}.").format(
        one=one, two=two, shared=_ended(joint.shared)
    )


def ties(context: DominoContext, parts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What stones of different parts of the trail share, which no drawing of a part shows."""
    part_of = {stone: at for at, part in enumerate(parts) for stone in part}
    return tuple(
        told for told, ends in _all_ties(context) if len({part_of[one] for one in ends}) > 1
    )


def on_stones(context: DominoContext, people: Sequence[str]) -> str:
    """What is written on stones and what they share, for who can't see them."""
    told = [
        _("top {top}, flop {flop}").format(top=quoted(stone.top), flop=quoted(stone.flop))
        for stone in map(context.view.of, people)
    ]
    shared = [told for told, ends in _all_ties(context) if ends <= set(people)]
    return " ".join([f"{'; '.join(told)}.", *shared])


def _all_ties(context: DominoContext) -> Iterator[tuple[str, set[str]]]:
    """All that stones share in words, in the order of reading, threads last; with whose they
    are."""
    view = context.view
    place = {one: at for at, one in enumerate(view.trail.order)}
    joints = sorted(view.trail.joints.values(), key=lambda one: place[one.stone])
    for joint in joints:
        if joint.shared:
            yield shared_by(context, joint), {joint.stone, joint.against}
    for thread in view.all_threads:
        one, other = (quoted(view.of(end).top) for end in (thread.source, thread.target))
        told = _("De steen met {one} raakt ook aan die met {two}: {shared}.")
        yield (
            told.format(one=one, two=other, shared=_ended(thread.text)),
            {thread.source, thread.target},
        )


def own(context: DominoContext, person: str, stone: Stone) -> str:
    """Both halves of a stone, and what it shares with the one it was laid against."""
    said = _("Top: {top}. Flop: {flop}.").format(top=_ended(stone.top), flop=_ended(stone.flop))
    joint = context.view.joint_of(person)
    if joint is None or not joint.shared or not context.view.lies(joint.against):
        return said
    against = quoted(context.view.of(joint.against).text(joint.half))
    touches = _("Raakt {other}: {shared}.").format(other=against, shared=_ended(joint.shared))
    return f"{said} {touches}"


def _whose(context: DominoContext, person: str) -> str:
    member = context.members.get(person)
    shown_as = visibility(context.config, context.phase)
    if member is None or shown_as == "nobody":
        return _("één steen")
    if shown_as == "names":
        return _("de steen van {name}").format(name=isolated(member.name))
    return _("een steen van {name}").format(name=isolated(member.organisation))


def _ended(words: str) -> str:
    """Words at the end of a sentence, which has its own point."""
    return isolated(words.removesuffix("."))
