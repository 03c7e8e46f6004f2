"""What the reflectiefiche gives to other exercises: strengths, wishes, learning questions, hosts.

Sterke koffie and the strong points are strengths. Suiker is a wish for what is done already, the
koffiebonen and what an organisation wants to learn are wishes for what is not there yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kit.sheet.form import STEP
from exercises.kit.sheet.model import FilledSheet, SheetsView
from exercises.reflection_sheet import model
from exercises.reflection_sheet.config import ReflectionConfig
from exercises.results import (
    HostWish,
    LearningQuestion,
    Origin,
    Readers,
    Result,
    Strength,
    Wish,
)

_ORIGIN = Origin(STEP)


def results(config: ReflectionConfig, view: SheetsView) -> Iterator[Result]:
    """What is on each sheet, as far as the view has its texts. Everybody reads a sheet that is
    shared, without the hosts, which its organisation is told come on no screen: those are for the
    facilitator. One that is not shared is for its organisation only."""
    for organisation in sorted(view.sheets):
        sheet = view.of(organisation)
        readers: Readers = "everybody" if sheet.shared else "organisation"
        yield from _of_areas(config, sheet, organisation, readers)
        yield from _of_conclusions(config, sheet, organisation, readers)
        for part in model.QUESTIONS if config.questions else ():
            if text := sheet.text(part):
                yield LearningQuestion(
                    text=text, organisation=organisation, readers=readers, origin=_ORIGIN
                )
        yield from _hosts(config, sheet, organisation)


def _of_areas(
    config: ReflectionConfig, sheet: FilledSheet, organisation: str, readers: Readers
) -> Iterator[Result]:
    for area in config.areas:
        for one in config.cups:
            text = sheet.text(model.cup(area, one.key))
            if text:
                yield from _said(one.key, text, area, organisation, readers)


def _of_conclusions(
    config: ReflectionConfig, sheet: FilledSheet, organisation: str, readers: Readers
) -> Iterator[Result]:
    for one in config.conclusions:
        text = sheet.text(one.key)
        if text:
            yield from _said(one.key, text, None, organisation, readers)


def _said(
    key: str, text: str, area: int | None, organisation: str, readers: Readers
) -> Iterator[Result]:
    """What a cup or conclusion says, by its key; nothing for one that the method does not have."""
    if key in ("strong", "points"):
        yield Strength(
            text=text, area=area, organisation=organisation, readers=readers, origin=_ORIGIN
        )
    elif key in ("sugar", "beans", "learn"):
        yield Wish(
            text=text, area=area, begun=key == "sugar", organisation=organisation,
            readers=readers, origin=_ORIGIN,
        )  # fmt: skip


def _hosts(config: ReflectionConfig, sheet: FilledSheet, organisation: str) -> Iterator[HostWish]:
    chosen = [host for host in model.hosts_on(sheet) if host and host != organisation]
    for rank, host in enumerate(chosen if config.top else (), start=1):
        yield HostWish(
            rank=rank, host=host, why=sheet.text(model.why(host)), organisation=organisation,
            readers="facilitator" if sheet.shared else "organisation", origin=_ORIGIN,
        )  # fmt: skip
