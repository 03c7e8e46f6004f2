"""Changes of the list of lenses, pure: what was added, moved, said better or taken away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from exercises.kit.rules.listed import EntryList, read_pasted
from exercises.lenses.config import LENSES_LIMIT, Lens, LensesConfig, lens
from state.language import _

LIST = EntryList[LensesConfig, Lens](
    "lenses", LENSES_LIMIT,
    _("Er passen hoogstens {limit} brillen op de plank. Dit worden er {count}."),
    removed="gone",
)  # fmt: skip


def read(text: str) -> tuple[Lens, ...]:
    """The lenses of a pasted list of names. Refused when there is none, or one doesn't fit."""
    return read_pasted(
        text, lens, nothing=_("Typ eerst een naam."),
        unfit=_("Bril {number} van je lijst: {reason}"),
    )  # fmt: skip


def with_text(config: LensesConfig, key: str, text: str) -> LensesConfig:
    """Change the name of one lens; Refused when it doesn't fit."""
    return LIST.change(config, key, lambda one: lens(text, one.prompts, one.shape, one.key))


def taken_over(
    config: LensesConfig, other: LensesConfig, answered: Collection[str]
) -> LensesConfig:
    """The lenses and minutes of `other`; which stories are told stays as it is here."""
    changed = LIST.taken_over(config, other, [one.key for one in config.lenses])
    return replace(changed, order=config.order, skipped=config.skipped, extra=config.extra)
