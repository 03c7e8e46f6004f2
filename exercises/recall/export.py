"""What the Inleefoefening gives to the export: rows with documented columns, and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Picture
from exercises.kit.drawing.lettering import clean
from exercises.recall import layout
from exercises.recall.config import RecallQuestion
from exercises.recall.content import FEELINGS
from exercises.recall.model import LIGHT, Memory, visibility
from exercises.recall.views_slips import RecallContext, written
from state.language import _

COLUMNS = (
    Column(
        "question_number", _("Nummer van de vraag, vanaf 1; leeg: later weggehaald"),
        _("Nummer"), aside=True,
    ),
    Column("question", _("De vraag"), _("Vraag")),
    Column("host", _("Bij wie het was; leeg: een plek buiten het traject"), _("Gastheer")),
    Column("organisation", _("De organisatie; leeg als niemand getoond werd"), _("Organisatie")),
    Column("person", _("De naam; leeg als namen niet getoond werden"), _("Naam")),
    Column("words", _("Wat de deelnemer schreef"), _("Woorden")),
    Column("feeling", _("Het gevoel dat de deelnemer koos"), _("Gevoel")),
    Column("warm", _("1: door de groep aangeduid als warm welkom, anders 0"), _("Warm welkom")),
    Column("note", _("Wat de begeleider onthield uit het gesprek"), _("Notitie")),
)  # fmt: skip


def rows(context: RecallContext) -> Iterable[Json]:
    """One row for each slip; a note alone has a row without words."""
    for number, question in numbered(context):
        note = context.notes.get(question.key, "")
        base = {"question_number": number, "question": question.text, "note": note}
        slips = [one for one in context.view.of(question.key) if one.person in context.members]
        if slips:
            yield from ({**base, **_row(context, one)} for one in slips)
        elif note:
            yield {**base, **_NOTHING}
    note = context.notes.get(LIGHT, "")
    if note:
        yield {"question_number": "", "question": _("In het licht"), "note": note, **_NOTHING}


_NOTHING: Json = {
    "host": "", "organisation": "", "person": "", "words": "", "feeling": "", "warm": 0,
}  # fmt: skip


def pictures(context: RecallContext) -> Iterator[Picture]:
    """The floor of each question with slips, and all that was warm in one light."""
    from exercises.recall.picture import svg

    warm: list[Memory] = []
    for at, (_number, question) in enumerate(numbered(context), start=1):
        slips = [one for one in context.view.of(question.key) if one.person in context.members]
        warm += [one for one in slips if one.warm]
        if slips:
            yield from _pages(context, at, question.text, slips)
    for page, laid in enumerate(layout.pages(written(context, warm), lit=True), start=1):
        if warm:
            title = _("Wat een warm welkom was")
            drawn = svg(title, laid, lit=True)
            yield Picture.numbered(99, f"{_('in-het-licht')}-{page}", drawn)


def _pages(context: RecallContext, at: int, text: str, slips: list[Memory]) -> Iterator[Picture]:
    from exercises.recall.picture import svg

    for page, laid in enumerate(layout.pages(written(context, slips)), start=1):
        yield Picture.numbered(at, f"{page} {clean(text)}", svg(text, laid))


def numbered(context: RecallContext) -> Iterator[tuple[int | str, RecallQuestion]]:
    """The questions with their numbers, then those that were removed after people answered."""
    yield from enumerate(context.config.questions, start=1)
    yield from (("", question) for question in context.config.gone)


def _row(context: RecallContext, slip: Memory) -> Json:
    shown_as = visibility(context.config, context.phase)
    member, host = context.members[slip.person], context.party_by_id.get(slip.host)
    return {
        "host": host.name if host else "",
        "organisation": member.organisation if shown_as != "nobody" else "",
        "person": member.name if shown_as == "names" else "",
        "words": slip.text, "feeling": FEELINGS.get(slip.feeling, ""), "warm": int(slip.warm),
    }  # fmt: skip
