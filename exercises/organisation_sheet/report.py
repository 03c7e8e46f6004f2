"""What documents say of the organisatiefiche: the sheet of each organisation, for its page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Party, Section, Summary
from exercises.document import Block, Figure, Paragraph, SectionPlace
from exercises.kit.rules.blocks import beside, noted, with_a_page
from exercises.kit.rules.prose import in_words, isolated, listed, sentence
from exercises.kit.sheet import deck
from exercises.kit.sheet.form import STEP
from exercises.kit.sheet.model import FilledSheet
from exercises.kit.sheet.values import Chosen
from exercises.kit.sheet.words import picture_on
from exercises.organisation_sheet.export import sheets
from exercises.organisation_sheet.model import MOST_PEOPLE, form
from exercises.organisation_sheet.picture_paper import gallery
from exercises.organisation_sheet.views import SheetContext, people_of
from state.language import _, ngettext

_LEAD = "core"
# A text this long is no opening line any more.
_LONGEST_LEAD = 160


def summary(context: SheetContext) -> Summary | None:
    """How many organisations hung up a sheet, with which pictures."""
    found = list(sheets(context)) if context.role == "console" else []
    if not found:
        return None
    told = [sentence(ngettext(
        "{n} organisatie stelde zich voor op één blad.",
        "{n} organisaties stelden zich voor, elk op één blad.", len(found),
    ).format(n=in_words(len(found))))]  # fmt: skip
    seen = [(party, _chosen(context, sheet) or Chosen()) for party, sheet in found]
    chosen = [(party, one.card) for party, one in seen if one.card in deck.cards()]
    photos = sum(bool(one.photo) for _party, one in seen)
    told += _pictures(len(chosen), photos)
    did = _("stelden ons voor")
    if not chosen:
        return Summary(tuple(told), did=did)
    alt = _("De gekozen kaarten. {cards}").format(cards=" ".join(
        f"{isolated(party.name)}: {deck.cards()[card].alt}." for party, card in chosen
    ))  # fmt: skip
    return Summary(tuple(told), Figure(alt, gallery(chosen, alt)), did=did, spare=True)


def report(context: SheetContext) -> Iterator[Section]:
    """The sheet of each organisation, whole for its bundle; for its page what it does, the picture,
    and the other parts. On a phone that of the own one, for its bundle."""
    title, told = context.exercise.title, with_a_page(context)
    for party, sheet in sheets(context):
        if party not in told:
            continue
        lead, picture = _lead(context, sheet), _picture(context, sheet)
        rest = tuple(_texts(context, party, sheet))
        opening = (Paragraph(lead, style="lead"),) if lead else ()
        side = (picture,) if picture else ()
        whole = beside(side, (*opening, *rest), (2, 4))
        yield Section(title, whole, organisation=party.id, only="bundle",
                      called=_("jullie fiche"), latest=True)  # fmt: skip
        if context.role == "console":
            parts: tuple[tuple[SectionPlace, tuple[Block, ...]], ...] = (
                ("opening", opening), ("side", side), ("main", rest),
            )  # fmt: skip
            for place, blocks in parts:
                if blocks:
                    yield Section(title, blocks, organisation=party.id, only="report",
                                  place=place, latest=True)  # fmt: skip
    note = noted(context.notes.get(STEP, ""))
    if note:
        yield Section(title, note, only="report")


def _pictures(cards: int, photos: int) -> Iterator[str]:
    if cards:
        told = ngettext("{n} koos een getekende kaart.", "{n} kozen een getekende kaart.", cards)
        yield sentence(told.format(n=in_words(cards)))
    if photos:
        told = ngettext(
            "{n} bracht een eigen foto mee.", "{n} brachten een eigen foto mee.", photos
        )
        yield sentence(told.format(n=in_words(photos)))


def _lead(context: SheetContext, sheet: FilledSheet) -> str:
    """What they do, where that is short; "" else."""
    shown = any(one.key == _LEAD for one in context.config.shown)
    text = sheet.texts.get(_LEAD, "") if shown else ""
    return text if len(text) <= _LONGEST_LEAD else ""


def _texts(context: SheetContext, party: Party, sheet: FilledSheet) -> Iterator[Block]:
    """Who they are, and the other parts with their titles."""
    lead = _lead(context, sheet)
    # Who came stands on the page already; here only those whom they wrote down themselves.
    wrote = any(sheet.texts.get(f"name{n}") for n in range(1, MOST_PEOPLE + 1))
    people = people_of(context, party) if wrote else []
    if people:
        yield Paragraph(_people(people))
    for field in context.config.shown:
        text = sheet.texts.get(field.key, "")
        if text and not (lead and field.key == _LEAD):
            yield Paragraph(text, strong=f"{field.label}.")


def _people(people: list[tuple[str, str]]) -> str:
    """'Lien, coach, en Ayşe, begeleider'; without functions 'Lien en Ayşe'."""
    told = [", ".join(filter(None, one)) for one in people]
    if len(told) > 1 and any(role for _name, role in people):
        return _("{names}, en {last}").format(names=", ".join(told[:-1]), last=told[-1])
    return listed(told)


def _chosen(context: SheetContext, sheet: FilledSheet) -> Chosen | None:
    return picture_on(form(context.config), sheet)


def _picture(context: SheetContext, sheet: FilledSheet) -> Figure | None:
    """The card or the photo; None without one, or when the photo is gone."""
    chosen = _chosen(context, sheet)
    if chosen is None:
        return None
    card = deck.cards().get(chosen.card)
    if card is not None:
        caption = _("Gekozen kaart: {what}.").format(what=card.alt[:1].lower() + card.alt[1:])
        return Figure(f"{card.alt}.", deck.drawing(card.id), caption=caption)
    photo = context.photo(chosen.photo)
    if not photo:
        return None
    return Figure(_("De foto van deze organisatie."), photo=photo, caption=_("Eigen foto."))
