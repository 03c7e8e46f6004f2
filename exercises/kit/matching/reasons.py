"""Why a couple stands in a proposal: as data, to be stored with the visit, and in plain Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.contract import Json
from exercises.kit.matching.affinity import Affinity
from exercises.kit.matching.case import Couple, MatchCase
from exercises.kit.matching.points import Worth
from exercises.kit.rules.prose import isolated
from state.language import _

_VERSION = 1


@dataclass(frozen=True)
class CoupleReason:
    """Why `couple`. `rank`: where the host stood with the visitor, None when it was not wished for;
    `wishes_known`: whether anything was wished for at all; `wish_why` in the visitor's words, or
    "". `affinity`: which question meets which strength. `both_ways`: they visit each other.
    `chosen`: the organiser wants this couple, whatever it is worth."""

    couple: Couple
    visitor: str
    host: str
    rank: int | None
    wishes_known: bool
    wish_why: str
    affinity: Affinity
    both_ways: bool
    chosen: bool

    def sentence(self) -> str:
        """In plain words, a clause without capital and point: 'stond op 1 bij De Regenton, en
        Kattenstaart is sterk waar De Regenton naar vraagt'."""
        clauses = [self._of_rank(), self._of_affinity()]
        if self.both_ways:
            clauses.append(_("ze gaan bij elkaar"))
        if self.chosen:
            clauses.append(_("jij koos dit"))
        found = [one for one in clauses if one]
        if len(found) == 1:
            return found[0]
        return _("{first}, en {last}").format(first=", ".join(found[:-1]), last=found[-1])

    def rank_words(self) -> str:
        """The choice in two or three words: 'eerste keuze'."""
        if not self.wishes_known:
            return _("geen top 3 bekend")
        return _("geen keuze") if self.rank is None else choice_words(self.rank)

    def to_json(self) -> Json:
        """As it is stored with the visit. Names are left out: they may change."""
        met = self.affinity.met
        return {
            "version": _VERSION, "rank": self.rank, "wishes_known": self.wishes_known,
            "wish_why": self.wish_why,
            "question": met.asked.text if met else "", "strength": met.shown.text if met else "",
            "words": list(met.words) if met else [],
            "areas": [one.asked.area for one in self.affinity.areas],
            "both_ways": self.both_ways, "chosen": self.chosen,
        }  # fmt: skip

    def _of_rank(self) -> str:
        visitor = isolated(self.visitor)
        if not self.wishes_known:
            return _("van {visitor} is geen top 3 bekend").format(visitor=visitor)
        if self.rank is None:
            return _("stond niet in de keuzes van {visitor}").format(visitor=visitor)
        return _("stond op {rank} bij {visitor}").format(rank=self.rank, visitor=visitor)

    def _of_affinity(self) -> str:
        names = {"visitor": isolated(self.visitor), "host": isolated(self.host)}
        met = self.affinity.met
        if met is not None and met.asked.is_question:
            return _("{host} is sterk waar {visitor} naar vraagt").format(**names)
        if met is not None or self.affinity.areas:
            return _("{host} is sterk waar {visitor} meer van wil").format(**names)
        return ""


def reasons(case: MatchCase, couples: Sequence[Couple]) -> tuple[CoupleReason, ...]:
    """The reason of each couple of a proposal, in order."""
    worth = Worth(case)
    pairs = {one.pair for one in couples}
    whys = {(one.visitor, one.host): one.why for one in case.wishes}
    wanted = {(one.visitor, one.host) for one in case.rules if one.kind in ("fixed", "must")}
    return tuple(
        CoupleReason(
            one, case.name(one.visitor), case.name(one.host), case.rank_of.get(one.pair),
            one.visitor in case.wishers, whys.get(one.pair, ""), worth.affinity(one.pair),
            one.pair[::-1] in pairs, one.pair in wanted,
        )
        for one in couples
    )  # fmt: skip


def choice_words(rank: int) -> str:
    """'eerste keuze', 'vierde keuze'; '7e keuze' beyond."""
    words = (_("eerste keuze"), _("tweede keuze"), _("derde keuze"), _("vierde keuze"),
             _("vijfde keuze"))  # fmt: skip
    return words[rank - 1] if rank <= len(words) else _("{rank}e keuze").format(rank=rank)
