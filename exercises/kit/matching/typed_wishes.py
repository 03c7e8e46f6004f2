"""Judging a top of hosts that the organiser types for an organisation. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from exercises.kit.rules.prose import isolated
from state.language import _
from state.problems import Refused


def judged_top(
    visitor: str, hosts: Sequence[str], names: Mapping[str, str], gone: Collection[str] = ()
) -> tuple[str, ...]:
    """The hosts (ids) in order, without the places left empty (""). Refused with a sentence for a
    top that names the visitor itself, one twice, one that left (`gone`) or that is not known.
    `names`: id -> name of all organisations, also of who left."""
    chosen = tuple(one for one in hosts if one)
    for at, host in enumerate(chosen):
        name = isolated(names.get(host, ""))
        if host == visitor:
            raise Refused(_("{name} kan niet bij zichzelf op bezoek. Kies een andere.")
                          .format(name=name))  # fmt: skip
        if host in chosen[:at]:
            raise Refused(_("{name} staat er twee keer in. Kies een andere.").format(name=name))
        if host in gone:
            raise Refused(_("{name} doet niet meer mee. Kies een andere.").format(name=name))
        if not name:
            raise Refused(_("Deze organisatie kennen we niet. Kies een andere."))
    return chosen
