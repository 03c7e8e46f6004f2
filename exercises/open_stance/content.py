"""The texts Open houding begins with."""

from __future__ import annotations

from state.language import _

# What closes a conversation, and one way to say it openly, which is shown only when asked for.
EXAMPLES = (
    (_("Doen jullie dat altijd zo?"), _("Hoe is dit bij jullie gegroeid?")),
    (_("Vinden de ouders dat niet vervelend?"), _("Wat hoor je van ouders hierover?")),
    (_("Waarom staat die deur dicht?"), _("Wat maakt dat de deur nu dicht is?")),
    (
        _("Bij ons doen we dat beter."),
        _("Bij ons gaat het anders. Wat zou hier bij jullie kunnen werken?"),
    ),
    (_("Is dat niet gevaarlijk?"), _("Hoe kijken jullie naar risico?")),
    (_("Hebben jullie daar wel tijd voor?"), _("Hoe maken jullie daar plaats voor?")),
)
HELPS = (
    _("kijken voor je oordeelt"), _("vragen naar het waarom achter een gewoonte"),
    _("zeggen wat je ziet en niet wat je ervan vindt"), _("iets van jezelf geven"),
)  # fmt: skip
# What a couple agrees: a key, which is stored, and the question.
AGREEMENTS = (
    ("when", _("Wanneer kijken we samen terug?")),
    ("first", _("Wie begint?")),
    ("hear", _("Wat willen wij zeker horen?")),
    ("parents", _("Wat zeggen we liever niet waar ouders bij zijn?")),
    ("photo", _("Mag er een foto genomen worden, en van wie niet?")),
)
HINTS = {"when": _("Elke dag een kwartier, op het einde een uur?")}
