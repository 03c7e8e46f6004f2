"""LEESMIJ.txt: what is in an export, for the people who open it."""

from __future__ import annotations

from collections.abc import Sequence

from report.data.gather import Gathered, brussels
from report.data.tables import DataTable
from state.clock import now
from state.language import _
from state.models import Track


def meeting_readme(
    gathered: Gathered, tables: Sequence[DataTable], *, named: bool = True
) -> str:  # fmt: skip
    """The whole text for a meeting. `tables`: every table of the export, in order."""
    meeting = gathered.room.meeting
    head = " · ".join(text for text in (meeting.title, meeting.date, meeting.place) if text)
    parts = [
        f"{gathered.room.track.name}\n{head}",
        _("Gehaald uit Over de vloer op {moment} (tijd in Brussel).").format(
            moment=brussels(now())
        ),
        *([_("De bijeenkomst liep toen nog.")] if meeting.state == "running" else []),
        _trouble(gathered.troubles),
        _what_is_in_it(),
        _names() if named else _no_names(),
        _workbook("bijeenkomst"),
        _csv(
            _("Wat elke kolom betekent, staat hieronder en op het eerste blad van het rekenblad.")
        ),
        *(_columns(table) for table in tables),
        _json(),
        _database(),
    ]
    return _joined(parts)


def track_readme(track: Track, held: Sequence[Gathered], *, named: bool = True) -> str:
    """The whole text for a track; `held` are its meetings in order."""
    parts = [
        f"{track.name}\n{track.theme}".strip(),
        _("Gehaald uit Over de vloer op {moment} (tijd in Brussel).").format(
            moment=brussels(now())
        ),
        *(
            _("{title} liep toen nog.").format(title=one.room.meeting.title)
            for one in held
            if one.room.meeting.state == "running"
        ),
        _trouble([
            f"{one.room.meeting.title}: {trouble}" for one in held for trouble in one.troubles
        ]),
        _what_is_in_a_track(),
        _names() if named else _no_names(),
        _workbook("traject"),
        _csv(_("Wat elke kolom betekent, staat op het eerste blad van het rekenblad.")),
        _track_json(),
    ]  # fmt: skip
    return _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _trouble(troubles: Sequence[str]) -> str:
    if not troubles:
        return ""
    return "\n".join((_("NIET GELUKT"), *(f"- {trouble}" for trouble in troubles)))


def _what_is_in_it() -> str:
    return _(
        "WAT ZIT ER IN\n"
        "deelnemers.csv       wie er was\n"
        "agenda.csv           de oefeningen, met de geplande en de gebruikte minuten\n"
        "bijeenkomst.xlsx     dezelfde tabellen in één rekenblad\n"
        "bijeenkomst.json     dezelfde gegevens in één bestand, voor een programma\n"
        "over-de-vloer.db     een kopie van het gegevensbestand (lees eerst hieronder)\n"
        "01-.../              een map per oefening:\n"
        "  antwoorden.csv     wat er op het einde stond\n"
        "  verloop.csv        elke wijziging, in de tijd\n"
        "  beelden/           de tekeningen, als SVG (scherp op elke maat) en als PNG\n"
        "  fotos/             de foto’s die mensen insturden\n"
        "Een oefening zonder antwoorden heeft geen antwoorden.csv of beelden.\n"
        "Wat de begeleider weghaalde, een persoon of een antwoord, staat alleen nog in\n"
        "over-de-vloer.db."
    )


def _what_is_in_a_track() -> str:
    return _(
        "WAT ZIT ER IN\n"
        "traject.xlsx         alle tabellen van het traject in één rekenblad\n"
        "traject.json         het hele traject, om weer in te lezen (lees eerst hieronder)\n"
        "traject.schema.json  de beschrijving van dat bestand, voor een programma\n"
        "het-jaar.svg, .png   het jaar op één lijn: bijeenkomsten, bezoeken, cadeaus en acties\n"
        "fotos/               foto’s die op geen enkele fiche meer hangen, als die er zijn\n"
        "1-.../               een map per bijeenkomst:\n"
        "  deelnemers.csv     wie er was\n"
        "  agenda.csv         de oefeningen, met de geplande en de gebruikte minuten\n"
        "  01-.../            een map per oefening:\n"
        "    antwoorden.csv   wat er op het einde stond\n"
        "    verloop.csv      elke wijziging, in de tijd\n"
        "    beelden/         de tekeningen, als SVG (scherp op elke maat) en als PNG\n"
        "    fotos/           de foto’s die mensen insturden\n"
        "Een oefening zonder antwoorden heeft geen antwoorden.csv of beelden.\n"
        "Wat weggehaald werd, een persoon, een antwoord of een oefening, zit er niet in."
    )


def _workbook(name: str) -> str:
    return _(
        "HET REKENBLAD\n"
        "{name}.xlsx opent met een dubbelklik. Op het eerste blad staat wat elke kolom betekent.\n"
        "Wat mensen typten staat er als tekst, ook als het met = + - of @ begint."
    ).format(name=name)


def _names() -> str:
    return _(
        "NAMEN\n"
        "In antwoorden.csv en op de beelden staan namen en organisaties zoals de begeleider ze\n"
        "het laatst toonde: bij een oefening zonder namen zijn die kolommen leeg. In verloop.csv\n"
        "heet iedereen daarom p-..., een schuilnaam die per oefening verschilt; ook in\n"
        "bijeenkomst.json, als dat erbij zit. Wat mensen zelf schreven, staat er zoals ze het\n"
        "schreven."
    )


def _no_names() -> str:
    return _(
        "ZONDER NAMEN\n"
        "Iedereen heet hier ‘iemand van’ zijn organisatie, ook in wat mensen schreven: daar staat\n"
        "wat de begeleider koos. Wat één persoon deed, hangt in de gegevens nog samen, onder een\n"
        "sleutel. Kijk foto’s en tekeningen zelf na: een gezicht, of een naam die iemand tekende,\n"
        "blijft. Wie erbij was, herkent misschien wie iets zei."
    )


def _csv(meanings: str) -> str:
    """`meanings`: the sentence on where it stands what each column means."""
    return "\n".join((_csv_format(), meanings))


def _csv_format() -> str:
    return _(
        "DE CSV-BESTANDEN\n"
        "Ze openen met een dubbelklik in Excel of LibreOffice met Belgische instellingen:\n"
        "puntkomma’s tussen de kolommen, een komma in getallen, tekens in UTF-8. Een tekst die\n"
        "als formule zou kunnen werken (ze begint met = + - of @), kreeg vooraan een apostrof."
    )


def _columns(table: DataTable) -> str:
    wide = max(len(column.name) for column in table.columns) + 2
    lines = (f"  {column.name:<{wide}}{column.meaning}" for column in table.columns)
    return "\n".join((table.name, *lines))


def _json() -> str:
    return _(
        "BIJEENKOMST.JSON\n"
        "De velden heten zoals de kolommen hierboven. Per oefening staan er ook de instelling\n"
        "(config), de nota’s van de begeleider (notes) en het verloop (history) bij. Getallen\n"
        "hebben er een punt, en de tijden van joined_at en history staan in UTC."
    )


def _track_json() -> str:
    return _(
        "TRAJECT.JSON: DEEL DIT BESTAND NIET ZOMAAR\n"
        "Met deze ZIP lees je het traject in een andere installatie van Over de vloer in: op de\n"
        "beginpagina, onder Een traject inlezen. Pak de ZIP daarvoor niet uit. In traject.json\n"
        "staat bij elk antwoord van wie het is, ook waar de zaal geen namen zag, met wat er\n"
        "eerder stond. Wis het uit de ZIP voor je die aan anderen geeft; inlezen kan dan niet\n"
        "meer. Wat nog dicht is, zoals een fiche die een organisatie nog niet deelde, zit er niet\n"
        "in. De toegangscode, het wachtwoord van de wifi, de links voor thuis, de codes van\n"
        "bijeenkomsten en de sleutels van gsm’s en schermen zitten er ook niet in: na het inlezen\n"
        "krijgt elke bijeenkomst een nieuwe code, en wie weer meedoet, kiest zijn naam opnieuw."
    )


def _database() -> str:
    return _(
        "OVER-DE-VLOER.DB: DEEL DIT BESTAND NIET ZOMAAR\n"
        "Dit is een SQLite-bestand met het hele traject van deze bijeenkomst: ook de andere\n"
        "bijeenkomsten van het traject, ook wat weggehaald werd, en bij elk antwoord van wie het\n"
        "is, ook waar de zaal geen namen zag. Wis het uit de ZIP voor je die aan anderen geeft.\n"
        "Wat nog dicht is, zoals een fiche die een organisatie nog niet deelde, zit er niet in.\n"
        "Andere trajecten, de toegangscode, het wachtwoord van de wifi, de links voor thuis en de\n"
        "sleutels van gsm’s en schermen zitten er niet in. Als je gegevens kwijt bent, zet je het\n"
        "in een lege gegevensmap (ODV_DATA) en start je de app: je kiest dan een nieuwe\n"
        "toegangscode, en wie weer meedoet, kiest zijn naam opnieuw."
    )
