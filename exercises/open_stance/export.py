"""What Open houding gives to the export: sentences before and after, and agreements; no names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Picture
from exercises.kit.sheet import holder as holders
from exercises.open_stance import content, model, views
from exercises.open_stance.config import ClosedSentence
from exercises.open_stance.model import OWN, STEP, StanceContext
from state.language import _

COLUMNS = (
    Column("kind", _("Zin, verandering of afspraak"), _("Soort")),
    Column("before", _("De gesloten zin; bij een afspraak de vraag"), _("Ervoor")),
    Column("after", _("De open zin, wat er verandert, of wat afgesproken werd"), _("Erna")),
    Column("visit", _("Bij een afspraak: van welk bezoek"), _("Bezoek")),
    Column("note", _("Wat de begeleider onthield uit het gesprek"), _("Notitie")),
)
_EMPTY: Json = {column.name: "" for column in COLUMNS}


def rows(context: StanceContext) -> Iterable[Json]:
    """One row for each pair, each change and each agreement; a note alone has a row of its own."""
    note = {"note": context.notes.get(STEP, "")}
    found = [*_pairs(context), *_agreed(context)]
    yield from ({**_EMPTY, **row, **note} for row in found)
    if not found and note["note"]:
        yield {**_EMPTY, **note}


def pictures(context: StanceContext) -> Iterable[Picture]:
    """Each sentence with what people made of it."""
    from exercises.open_stance.picture import svg

    for number, one in enumerate(written(context), start=1):
        yield Picture.numbered(number, one.text, svg(one, views.turned(context, one)))


def written(context: StanceContext) -> list[ClosedSentence]:
    """The sentences of which somebody made something, also those that were taken off the list."""
    known = (*context.config.examples, *context.config.gone, ClosedSentence(OWN, _("Eigen zinnen")))
    return [one for one in known if views.turned(context, one)]


def _pairs(context: StanceContext) -> Iterator[Json]:
    known = (*context.config.examples, *context.config.gone, ClosedSentence(OWN, ""))
    for one in known:
        for before, after in views.turned(context, one):
            yield {"kind": _("zin"), "before": before, "after": after}
        for text in context.view.changes(one.key):
            yield {"kind": _("verandering"), "before": one.text, "after": text}


def _agreed(context: StanceContext) -> Iterator[Json]:
    form, inside = model.form(context.config), model.sheet_context(context)
    for one in holders.everyone(form, inside, gone=True):
        sheet = inside.view.of(one.id)
        for key, question in content.AGREEMENTS:
            if text := sheet.text(key):
                yield {
                    "kind": _("afspraak"), "before": question, "after": text, "visit": one.name,
                }  # fmt: skip
