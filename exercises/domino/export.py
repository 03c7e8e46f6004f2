"""What Top en flop domino gives to the export: rows with documented columns, and the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Answer, Column, Json, Picture
from exercises.domino.model import NOTE_ON, DominoView, Stone, visibility
from exercises.domino.views import DominoContext
from state.language import _

COLUMNS = (
    Column(
        "kind",
        _("Wat de rij is: steen, voeg (tegen elkaar gelegd), draad of notitie"),
        _("Wat de rij is"),
    ),
    Column("number", _("Hoeveelste steen op tafel; leeg: nooit gelegd"), _("Hoeveelste")),
    Column("on_table", _("1: lag op het einde op tafel, anders 0"), _("Op tafel")),
    Column("organisation", _("De organisatie; leeg als niemand getoond werd"), _("Organisatie")),
    Column("person", _("De naam; leeg als namen niet getoond werden"), _("Naam")),
    Column("top", _("De top op de steen; leeg zolang de steen nooit op tafel lag"), _("Top")),
    Column("flop", _("De flop op de steen; leeg zolang de steen nooit op tafel lag"), _("Flop")),
    Column(
        "other_organisation",
        _("Bij voeg of draad: de organisatie van de andere steen"),
        _("Andere organisatie"),
    ),
    Column("other_person", _("Bij voeg of draad: de naam bij de andere steen"), _("Andere naam")),
    Column("half", _("Bij een voeg: welke helften elkaar raken, top of flop"), _("Helften")),
    Column(
        "shared",
        _("Bij voeg of draad: wat ze delen; bij een notitie: de notitie"),
        _("Wat ze delen"),
    ),
)
_EMPTY: Json = {column.name: "" for column in COLUMNS}


def sealed(view: DominoView, answer: Answer) -> bool:
    """Whether an answer is sealed: a stone that was never on the table may be read by its writer
    only."""
    part = answer.slot.rpartition(".")[2]
    return part in ("top", "flop") and not view.of(answer.author).was_laid


def rows(context: DominoContext) -> Iterable[Json]:
    """A row for each stone, each joint that was ever laid, each thread, and the note."""
    view = context.view
    for person, stone in _in_order(context):
        if stone.top or stone.flop or stone.was_laid:
            yield _stone(context, person, stone)
        if stone.was_laid and stone.lay.against is not None:
            yield {
                **_row(context, _("voeg"), person, stone.lay.against),
                "number": stone.lay.number, "half": stone.lay.half, "shared": stone.lay.shared,
                "on_table": int(view.lies(person) and view.joint_of(person) is not None),
            }  # fmt: skip
    for one in view.threads:
        yield {
            **_row(context, _("draad"), one.source, one.target), "shared": one.text,
            "on_table": int(view.lies(one.source) and view.lies(one.target)),
        }  # fmt: skip
    if note := context.notes.get(NOTE_ON):
        yield {**_EMPTY, "kind": _("notitie"), "shared": note, "on_table": 0}


def pictures(context: DominoContext) -> Iterator[Picture]:
    """The table as it ended, when anything lies on it."""
    from exercises.domino.picture import svg

    if context.view.lying:
        yield Picture(_("tafel"), svg(context))


def _in_order(context: DominoContext) -> list[tuple[str, Stone]]:
    """Stones by number, those that were never laid last."""
    found = context.view.stones.items()
    return sorted(found, key=lambda item: (not item[1].was_laid, item[1].lay.number, item[0]))


def _stone(context: DominoContext, person: str, stone: Stone) -> Json:
    row = {
        **_row(context, _("steen"), person, None),
        "on_table": int(context.view.lies(person)),
    }
    if stone.was_laid:
        row |= {"number": stone.lay.number, "top": stone.top, "flop": stone.flop}
    return row


def _row(context: DominoContext, kind: str, person: str, other: str | None) -> Json:
    organisation, name = _who(context, person)
    other_organisation, other_name = _who(context, other)
    return {
        **_EMPTY, "kind": kind, "organisation": organisation, "person": name,
        "other_organisation": other_organisation, "other_person": other_name,
    }  # fmt: skip


def _who(context: DominoContext, person: str | None) -> tuple[str, str]:
    """Organisation and name, as far as they were shown."""
    member = context.members.get(person or "")
    shown_as = visibility(context.config, context.phase)
    if member is None or shown_as == "nobody":
        return "", ""
    return member.organisation, member.name if shown_as == "names" else ""
