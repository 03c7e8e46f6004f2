"""The blocks of a document: what exercises give to reports, and what PDF, Word and HTML show.

A document is made once, as a tree of these blocks, and written in each form by `report.forms`: the
same words in the same order in all of them. Texts are plain and come as people wrote them; a form
escapes what it must. Part of the contract, and imported from here.

Widths are counted in the six columns of a page of A4 (22 mm each, 6 mm between them).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

COLUMNS_OF_A_PAGE = 6
ParagraphStyle = Literal["body", "lead", "small"]
FigureWidth = Literal["column", "page"]
SectionPlace = Literal["main", "opening", "side", "ahead"]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 begins a page's subject, 2 a part of it, 3 a small part. `large`: set as
    level 1 whatever its level, for words that a page is about. `quiet`: set small, above those.

    Before it stands at most one drawing: the tile of an organisation (1 to 12), the sign of an area
    (1 to 4), or the sign of an exercise (`kind`). `kicker`: a short line above it; a second line in
    it is set larger. On a page of A4 the paragraphs that follow a heading of level 1 with a tile
    stand beside that tile, and the head of the page then shows only that tile.
    """

    text: str
    level: Literal[1, 2, 3] = 2
    tile: int | None = None
    area: int | None = None
    kind: str = ""
    kicker: str = ""
    large: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text; `strong` is its beginning, in bold, after which a space is set unless the text
    goes on with a mark such as a comma. A line end in it stays a line end."""

    text: str
    strong: str = ""
    style: ParagraphStyle = "body"


@dataclass(frozen=True)
class Bullets:
    """A list; `ordered` numbers it from 1. Short items may stand in two `columns`, which are read
    one after the other: at most twelve items stay on one page. `small` letters are for what is
    looked up rather than read."""

    items: tuple[str, ...]
    ordered: bool = False
    columns: Literal[1, 2] = 1
    small: bool = False


@dataclass(frozen=True)
class Quotation:
    """What somebody said, set larger than the text. `who`: as far as consent allows, "" for nobody;
    `tile` belongs to `who`. `size` 1 is 15 pt, 2 is 22 pt, 3 is 42 pt."""

    text: str
    who: str = ""
    tile: int | None = None
    size: Literal[1, 2, 3] = 2


@dataclass(frozen=True)
class Remark:
    """A sentence that was noted, with the tile and name of whom it is from, where shown."""

    text: str
    who: str = ""
    tile: int | None = None


@dataclass(frozen=True)
class Dated:
    """What was agreed: a day in words and what then, in the order of the days."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Listed:
    """One organisation of a `TileList`."""

    tile: int
    name: str
    text: str = ""


@dataclass(frozen=True)
class TileList:
    """Organisations by their tile, with a line of text each, in up to three columns."""

    entries: tuple[Listed, ...]


@dataclass(frozen=True)
class Table:
    """Only where a sentence will not do. `caption` says what it shows; each row is as long as
    `head`. `widths`: relative, empty for even columns."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A drawing or a photo: `svg` text, or the bytes of a JPEG or PNG in `photo`.

    `alt` says in words what can be seen, for who can't see it. `width` "page" runs over the full
    width of the paper, "column" over the column it stands in; `share` makes it narrower than that,
    from 0 to 1. `crop`: of the SVG only this part, as x, y, width, height in its own units.
    """

    alt: str
    svg: str = ""
    photo: bytes = b""
    caption: str = ""
    width: FigureWidth = "column"
    share: float = 1.0
    crop: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Rule:
    """A line of ink between two parts; with `foot`, it and what follows stand at the foot of the
    page."""

    foot: bool = False


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page, up to the next break. `ground` "floor" is a page for a
    quotation: paper, with a floor at its foot and on it the `guests`, at most six, by their tile.
    `soft`: only where less than half of the page before it is left, so that pages are filled.
    """

    ground: Literal["white", "floor"] = "white"
    guests: tuple[int, ...] = ()
    soft: bool = False


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page, as far as they fit on one."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Beside:
    """Blocks beside each other; where there is no room (a phone), one below the other, in this
    order. `widths` counts columns of the page for each part: (2, 4), (3, 3), (4, 2) or, for
    short parts, (2, 2, 2)."""

    parts: tuple[tuple[Block, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class Cover:
    """A first page: title, what it is, a sentence at its foot, and the day it is of. `kicker`: a
    line above the title; `dedication`: for whom it is.

    `floor`: rows of tiles that it shows, 0 for a bare one. On each tile of the first row two people
    stand; where that row shows one organisation only, two large ones stand on the whole floor.
    """

    title: str
    subtitle: str = ""
    foot: str = ""
    date: str = ""
    floor: tuple[tuple[int, ...], ...] = ()
    kicker: str = ""
    dedication: str = ""


Block: TypeAlias = (
    Heading | Paragraph | Bullets | Quotation | Remark | Dated | TileList | Table | Figure | Rule
    | PageBreak | Together | Beside | Cover
)  # fmt: skip


@dataclass(frozen=True)
class Section:
    """What an exercise gives to a report: blocks, and where they belong.

    `area`: the number of the area they are about, None for none or for all. `organisation`: the id
    of the organisation whose page or bundle they belong on, "" for the group. `title` is what the
    section is called among others ("De lijn"); the blocks don't repeat it. `called`: what it is, in
    words that a sentence to the organisation can hold ("jullie fiche"), "" for the title. `only`:
    the document it is for, where it does not go into both: a bundle has all that an organisation
    was given, a report less of it. One for the page of an organisation in the report only brings
    its own headings; elsewhere the title stands above it. `place`: on that page, "opening" for
    words beside its tile, "side" for what is short. One for the group goes with "ahead" to the
    part that tells what happens now, without its title. `latest`: where the same exercise was done
    in several meetings, only the last of its sections of this title is told.
    """

    title: str
    blocks: tuple[Block, ...]
    area: int | None = None
    organisation: str = ""
    only: Literal["", "report", "bundle"] = ""
    called: str = ""
    place: SectionPlace = "main"
    latest: bool = False


@dataclass(frozen=True)
class Summary:
    """What came of one exercise, for the sheet of the evening: one to four sentences, at most one
    figure, and at most one quotation. `did`: what people did, in words that can follow 'We'
    ('stonden op de lijn'), "" to say nothing. `spare`: a full sheet may do without the figure."""

    sentences: tuple[str, ...]
    figure: Figure | None = None
    quotation: Quotation | None = None
    did: str = ""
    spare: bool = False


@dataclass(frozen=True)
class Document:
    """A whole document. `head`: what stands above every page but the first, beside `tiles`.

    `kind` "sheet" is one page without head and foot, with narrower margins; it begins with `head`
    and `date` on a line. "book" has head and foot.
    """

    title: str
    blocks: tuple[Block, ...]
    head: str = ""
    tiles: tuple[int, ...] = field(default=())
    kind: Literal["sheet", "book"] = "book"
    date: str = ""
