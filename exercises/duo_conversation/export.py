"""What Duo-gesprek gives to the export: rows with documented columns, and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exercises.contract import Column, Json, Picture, Step
from exercises.duo_conversation.config import ROUNDS_LIMIT
from exercises.duo_conversation.model import DuoContext, steps
from exercises.duo_conversation.model_arrangement import Group
from exercises.duo_conversation.views import present_groups
from state.language import _

COLUMNS = (
    Column("round", _("Nummer van de ronde, vanaf 1"), _("Ronde")),
    Column(
        "spot", _("Nummer van de plek waar het duo stond; leeg: zonder duo"), _("Plek"), aside=True
    ),
    Column("group", _("Nummer van het duo in deze ronde; leeg: zonder duo"), _("Duo")),
    Column("person", _("De naam"), _("Naam")),
    Column("organisation", _("De organisatie"), _("Organisatie")),
    Column("together_with", _("Met wie, gescheiden door een komma"), _("Samen met")),
    Column("shared_mine", _("De eigen notitie, als die gedeeld mag worden"), _("Eigen notitie")),
    Column(
        "shared_ours",
        _("Wat deze persoon samen met het duo noteerde, als dat gedeeld mag"),
        _("Samen genoteerd"),
    ),
    Column("note", _("Wat de begeleider onthield uit de ronde"), _("Notitie")),
)


def rows(context: DuoContext) -> Iterable[Json]:
    """One row for each round and person in a group, or who shares words without one; a note
    alone has a row without person."""
    for number, step in enumerate(rounds(context), start=1):
        base = {"round": number, "note": context.notes.get(step.key, "")}
        found = [*_grouped(context, step.key), *_others(context, step.key)]
        if found:
            yield from ({**base, **one} for one in found)
        elif base["note"]:
            yield {
                **base, "spot": "", "group": "", "person": "", "organisation": "",
                "together_with": "", "shared_mine": "", "shared_ours": "",
            }  # fmt: skip


def pictures(context: DuoContext) -> Iterable[Picture]:
    """For each round in which people stood together: the floor with all spots."""
    from exercises.duo_conversation.picture import svg

    for number, step in enumerate(rounds(context), start=1):
        groups = present_groups(context, step.key)
        for page, text in enumerate(svg(context, step.title, groups), start=1):
            yield Picture(f"{number:02d}-duos-{page}", text)


def rounds(context: DuoContext) -> Iterator[Step]:
    """The rounds of the configuration, and later ones that were played before there were fewer."""
    played = {slot.rpartition(".")[0] for own in context.view.words.values() for slot in own}
    played |= {*context.view.rounds, *context.notes}
    every = steps(replace(context.config, rounds=ROUNDS_LIMIT))
    last = max((at for at, step in enumerate(every) if step.key in played), default=0)
    return iter(every[: max(last + 1, len(context.steps))])


def _grouped(context: DuoContext, key: str) -> Iterator[Json]:
    for group in present_groups(context, key):
        for person in group.people:
            yield _row(context, key, person, group)


def _others(context: DuoContext, key: str) -> Iterator[Json]:
    """People who shared words in this round, and are in no group (any more)."""
    placed = {one for group in present_groups(context, key) for one in group.people}
    for person in context.view.words:
        if person in context.members and person not in placed:
            row = _row(context, key, person, None)
            if row["shared_mine"] or row["shared_ours"]:
                yield row


def _row(context: DuoContext, key: str, person: str, group: Group | None) -> Json:
    member = context.members[person]
    others = [context.members[one].name for one in group.people if one != person] if group else []
    own = context.view.words.get(person, {})
    shared = {
        slot: words for slot, words in sorted(own.items())
        if slot.startswith(f"{key}.") and words.share and words.text
    }  # fmt: skip
    return {
        "spot": group.spot if group else "", "group": group.key if group else "",
        "person": member.name, "organisation": member.organisation,
        "together_with": ", ".join(others),
        "shared_mine": "\n".join(one.text for one in shared.values() if one.group is None),
        "shared_ours": "\n".join(one.text for one in shared.values() if one.group is not None),
    }  # fmt: skip
