"""What documents say of the organisatiefiche: the sheet of each organisation, for its page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Party, Section, Summary
from exercises.document import Block, Figure, Paragraph
from exercises.kit.rules.blocks import beside, noted, with_a_page
from exercises.kit.rules.prose import in_words, isolated, listed, sentence
from exercises.organisation_sheet import content
from exercises.organisation_sheet.export import sheets
from exercises.organisation_sheet.model import MOST_PEOPLE, STEP, OrganisationSheet
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
    chosen = [(party, sheet.picture.card) for party, sheet in found
              if sheet.picture and sheet.picture.card in content.cards()]  # fmt: skip
    photos = sum(bool(sheet.picture and sheet.picture.photo) for _party, sheet in found)
    told += _pictures(len(chosen), photos)
    did = _("stelden ons voor")
    if not chosen:
        return Summary(tuple(told), did=did)
    alt = _("De gekozen kaarten. {cards}").format(cards=" ".join(
        f"{isolated(party.name)}: {content.cards()[card].alt}." for party, card in chosen
    ))  # fmt: skip
    return Summary(tuple(told), Figure(alt, gallery(chosen, alt)), did=did, spare=True)


def report(context: SheetContext) -> Iterator[Section]:
    """The sheet of each organisation; on a phone that of the own one."""
    title, told = context.exercise.title, with_a_page(context)
    for party, sheet in sheets(context):
        if party not in told:
            continue
        yield Section(title, tuple(_sheet(context, party, sheet)), organisation=party.id)
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


def _sheet(context: SheetContext, party: Party, sheet: OrganisationSheet) -> Iterator[Block]:
    picture = _picture(context, sheet)
    yield from beside((picture,) if picture else (), _texts(context, party, sheet), (2, 4))


def _texts(context: SheetContext, party: Party, sheet: OrganisationSheet) -> Iterator[Block]:
    """What they do, who they are, and the other parts with their titles."""
    written = [(one, sheet.texts.get(one.key, "")) for one in context.config.shown]
    lead = next((text for one, text in written if one.key == _LEAD), "")
    if len(lead) > _LONGEST_LEAD:
        lead = ""
    if lead:
        yield Paragraph(lead, style="lead")
    # Who came stands on the page already; here only those whom they wrote down themselves.
    wrote = any(sheet.texts.get(f"name{n}") for n in range(1, MOST_PEOPLE + 1))
    people = people_of(context, party) if wrote else []
    if people:
        yield Paragraph(_people(people))
    for field, text in written:
        if text and not (lead and field.key == _LEAD):
            yield Paragraph(text, strong=f"{field.label}.")


def _people(people: list[tuple[str, str]]) -> str:
    """'Lien, coach, en Ayşe, begeleider'; without functions 'Lien en Ayşe'."""
    told = [", ".join(filter(None, one)) for one in people]
    if len(told) > 1 and any(role for _name, role in people):
        return _("{names}, en {last}").format(names=", ".join(told[:-1]), last=told[-1])
    return listed(told)


def _picture(context: SheetContext, sheet: OrganisationSheet) -> Figure | None:
    """The card or the photo; None without one, or when the photo is gone."""
    chosen = sheet.picture
    if chosen is None:
        return None
    card = content.cards().get(chosen.card)
    if card is not None:
        caption = _("Gekozen kaart: {what}.").format(what=card.alt[:1].lower() + card.alt[1:])
        return Figure(f"{card.alt}.", content.drawing(card.id), caption=caption)
    photo = context.photo(chosen.photo)
    if not photo:
        return None
    return Figure(_("De foto van deze organisatie."), photo=photo, caption=_("Eigen foto."))
