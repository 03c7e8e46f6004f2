"""What documents say of the reflectiefiche: shared sheets, each for the page of its organisation.

On a phone that is the own sheet, shared or not. The top 3 is for who matches organisations and for
the organisation itself: it stands in no report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exercises.contract import Party, Section, Summary
from exercises.document import Beside, Block, Bullets, Figure, Heading, Paragraph, Quotation
from exercises.kit.rules.blocks import noted, with_a_page
from exercises.kit.rules.prose import in_words, sentence
from exercises.reflection_sheet import content, model
from exercises.reflection_sheet.model import ReflectionSheet
from exercises.reflection_sheet.picture import drawn_cup
from exercises.reflection_sheet.views import hosts_of
from exercises.reflection_sheet.views_wall import ReflectionContext
from state.language import _, ngettext

_IN_WORDS: Mapping[str, str] = {
    "strong": _("Een kop dampende koffie."), "sugar": _("Klontjes suiker."),
    "beans": _("Koffiebonen."),
}  # fmt: skip
# A cup is 15 mm wide: as a share of two columns of the page, of three, and of all six.
_CUP: Mapping[int, float] = {3: 0.3, 2: 0.19, 1: 0.09}
_COLUMNS: Mapping[int, tuple[int, ...]] = {2: (3, 3), 3: (2, 2, 2)}


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
    if not asked:
        return Summary(tuple(told))
    told.append(sentence(ngettext(
        "er staat {n} leervraag op.", "er staan {n} leervragen op.", len(asked)
    ).format(n=in_words(len(asked)))))  # fmt: skip
    party, text = asked[0]
    return Summary(tuple(told), quotation=Quotation(text, party.name, party.tile, size=1))


def report(context: ReflectionContext) -> Iterator[Section]:
    """A section for each organisation whose sheet may be read here, and for its bundle the top 3;
    what the facilitator noted for the group."""
    for party, sheet in _readable(context):
        blocks = tuple(_sheet(context, sheet))
        if blocks:
            yield Section(context.exercise.title, blocks, organisation=party.id)
        hosts = tuple(_hosts(context, party))
        if hosts:
            yield Section(content.TOP, hosts, organisation=party.id, only="bundle")
    note = noted(context.notes.get(model.STEP, ""))
    if note:
        yield Section(context.exercise.title, note, only="report")


def _readable(context: ReflectionContext) -> list[tuple[Party, ReflectionSheet]]:
    """The sheets that may stand in a document: shared ones; on a phone the own one."""
    found = [(party, context.view.of(party.id)) for party in with_a_page(context)]
    return [one for one in found if one[1].shared or context.role == "phone"]


def _questions(context: ReflectionContext, sheet: ReflectionSheet) -> list[str]:
    if not context.config.questions:
        return []
    return [sheet.text(part) for part in model.QUESTIONS if sheet.text(part)]


def _sheet(context: ReflectionContext, sheet: ReflectionSheet) -> Iterator[Block]:
    asked = _questions(context, sheet)
    if asked:
        kicker = ngettext("Leervraag", "Leervragen", len(asked))
        yield Paragraph(kicker)
        yield from (Quotation(one, size=2) for one in asked)
    yield from _areas(context, sheet)
    ends = [(one.label, sheet.text(one.key)) for one in context.config.conclusions]
    written = [Paragraph(text, strong=f"{label}.") for label, text in ends if text]
    if written:
        yield Heading(_("Besluit"), 3)
        yield from written


def _areas(context: ReflectionContext, sheet: ReflectionSheet) -> Iterator[Block]:
    """The cups of each area beside each other; the drawings stand above the first ones."""
    drawn: set[str] = set()
    for area in context.config.areas:
        cups = [
            (one.key, one.label, text) for one in context.config.cups
            if (text := sheet.text(model.cup(area, one.key)))
        ]  # fmt: skip
        if not cups:
            continue
        yield Heading(context.framework.name(area) or "", 3, area=area)
        share = _CUP[len(cups)]
        parts = [
            (*_cup(key, share, drawn), Paragraph(f"\n{text}", strong=label))
            for key, label, text in cups
        ]
        yield from _columns(parts)
        drawn |= {key for key, _label, _text in cups}


def _cup(key: str, share: float, drawn: set[str]) -> tuple[Block, ...]:
    if key in drawn:
        return ()
    return (Figure(_IN_WORDS.get(key, _("Een kopje.")), drawn_cup(key), share=share),)


def _columns(parts: Sequence[tuple[Block, ...]]) -> tuple[Block, ...]:
    if len(parts) == 1:
        return parts[0]
    return (Beside(tuple(parts), _COLUMNS[len(parts)]),)


def _hosts(context: ReflectionContext, party: Party) -> Iterator[Block]:
    if not context.config.top:
        return
    wishes = hosts_of(context, party)
    if wishes:
        items = (f"{host.name}: {why}" if why else host.name for host, why in wishes)
        yield Bullets(tuple(items), ordered=True)
