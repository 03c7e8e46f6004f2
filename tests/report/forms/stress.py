"""What people may type, put in every place of a document."""

from __future__ import annotations

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
from tests.report.forms.made import SQUARE

LONG_WORD = "wijkgezondheidscentrumverantwoordelijkenvergadering"
ADDRESS = "https://www.voorbeeld.be/" + "een-heel-lang-adres/" * 8 + "?x=1&y=2"
NO_SPACES = "W" * 120
TEN_THOUSAND = ("Een lange tekst met gewone woorden, en dan nog wat. " * 200)[:10_000]
NO_SPACES_TEN_THOUSAND = "x" * 10_000
MIXED = (
    "Ayşe Łukasz Nguyễn Ελένη Дмитро محمد بن علي אברהם हिन्दी 王小明 かな 한국어 ትግርኛ ไทย "
    "👩‍👩‍👧 ❤️ 🇧🇪 👍🏽 ✓ → ½ 𓀀𓀁 \u202eomgekeerd\u202c \u0000\ud800 a\u0e47"
)
TEXTS = {
    "long word": LONG_WORD, "address": ADDRESS, "no spaces": NO_SPACES,
    "ten thousand": TEN_THOUSAND, "ten thousand without spaces": NO_SPACES_TEN_THOUSAND,
    "mixed": MIXED, "formula": '=HYPERLINK("http://x";"y")',
    "markup": '#include("x") $x$ *a* _b_ <script> \\ `',
    "lines": "een\n\n\n\ntwee\r\ndrie\t vier",
}  # fmt: skip


def blocks_of(text: str) -> tuple[Block, ...]:
    """Every block with the text in it."""
    return (
        Heading(text, 1, area=1, kicker=text), Heading(text, 2, kind="gifts"), Heading(text, 3),
        Paragraph(text, strong=text[:200]), Paragraph(text, style="lead"),
        Paragraph(text, style="small"), Bullets((text, "kort")),
        Bullets((text, text, "kort"), ordered=True, columns=2),
        *(Quotation(text, text[:300], 1, size) for size in (1, 2, 3)),
        Remark(text, text[:300], 2), Dated(((text[:300], text), ("morgen", text))),
        TileList((Listed(1, text, text), Listed(2, "x", text))),
        Figure("Een vierkant", svg=SQUARE, caption=text, share=0.1), Rule(),
    )  # fmt: skip


def document(text: str) -> Document:
    """Every block with the text, alone, in columns and in a table."""
    return Document(
        text,
        (
            Cover(text, text, text, text[:100], ((1, 2, 3),), text[:200], text),
            PageBreak(), *blocks_of(text), Heading(text, 1, tile=3), Paragraph(text, style="lead"),
            PageBreak("floor", (1, 2)), Quotation(text, text[:300], 1, 3), PageBreak(),
            Beside(((Paragraph(text),), (Quotation(text, text[:300], 3, 3),)), (2, 4)),
            Beside(((Heading(text, 1, tile=1),), (Remark(text, "x", 2),), (Bullets((text,)),)),
                   (2, 2, 2)),
            Together((Paragraph(text), Figure("Vierkant", svg=SQUARE, share=0.2))),
            Table((text[:300], "Wie", "Wat", "Waar", "Wanneer"),
                  ((text, "x", text, "", text), ("x",) * 5), text, (1, 1, 1, 1, 2)),
        ),
        head=text[:300], tiles=tuple(range(1, 20)),
    )  # fmt: skip


def sheet(text: str) -> Document:
    """A sheet with the text in it."""
    blocks = (Heading(text, 1), Paragraph(text), Rule(foot=True), Dated((("x", text),)))
    return Document(text, blocks, head=text[:100], kind="sheet", date=text[:50])
