"""The texts of a call and of the letters after it: a default for each, until it is changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from state.language import _

TextKey = Literal[
    "about", "for_whom", "ask", "offer", "choosing", "phone", "thanks", "mail", "yes", "no",
    "waiting",
]  # fmt: skip
TEXT_KEYS: tuple[TextKey, ...] = get_args(TextKey)
TEXT_LIMIT = 3000


def usual() -> Mapping[TextKey, str]:
    """The default texts. A line that begins with '- ' is one of a list. `{traject}`,
    `{thema}`, `{organisatie}`, `{link}` and `{tot}` are filled in where they are known."""
    return {
        "about": _(
            "Een jaar lang gaan sociale organisaties bij elkaar over de vloer. Je loopt drie dagen"
            " mee bij een andere organisatie, en je ontvangt zelf collega’s van elders. Tussendoor"
            " komen we samen om te vertellen wat we zagen."
        ),
        "for_whom": _(
            "Voor organisaties die al wat ervaring hebben met {thema}. Je wil tonen wat je doet, en"
            " je wil leren van een ander."
        ),
        "ask": _(
            "- twee mensen die samen meedoen\n"
            "- drie dagen op bezoek, en tijd voor de bijeenkomsten\n"
            "- drie dagen plaats voor twee collega’s van elders\n"
            "- een team dat erachter staat"
        ),
        "offer": _(
            "- begeleiding het hele jaar\n"
            "- een tussenkomst in de kosten\n"
            "- een slotmoment voor jullie en jullie partners"
        ),
        "choosing": _(
            "We bellen elke organisatie op. Daarna stellen we een groep samen die elkaar iets te"
            " vertellen heeft: uit verschillende streken en sectoren, met vragen waarop een ander"
            " iets kan tonen."
        ),
        "phone": "",
        "thanks": _("We bellen jullie op. Daarna hoor je of jullie meedoen."),
        "mail": _(
            "Dag,\n\nWil jouw organisatie een jaar lang over de vloer komen bij een andere, en zelf"
            " gasten ontvangen? Lees de oproep voor {traject} en meld je aan: {link}\n\n"
            "Aanmelden kan {tot}."
        ),
        "yes": _(
            "Dag,\n\nGoed nieuws: {organisatie} doet mee met {traject}. We sturen binnenkort de"
            " praktische afspraken. Tot bij elkaar over de vloer."
        ),
        "no": _(
            "Dag,\n\nDank je voor jullie aanmelding voor {traject}. Er waren meer organisaties dan"
            " plaatsen, en {organisatie} is er dit jaar niet bij. Dat zegt niets over jullie werk:"
            " we zochten een groep die elkaar aanvult. We laten graag weten wanneer er een nieuwe"
            " oproep komt."
        ),
        "waiting": _(
            "Dag,\n\nDank je voor jullie aanmelding voor {traject}. De groep is nu vol, en"
            " {organisatie} staat op de wachtlijst. Komt er een plaats vrij, dan bellen we jullie."
        ),
    }


def filled(text: str, **known: str) -> str:
    """A text with what stands between braces filled in where it is known."""
    for name, value in known.items():
        text = text.replace("{" + name + "}", value)
    return text


def mail(text: str, track: str, link: str, until: str) -> str:
    """The mail that asks to apply. `until`: until when one can; where nobody knows, the paragraphs
    that tell it are left out."""
    if not until:
        text = "\n\n".join(one for one in text.split("\n\n") if "{tot}" not in one)
    return filled(text, traject=track, link=link, tot=until)
