"""What the lenses give to the export: rows with documented columns, and the shelf of each story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Picture
from exercises.lenses import layout
from exercises.lenses import views_shelf as shelf
from exercises.lenses.config import Story
from exercises.lenses.model import LensRemark
from exercises.lenses.model_telling import LensesContext
from exercises.lenses.views_story import in_words, name_of
from state.language import _

COLUMNS = (
    Column("story_number", _("Nummer van het verhaal, vanaf 1"), _("Nummer"), aside=True),
    Column("story", _("Het verhaal"), _("Verhaal")),
    Column("visitor", _("Wie op bezoek was; leeg zonder bezoek"), _("Bezoeker"), aside=True),
    Column("host", _("Wie ontving; leeg zonder bezoek"), _("Gastheer"), aside=True),
    Column("lens", _("De bril waardoor iemand keek"), _("Bril")),
    Column("kind", _("Of het een vraag of een opmerking is"), _("Soort")),
    Column("remark", _("Wat iemand opschreef, zonder naam"), _("Wat gezegd werd")),
    Column(
        "prompt", _("De vraag bij de bril waarop het antwoordt; leeg zonder"), _("Bij welke vraag")
    ),
    Column("area", _("Nummer van het aandachtsgebied; leeg zonder"), _("Aandachtsgebied")),
    Column("answered", _("1: de vertellers kozen dit om op in te gaan, anders 0"), _("Beantwoord")),
    Column("note", _("Wat de begeleider onthield uit het gesprek"), _("Notitie")),
)  # fmt: skip
KINDS = {"question": _("vraag"), "remark": _("opmerking")}


def said(context: LensesContext, story: str) -> list[LensRemark]:
    """What was said of a story by people who are still known."""
    return list(context.view.of(story))


def rows(context: LensesContext) -> Iterable[Json]:
    """One row for each remark; a note alone has a row without one."""
    for number, story in enumerate(context.config.stories, start=1):
        base: Json = {
            "story_number": number, "story": in_words(context, story),
            "visitor": name_of(context, story.visitor) if story.visitor else "",
            "host": name_of(context, story.host) if story.host else "",
            "note": context.notes.get(story.key, ""),
        }  # fmt: skip
        found = said(context, story.key)
        for one in found:
            lens = context.config.lens(one.lens)
            yield {
                **base, "lens": lens.text if lens else "", "kind": KINDS[one.kind],
                "remark": one.text, "prompt": one.prompt, "area": one.area or "",
                "answered": int(one.picked),
            }  # fmt: skip
        if base["note"] and not found:
            yield {**base, "lens": "", "kind": "", "remark": "", "prompt": "", "area": "",
                   "answered": 0}  # fmt: skip


def pictures(context: LensesContext) -> Iterator[Picture]:
    """The shelf of each story with remarks, page by page."""
    for number, story in enumerate(context.config.stories, start=1):
        for page, svg in enumerate(shelves(context, story), start=1):
            yield Picture.numbered(number, f"{page} {_('plank')}", svg)


def shelves(context: LensesContext, story: Story) -> list[str]:
    """The pages of the shelf of a story as SVG; none without remarks."""
    from exercises.lenses.picture import svg

    found = said(context, story.key)
    if not found:
        return []
    lenses, texts = shelf.gathered(context.config, found)
    title = in_words(context, story)
    plan = layout.shelf(texts)
    told = context.view.stories.get(story.key)
    worn = told.worn if told else frozenset()
    return [svg(title, lenses, plan.page(at), worn) for at in range(plan.pages)]
