"""The shelf: remarks by lens, and the one that is answered, as screen, phones and pictures have
them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from exercises.contract import Json
from exercises.lenses import layout
from exercises.lenses.config import Lens, LensesConfig
from exercises.lenses.layout import ShelfCard
from exercises.lenses.model import LensRemark
from state.language import _


def used(config: LensesConfig, remarks: Sequence[LensRemark]) -> tuple[Lens, ...]:
    """The lenses that stand on the shelf: those of the list, then removed ones that somebody
    looked through, as many as fit; without any lens one place for all remarks."""
    seen = {one.lens for one in remarks}
    known = {one.key for one in config.lenses}
    old = tuple(one for one in config.gone if one.key in seen and one.key not in known)
    return (*config.lenses, *old) or (Lens("", _("Zonder bril"), (), "round"),)


def gathered(
    config: LensesConfig, remarks: Sequence[LensRemark]
) -> tuple[tuple[Lens, ...], list[list[LensRemark]]]:
    """The lenses, and for each its remarks, the newest first."""
    lenses = used(config, remarks)
    by_lens: dict[str, list[LensRemark]] = {one.key: [] for one in lenses}
    for one in reversed(remarks):
        by_lens.setdefault(one.lens, []).append(one)
    return lenses, [by_lens[one.key] for one in lenses]


def lenses_json(lenses: Sequence[Lens]) -> Json:
    """The spectacles side by side, with the size of their names."""
    places = layout.columns(len(lenses))
    wide = places[0][1] if places else 0
    return {
        "size": layout.name_size([one.text for one in lenses], wide),
        "all": [
            {"key": one.key, "name": one.text, "shape": one.shape, "x": x, "wide": width}
            for one, (x, width) in zip(lenses, places, strict=True)
        ],
    }  # fmt: skip


def unused(*, worn: bool) -> str:
    """What is said below a lens through which nobody noted anything, `worn` by somebody or not."""
    return _("Hier is nog niets bij gelegd.") if worn else _("Deze bril zette niemand op.")


def shelf_json(
    config: LensesConfig, remarks: Sequence[LensRemark], at: int, worn: Collection[str]
) -> Json:
    """A page of the shelf; `worn`: the keys of the lenses that somebody looks through. A lens
    without remarks has none in `columns`, and a sentence in `unused`."""
    lenses, said = gathered(config, remarks)
    plan = layout.shelf(said)
    page = max(0, min(at, plan.pages - 1))
    return {
        "lenses": lenses_json(lenses), "page": page + 1, "pages": plan.pages,
        "columns": [[_card(one) for one in column] for column in plan.page(page)],
        "unused": [unused(worn=one.key in worn) for one in lenses],
    }  # fmt: skip


def large_json(config: LensesConfig, remarks: Sequence[LensRemark], key: str) -> Json | None:
    """The remark that is answered now, with its spectacles; None when it is no more."""
    found = next((one for one in remarks if one.key == key and one.picked), None)
    if found is None:
        return None
    lens = config.lens(found.lens)
    lines, size = layout.large(found.text)
    return {
        "key": key, "lines": lines, "size": size, "question": found.kind == "question",
        "lens": lens.text if lens else "", "shape": lens.shape if lens else "round",
    }  # fmt: skip


def _card(one: ShelfCard) -> Json:
    return {
        "key": one.said.key, "x": one.x, "y": one.y, "wide": one.wide, "high": one.high,
        "size": one.size, "lines": one.lines, "picked": one.said.picked,
    }  # fmt: skip
