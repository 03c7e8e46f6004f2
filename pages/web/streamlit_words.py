"""Dutch in place of the English words of Streamlit's own widgets.

Streamlit has no translations: its words stand in its scripts as literals. They are replaced as the
scripts are served, for each script by itself, so that what is seen and what is read out change
alike. `tests/pages/test_streamlit_words.py` holds that each one is still there.
"""

from __future__ import annotations

from functools import lru_cache

from state.language import LANGUAGE, _

_TAG = f"{LANGUAGE}-BE"
# These widgets have translations of their own for what is read out, but ask for English.
_LIST = {"en-US": _TAG, "No results": _("Niets gevonden"), "Open": _("Toon de lijst")}
# The name of a script, before its hash -> its words. `${...}` is what Streamlit fills in.
WORDS: dict[str, dict[str, str]] = {
    "TextInput": {
        "Show password": _("Toon wat je typt"), "Hide password": _("Verberg wat je typt"),
        "Clear entry": _("Maak leeg"), "Invalid input.": _("Dat past hier niet."),
    },
    "NumberInput": {
        "Clear value": _("Maak leeg"), "Decrement": _("Minder"), "Increment": _("Meer"),
        "Number is below the allowed range.": _("Dit getal is te klein."),
        "Number is above the allowed range.": _("Dit getal is te groot."),
        "Number is below the allowed range. Please enter a value greater than or equal to ${n}.":
            _("Dit getal is te klein. Kies minstens ${n}."),
        "Number is above the allowed range. Please enter a value less than or equal to ${r}.":
            _("Dit getal is te groot. Kies hoogstens ${r}."),
        "Number is outside the allowed range. Please enter a value between ${n} and ${r}.":
            _("Dit getal past niet. Kies er een van ${n} tot en met ${r}."),
    },
    "DateInput": {
        "en-US": _TAG, "Choose date": _("Kies een dag"), "Clear date": _("Maak leeg"),
        "Choose date range": _("Kies een periode"), "Clear dates": _("Maak leeg"),
        "Date range": _("Periode"), "Quick select a date range": _("Kies een periode uit de lijst"),
        "Select...": _("Kies"),
        "Use arrow keys to navigate dates. Enter to select. Escape to close.":
            _("Ga met de pijltjes van dag tot dag. Enter kiest, Escape sluit."),
    },
    "ReorderedSegments": {
        "Next month": _("Volgende maand"), "Previous month": _("Vorige maand"),
        "**Error**: Date set outside allowed range. Please select a date on or before ${r}.":
            _("Die dag ligt te ver. Kies er een tot en met ${r}."),
        "**Error**: Date set outside allowed range. Please select a date on or after ${n}.":
            _("Die dag ligt te vroeg. Kies er een vanaf ${n}."),
        "**Error**: Date set outside allowed range. Please select a date between ${n} and ${r}.":
            _("Die dag past hier niet. Kies er een van ${n} tot en met ${r}."),
    },
    "Selectbox": {
        **_LIST, "Clear value": _("Maak leeg"), "Selectbox options": _("Keuzes"),
        "Add: ${M}": _("Voeg toe: ${M}"),
    },
    "Multiselect": {
        **_LIST, "Multiselect options": _("Keuzes"), "Add: ${n}": _("Voeg toe: ${n}"),
        "Clear all": _("Maak leeg"), "Select all": _("Kies alles"),
        "Selected values": _("Gekozen"), "Remove ${e}": _("Haal ${e} weg"),
        "Select ${p.length} matches": _("Kies alle gevonden: ${p.length}"),
        "You can only select up to ${t.maxSelections} ${e}. Remove an option first.":
            _("Je kunt er hoogstens ${t.maxSelections} kiezen. Haal er eerst een weg."),
    },
    "utils": {
        "No options to select": _("Er is niets te kiezen"), "Add options": _("Voeg toe"),
        "Add an option": _("Voeg er een toe"), "Choose options": _("Kies"),
        "Choose an option": _("Kies"), "Choose or add options": _("Kies of voeg toe"),
        "Choose or add an option": _("Kies of voeg er een toe"),
        "Remove ${e.name}": _("Haal ${e.name} weg"),
        "Click to retry upload": _("Klik om het opnieuw te proberen"),
        "Cancel upload of ${e.name}": _("Stop met ${e.name}"),
    },
    "FileUploader": {
        "Add files": _("Voeg bestanden toe"), "Upload": _("Kies een bestand"),
        "Upload directories": _("Kies mappen"),
        "Drag and drop a file here": _("Of sleep een bestand hierheen"),
        "Drag and drop files here": _("Of sleep bestanden hierheen"),
        "Drag and drop directories here": _("Of sleep mappen hierheen"),
        "${T(t,D.Byte,0)} per file": _("hoogstens ${T(t,D.Byte,0)}"),
        "${e.type} files are not allowed.": _("Dat soort bestand kan hier niet."),
    },
    "StreamlitMarkdown": {
        "Help": _("Uitleg"), "Link to heading": _("Link naar deze titel"),
        r"Help for ${t.replaceAll(/\s+/g,` `)}": _("Uitleg bij {label}").format(
            label=r"${t.replaceAll(/\s+/g,` `)}"
        ),
    },
    "DynamicIcon": {"${n} icon": _("tekening"), "Loading": _("Even geduld.")},
    "InputInstructions": {
        "Press Enter to ${e}": _("Druk op Enter om te bewaren"),
    },
    "Toolbar": {
        "Fullscreen": _("Toon groot"), "Close fullscreen": _("Toon weer klein"),
    },
    "Radio": {"No options to select.": _("Er is niets te kiezen.")},
    "Table": {"Scrollable table": _("Tabel om te verschuiven"), "empty": _("leeg")},
    "useCopyToClipboard": {
        "Copied": _("Gekopieerd"), "Copy to clipboard": _("Kopieer"),
    },
    "index": {
        "Close": _("Sluit"), "Running...": _("Even geduld."), "Stopping...": _("Het stopt."),
        "Skip to main content": _("Naar de inhoud"), "Main menu": _("Menu"),
        "Notifications": _("Meldingen"),
    },
}  # fmt: skip
# The browser's language gives the names of months and weekdays; that of people here need not be it.
_IN_DUTCH = (
    '<script>for (const [name, value] of [["language", "{tag}"], ["languages", ["{tag}"]]])'
    " Object.defineProperty(navigator, name, {{ get: () => value }})</script>"
)


def said_in(name: str) -> dict[str, str]:
    """The words of a script, by its file name with the hash."""
    stem, _dot, rest = name.partition(".")
    return WORDS.get(stem, {}) if rest.endswith(".js") and rest.count(".") == 1 else {}


@lru_cache(maxsize=32)
def translated(name: str, script: bytes) -> bytes:
    """A script of Streamlit with our words; the same where it has none."""
    words = said_in(name)
    if not words:
        return script
    text = script.decode()
    for theirs, ours in words.items():
        text = text.replace(f"`{theirs}`", f"`{ours}`")
    return text.encode()


def locale_script() -> str:
    """The first script of Streamlit's page: dates are written in our language."""
    return _IN_DUTCH.format(tag=_TAG)
