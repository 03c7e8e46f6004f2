"""What documents say of the reflectiefiche: shared sheets, each for the page of its organisation.

On a phone that is the own sheet, shared or not. The top 3 is for who matches organisations and for
the organisation itself: it stands in no report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exercises.contract import Party, Section, Summary
from exercises.document import (
    Beside,
    Block,
    Bullets,
    Figure,
    Heading,
    Paragraph,
    Quotation,
    Together,
)
from exercises.kit.rules.blocks import noted, with_a_page
from exercises.kit.rules.prose import in_words, sentence
from exercises.kit.sheet.form import STEP
from exercises.kit.sheet.model import FilledSheet
from exercises.reflection_sheet import content, model
from exercises.reflection_sheet.config import Prompt
from exercises.reflection_sheet.picture import drawn_cup
from exercises.reflection_sheet.views import hosts_of
from exercises.reflection_sheet.views_wall import ReflectionContext
from state.language import _, ngettext

_IN_WORDS: Mapping[str, str] = {
    "strong": _("Een kop dampende koffie."), "sugar": _("Klontjes suiker."),
    "beans": _("Koffiebonen."),
}  # fmt: skip
# A cup is 15 mm wide: as a share of two columns of the page.
_CUP, _COLUMNS = 0.3, (2, 2, 2)


def summary(context: ReflectionContext) -> Summary | None:
    """How many sheets were shared, and how many questions are on them."""
    read = _readable(context) if context.role == "console" else []
    if not read:
        return None
    told = [sentence(ngettext(
        "{n} organisatie deelde haar reflectiefiche.",
        "{n} organisaties deelden hun reflectiefiche.", len(read),
    ).format(n=in_words(len(read))))]  # fmt: skip
    asked = [(party, text) for party, sheet in read for text in _questions(context, sheet)]
    did = _("vulden de reflectiefiche in")
    if not asked:
        return Summary(tuple(told), did=did)
    told.append(sentence(ngettext(
        "er staat {n} leervraag op.", "er staan {n} leervragen op.", len(asked)
    ).format(n=in_words(len(asked)))))  # fmt: skip
    party, text = asked[0]
    return Summary(tuple(told), quotation=Quotation(text, party.name, party.tile, size=1), did=did)


def report(context: ReflectionContext) -> Iterator[Section]:
    """A section for each organisation whose sheet may be read here, and for its bundle the top 3;
    what the facilitator noted for the group."""
    for party, sheet in _readable(context):
        blocks = tuple(_sheet(context, sheet))
        if blocks:
            yield Section(context.exercise.title, blocks, organisation=party.id, only="bundle",
                          called=_("jullie koffie"), latest=True)  # fmt: skip
            if context.role == "console":
                yield Section(context.exercise.title, blocks, organisation=party.id,
                              only="report", latest=True)  # fmt: skip
        hosts = tuple(_hosts(context, party))
        if hosts:
            yield Section(content.TOP, hosts, organisation=party.id, only="bundle",
                          called=_("jullie top 3"), latest=True)  # fmt: skip
    note = noted(context.notes.get(STEP, ""))
    if note:
        yield Section(context.exercise.title, note, only="report")


def _readable(context: ReflectionContext) -> list[tuple[Party, FilledSheet]]:
    """The sheets that may stand in a document: shared ones; on a phone the own one."""
    found = [(party, context.view.of(party.id)) for party in with_a_page(context)]
    return [one for one in found if one[1].shared or context.role == "phone"]


def _questions(context: ReflectionContext, sheet: FilledSheet) -> list[str]:
    if not context.config.questions:
        return []
    return [sheet.text(part) for part in model.QUESTIONS if sheet.text(part)]


def _sheet(context: ReflectionContext, sheet: FilledSheet) -> Iterator[Block]:
    asked = _questions(context, sheet)
    if asked:
        yield Heading(ngettext("Leervraag", "Leervragen", len(asked)), 3)
        yield from (Quotation(one, size=2) for one in asked)
    yield from _areas(context, sheet)
    ends = [(one.label, sheet.text(one.key)) for one in context.config.conclusions]
    written = [Paragraph(text, strong=f"{label}.") for label, text in ends if text]
    if written:
        yield Heading(_("Besluit"), 3)
        yield from written


def _areas(context: ReflectionContext, sheet: FilledSheet) -> Iterator[Block]:
    """The cups of each area beside each other, each kind in a column of its own; the drawings stand
    above the first ones."""
    drawn: set[str] = set()
    for area in context.config.areas:
        texts = {one.key: sheet.text(model.cup(area, one.key)) for one in context.config.cups}
        if not any(texts.values()):
            continue
        heading = Heading(context.framework.name(area) or "", 3, area=area)
        parts = tuple(
            _cup(one, texts[one.key], one.key not in drawn) for one in context.config.cups
        )
        cups = (Beside(parts, _COLUMNS),) if len(parts) == len(_COLUMNS) else sum(parts, ())
        yield Together((heading, *cups))
        drawn |= {key for key, text in texts.items() if text}


def _cup(cup: Prompt, text: str, with_drawing: bool) -> tuple[Block, ...]:
    """What stands in a cup, below its drawing where that was not seen yet; nothing in an empty
    one."""
    if not text:
        return ()
    words = Paragraph(f"\n{text}", strong=cup.label)
    if not with_drawing:
        return (words,)
    return Figure(_IN_WORDS.get(cup.key, cup.label), drawn_cup(cup.key), share=_CUP), words


def _hosts(context: ReflectionContext, party: Party) -> Iterator[Block]:
    if not context.config.top:
        return
    wishes = hosts_of(context, party)
    if wishes:
        items = (f"{host.name}: {why}" if why else host.name for host, why in wishes)
        yield Bullets(tuple(items), ordered=True)
