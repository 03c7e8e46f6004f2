"""Documents as exercises and reports make them, for tests and to look at."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Cover,
    Dated,
    Document,
    Figure,
    Heading,
    Listed,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Rule,
    Table,
    TileList,
    Together,
)
from exercises.kit.drawing.svg import figure, token
from report.forms.drawings import whole

EXERCISES = Path(__file__).resolve().parents[3] / "exercises"
TRACK = "Samen sterk rond gezinnen"
NAMES = (
    "De Regenton", "De Vensterbank", "Kattenstaart", "Zevenhoek", "Het Achterom", "Knikkerzak",
)  # fmt: skip
PEOPLE = (
    "Katrien, Samir", "Marleen, Idris", "Ayşe, Lien", "Joris, Blessing", "Greet, Bilal",
    "Nadia, Wout",
)  # fmt: skip
STANDING = ((5, "staat"), (6, "zij"), (2, "koffie"), (2, "staat"), (3, "staat"), (4, "zij"),
            (1, "koffie"), (1, "staat"), (3, "zwaait"), (6, "staat"), (4, "koffie"),
            (5, "staat"))  # fmt: skip


def line_drawing(high: int = 360) -> str:
    """Twelve people on the tape."""
    floor = f'<path d="M0 0h1100v{high}H0z" fill="{token("floor")}"/>'
    tape = f'<path d="M30 250h1040v14H30z" fill="{token("tape")}" stroke="{token("edge")}"/>'
    people = "".join(
        figure(80 + 85 * at, 258, 100, tile, pose) for at, (tile, pose) in enumerate(STANDING)
    )
    return whole(f"0 0 1100 {high}", floor + tape + people)


def village() -> str:
    """The map of the neighbourhood, as it is drawn on the screen."""
    return (EXERCISES / "kit" / "village" / "village.svg").read_text("utf-8")


def card(number: int) -> str:
    """A picture card."""
    return (EXERCISES / "kit" / "sheet" / "cards" / f"{number:02d}.svg").read_text("utf-8")


def photo(wide: int = 1600, high: int = 1200, seed: int = 0) -> bytes:
    """A JPEG with as much in it as a real photo of that size as the product keeps it."""
    noise = Image.effect_noise((wide // 8, high // 8), 60 + seed % 40)
    image = noise.resize((wide, high)).convert("RGB")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=60)
    return out.getvalue()


def tile_list(count: int = 6) -> TileList:
    """Organisations with who was there."""
    return TileList(tuple(
        Listed(at + 1, NAMES[at % 6], PEOPLE[at % 6]) for at in range(count)
    ))  # fmt: skip


def _exercise(kind: str, title: str, left: tuple[Block, ...], right: Figure) -> Together:
    parts = ((Heading(title, 2, kind=kind), *left), (right,))
    return Together((Rule(), Beside(parts, (3, 3))))


def evening() -> Document:
    """De bijeenkomst op één blad."""
    buurt = Quotation("De buurt kent ons nog niet.", "Greet", 5, 1)
    return Document(
        "De bijeenkomst op één blad: kennismaking",
        (
            Heading("Twaalf mensen, zes deuren", 1, kicker="De bijeenkomst op één blad"),
            Paragraph(
                "We stonden op de lijn, legden twaalf stenen en zetten zes pionnen in een dorp. "
                "Deze avond ging over één vraag: wie ziet ons staan?", style="lead",
            ),
            tile_list(),
            _exercise("line", "De lijn", (Paragraph(
                "Bij ‘elk gezin en de hele buurt’ schoven vier mensen op na het gesprek. Over de "
                "code op de deur van Knikkerzak praten we door."),),
                Figure("Twaalf figuren op de lijn; vier schoven op.", svg=line_drawing(),
                       caption="Stelling 3. Links niet akkoord, rechts akkoord."),
            ),
            _exercise("domino", "De dominosteen", (Paragraph(
                "Top en flop raakten elkaar bij taal en bij eten. Blessing legde haar steen drie "
                "keer aan: iemand die erbij blijft."),),
                Figure("Twee kaarten.", svg=card(5), share=0.5),
            ),
            _exercise("neighbourhood_map", "Kaart van de buurt", (Paragraph(
                "De Regenton staat op het plein, Het Achterom achter de haag. Drie pionnen wilden "
                "dichter bij de school."), buurt),
                Figure("Getekend dorp met zes pionnen.", svg=village(), crop=(20, 60, 1340, 900)),
            ),
            Rule(foot=True),
            Beside((
                (Heading("Afgesproken", 2), Dated((
                    ("vrijdag 2 oktober", "Wout belt Greet over de code op de deur."),
                    ("tegen 8 oktober", "Elk duo werkt de reflectiefiche af."),
                    ("tegen 15 oktober", "Leervragen en top 3 naar Hanne."),
                ))),
                (Heading("Tot dan", 2), Paragraph(
                    "\nBij Zevenhoek. Breng iets mee met een verhaal.",
                    strong="Dinsdag 17 november, 19 uur")),
            ), (4, 2)),
        ),
        head=TRACK, kind="sheet", date="donderdag 24 september 2026",
    )  # fmt: skip


def cover() -> Cover:
    """The cover of the report."""
    return Cover(
        TRACK, "Sociale steun en samenhang.\nVerslag van een jaar kijken bij elkaar.",
        "Onder elke tegel ligt wie er op bezoek kwam. Zeven bezoeken in één jaar.", "juni 2027",
        ((1, 2, 3, 4, 5, 6), (3, 6, 2, 3, 1, 4), (0, 0, 5, 0, 0, 0)),
    )  # fmt: skip


def statement() -> tuple[Block, ...]:
    """A page on one statement of the line."""
    return (
        Heading(
            "Bij ons voelt iedereen zich welkom: elk gezin en de hele buurt.", 1, area=1,
            kicker="Aandachtsgebied 1\nWarm onthaal",
        ),
        Figure(
            "De lijn bij stelling 3. Twaalf mensen staan van niet akkoord naar akkoord.",
            svg=line_drawing(430), width="page",
            caption="Stelling 3, op de kennismaking van 24 september. Wie opschoof, laat "
            "voetstappen na vanaf de oude plaats.",
        ),
        Beside((
            (
                Quotation("‘Welkom’ staat bij ons op de deur. Maar de deur gaat open met een code.",
                          "Wout, Knikkerzak", 6, 2),
                Paragraph("Wout schoof op naar niet akkoord. Ayşe ging de andere kant uit: ‘Ik "
                          "dacht aan wie er niet komt.’"),
            ),
            (
                Heading("Wat we noteerden", 2),
                Remark("Achterom betekent: langs de keuken. Wie het weet, voelt zich thuis.",
                       "Greet, Het Achterom", 5),
                Remark("Een vaste bank aan de ingang. Wie wacht, zit al binnen.",
                       "Marleen, De Vensterbank", 2),
                Remark("We groeten de kinderen bij naam, de ouders nog niet.",
                       "Blessing, Zevenhoek", 4),
            ),
        ), (3, 3)),
    )  # fmt: skip


def organisation() -> tuple[Block, ...]:
    """The page of an organisation."""
    left = (
        Figure("Een tuinpoort die open staat.", svg=card(5),
               caption="Hun kaart: ‘Je ziet van op straat dat je binnen mag.’"),
        Heading("Op bezoek", 2),
        Remark("Zevenhoek", "Lien en Ayşe, februari", 4),
        Remark("De Regenton", "Ayşe alleen, maart", 1),
        Heading("Over de vloer", 2),
        Remark("De Vensterbank", "Marleen en Idris, januari", 2),
        Remark("Het Achterom", "Greet en Bilal, maart", 5),
        Quotation("Eerst de jas, dan de vraag.", "Leuze van Het Achterom", None, 1),
    )  # fmt: skip
    right = (
        Paragraph("Hun leervraag"),
        Quotation("Hoe kunnen wij ouders leren kennen die alleen even aan de deur staan?"),
        Beside((
            (Heading("Sterke koffie", 3), Paragraph("Ouders blijven de eerste week.")),
            (Heading("Suiker", 3), Paragraph("Papa’s spreken we aan. Opa’s nog niet.")),
            (Heading("Koffiebonen", 3), Paragraph("Eén middag per maand koken ouders hier.")),
        ), (2, 2, 2)),
        Heading("Uit het cadeautje van De Vensterbank", 2, kind="gifts"),
        Figure("Foto van een bank bij een deur.", photo=photo(800, 450),
               caption="‘Zo zie ik jullie.’ Marleen tekende de deur die nooit dichtvalt."),
    )  # fmt: skip
    doing = (
        Paragraph("Lien trekt het, De Regenton leent de bank.",
                  strong="Een bank aan de schoolpoort, elke dinsdag vanaf acht uur."),
        Paragraph("bij een eerste bezoek. Ayşe vraagt drie ouders, tegen 1 mei.",
                  strong="Ouders leiden zelf rond"),
    )  # fmt: skip
    return (
        Heading("Kattenstaart", 1, tile=3),
        Paragraph("Kinderopvang voor 42 kinderen, in een oude wasserij aan het water.",
                  style="lead"),
        Paragraph(", kinderbegeleider, en Ayşe, coördinator", strong="Lien"),
        Beside((left, right), (2, 4)),
        Rule(foot=True),
        Beside(((Heading("Wat ze doen", 2),), doing), (2, 4)),
    )  # fmt: skip


def visits() -> tuple[Block, ...]:
    """The web of visits, and a table."""
    return (
        Heading("Zeven keer over de vloer", 1),
        Paragraph("Het nummer staat bij wie vertrok. Kattenstaart ging twee keer op pad en kreeg "
                  "twee keer bezoek.", style="lead"),
        Figure("Het dorp met de bezoeken.", svg=village()),
        Rule(),
        Bullets(("Katrien en Samir bij Het Achterom, januari",
                 "Greet en Bilal bij Kattenstaart, maart",
                 "Marleen en Idris bij Kattenstaart, januari",
                 "Nadia en Wout bij De Vensterbank, februari",
                 "Joris en Blessing bij Knikkerzak, februari"), ordered=True, columns=2),
        Table(("Bezoek", "Wie", "Wanneer", "Wat ze meenamen"), (
            ("Het Achterom", "Katrien en Samir", "januari", "De keukendeur als voordeur"),
            ("Kattenstaart", "محمد بن علي en 王小明", "maart", "Eerst de jas, dan de vraag"),
        ), "Wie bij wie ging", (3, 3, 2, 4)),
        Quotation("De koffie smaakt elders hetzelfde. Wie ze schenkt, maakt het verschil.",
                  "Samir, na drie dagen bij Het Achterom", 1, 2),
    )  # fmt: skip


def quotes() -> tuple[Block, ...]:
    """A page of quotations on a floor."""
    said = (
        ("Drie dagen lang vroeg niemand hoe het beter kon. Dat was een opluchting.",
         "Bilal, Het Achterom", 5),
        ("Sinds februari bel ik Joris, en niet langer een dienst.", "Nadia, Knikkerzak", 6),
        ("Ik vergeet de soep niet, en ook niet wie ze roerde.", "zonder naam", None),
        ("Nu zwijg ik iets langer. De ouders vullen het in.", "iemand van Zevenhoek", 4),
    )  # fmt: skip
    small = [Quotation(text, who, tile) for text, who, tile in said]
    return (
        PageBreak("floor", (1, 5)),
        Heading("Wat blijft hangen", 2),
        Quotation("Ik kwam om iets te leren over hén. Ik reed naar huis met vragen over ons.",
                  "Katrien, De Regenton", 1, 3),
        Beside(((small[0],), (small[1],)), (3, 3)),
        Beside(((small[2],), (small[3],)), (3, 3)),
    )  # fmt: skip


def track_report() -> Document:
    """Some pages of the report of a track."""
    return Document(
        f"{TRACK}: verslag van het traject",
        (
            cover(), PageBreak(), *statement(), PageBreak(), *organisation(), PageBreak(),
            *visits(), *quotes(), PageBreak(), Heading("Wat we leerden", 1),
            Bullets(("Bel niet, klop.", "Vraag eerst wat iemand meebrengt.")),
        ),
        head=TRACK, tiles=(1, 2, 3, 4, 5, 6),
    )  # fmt: skip


def bundle() -> Document:
    """The cover of an organisation's bundle, and its page."""
    return Document(
        "Bundel van Kattenstaart",
        (
            Cover("Kattenstaart",
                  "Jullie fiche, jullie koffie, twee bezoeken, twee cadeautjes en wat jullie nu "
                  "gaan doen.", date="juni 2027", floor=((3, 0, 3, 0, 3, 0),),
                  kicker="Om mee te nemen", dedication="Voor Lien en Ayşe, en voor hun team."),
            PageBreak(),
            *organisation(),
        ),
        head=TRACK, tiles=(3,),
    )  # fmt: skip
