"""One sentence on a whole proposal: how many first and second choices, and whether both ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from exercises.kit.matching.reasons import CoupleReason
from exercises.kit.rules.prose import in_words, listed, sentence
from state.language import _, ngettext


def overview(reasons: Sequence[CoupleReason]) -> str:
    """'Vier eerste keuzes, twee tweede. Niemand over en weer.' "" for no couples."""
    if not reasons:
        return ""
    return " ".join(filter(None, (_choices(reasons), _unknown(reasons), _both(reasons))))


def _choices(reasons: Sequence[CoupleReason]) -> str:
    known = [one for one in reasons if one.wishes_known]
    counts = Counter(one.rank for one in known)
    parts: list[str] = []
    first = counts.pop(1, 0)
    if first:
        parts.append(ngettext("{n} eerste keuze", "{n} eerste keuzes", first)
                     .format(n=in_words(first)))  # fmt: skip
    for rank, words in ((2, _("{n} tweede")), (3, _("{n} derde"))):
        if count := counts.pop(rank, 0):
            parts.append(words.format(n=in_words(count)))
    nowhere = counts.pop(None, 0)
    if later := counts.total():
        parts.append(_("{n} verder in de lijst").format(n=in_words(later)))
    if nowhere:
        parts.append(_("{n} buiten de keuzes").format(n=in_words(nowhere)))
    return f"{sentence(', '.join(parts))}." if parts else ""


def _unknown(reasons: Sequence[CoupleReason]) -> str:
    unknown = {one.couple.visitor for one in reasons if not one.wishes_known}
    if not unknown:
        return ""
    if len(unknown) == len({one.couple.visitor for one in reasons}):
        return _("Van niemand is een top 3 bekend.")
    return _("Van {n} is geen top 3 bekend.").format(n=in_words(len(unknown)))


def _both(reasons: Sequence[CoupleReason]) -> str:
    pairs = dict.fromkeys(
        tuple(sorted((one.visitor, one.host))) for one in reasons if one.both_ways
    )
    if not pairs:
        return _("Niemand over en weer.")
    told = [listed([one, other]) for one, other in pairs]
    words = ngettext("{pairs} gaan over en weer.", "{n} paren gaan over en weer: {pairs}.",
                     len(told))  # fmt: skip
    return words.format(n=sentence(in_words(len(told))), pairs="; ".join(told))
