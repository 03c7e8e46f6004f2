"""Who is named beside what people do: everybody by name, only organisations, or nobody.

Phones tell people who will be named while they answer. The facilitator can always show less, and
must confirm to show more than people were told.
"""

from __future__ import annotations

from collections.abc import Mapping

from exercises.contract import Control, Phase
from exercises.results import Naming
from state.language import _

Visibility = Naming
# From most to least.
VISIBILITIES: tuple[Visibility, ...] = ("names", "organisations", "nobody")
WORDS: Mapping[Visibility, str] = {
    "names": _("naam"), "organisations": _("organisatie"), "nobody": _("niemand"),
}  # fmt: skip
KEY = "visibility"


def chosen(phase: Phase, configured: Visibility) -> Visibility:
    """As switched on the console, else as configured; what is no such choice counts as unset."""
    return switched(phase) or configured


def switched(phase: Phase) -> Visibility | None:
    """As switched on the console; None where it was not, or to what is no such choice."""
    now = phase.option(KEY, None)
    return next((one for one in VISIBILITIES if one == now), None)


def control(
    label: str, now: Visibility, *, answered: bool, help: str = "", unnamed: str = ""
) -> Control:
    """The switch of the console. `answered`: somebody answered already, under what is set now;
    `unnamed`: what phones say where nobody is named."""
    more = VISIBILITIES[: VISIBILITIES.index(now)] if answered else ()
    question = {
        "nobody": unnamed or _("Op hun gsm stond toen: niemand ziet wie waar staat."),
        "organisations": _("Op hun gsm stond toen: enkel je organisatie staat erbij."),
    }.get(now, "")
    ask = _(
        "Er zijn al antwoorden. {what} Vraag eerst aan de groep of dit voor iedereen goed is."
    ).format(what=question)
    return Control(
        KEY, label, now, tuple((one, WORDS[one]) for one in VISIBILITIES), help,
        asks=dict.fromkeys(more, ask),
    )  # fmt: skip
