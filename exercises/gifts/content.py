"""The five kinds of notes of Cadeautjestijd, and the questions that may follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from state.language import _

KindKey = Literal["like", "tip", "draw", "phrase", "told"]


@dataclass(frozen=True)
class Kind:
    """A kind of note: its heading, and what stands in the empty field."""

    key: KindKey
    heading: str
    hint: str


KINDS: tuple[Kind, ...] = (
    Kind("like", _("Dit waardeer ik in jullie praktijk"), _("Iets wat je zag of meemaakte.")),
    Kind("tip", _("Deze tip geef ik cadeau"), _("Iets wat bij ons goed werkt.")),
    Kind("draw", _("Zo zie ik jullie"), _("Teken met je vinger.")),
    Kind("phrase", _("Deze zin of leuze bleef bij mij hangen"), _("Iets wat daar gezegd werd.")),
    Kind("told", _("Dit vertelde ik over jullie aan mijn collega’s"), _("Eén ding is genoeg.")),
)
# Photos of the notebook are chosen, not written: there may be several in a gift.
PHOTO = "photo"
WRITTEN: tuple[str, ...] = tuple(kind.key for kind in KINDS)
HEADINGS: dict[str, str] = {
    **{kind.key: kind.heading for kind in KINDS}, PHOTO: _("Een foto van ons bezoek"),
}  # fmt: skip
# Kinds for a gift of the group: people who did not visit the host can't write the other kinds.
GROUP_KINDS: tuple[KindKey, ...] = ("like", "draw")

QUESTIONS: tuple[str, ...] = (
    _("Wat raakt je?"),
    _("Wat herken je, en wat verrast je?"),
    _("Wat wil je nog weten van wie bij je was?"),
    _("Wat neem je mee naar je team?"),
)
