"""Our font inside a file of Word, so that it looks the same where the font is not installed.

A font is embedded as ECMA-376 part 4 says: its first 32 bytes are mixed with a key that stands
beside it.
"""

from __future__ import annotations

import uuid
from functools import lru_cache

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from lxml import etree

from exercises.kit.drawing.lettering import FAMILY, Weight, font_file

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONT_RELATION = f"{_RELATIONS}/font"
_MEDIA = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_MIXED = 32
_FORMS: tuple[tuple[str, Weight], ...] = (("embedRegular", 400), ("embedBold", 700))


def embed_fonts(document: WordDocument) -> None:
    """Put regular and bold of our font in the file."""
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    root = etree.fromstring(table.blob)
    font = etree.SubElement(root, f"{{{_WORD}}}font", {f"{{{_WORD}}}name": FAMILY})
    for number, (form, weight) in enumerate(_FORMS, start=1):
        key, content = _mixed(weight)
        name = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(name, _MEDIA, content, table.package)
        etree.SubElement(
            font,
            f"{{{_WORD}}}{form}",
            {
                f"{{{_RELATIONS}}}id": table.relate_to(part, _FONT_RELATION),
                f"{{{_WORD}}}fontKey": key,
            },
        )
    # A part that python-docx only passes on has no call to change what is in it.
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    document.settings.element.insert(0, OxmlElement("w:embedTrueTypeFonts"))


@lru_cache
def _mixed(weight: Weight) -> tuple[str, bytes]:
    """The key, and the font with its beginning mixed with it."""
    content = font_file(weight).read_bytes()
    key = uuid.uuid5(uuid.NAMESPACE_URL, f"{FAMILY} {weight}")
    mask = (key.bytes[::-1] * 2)[:_MIXED]
    begin = bytes(one ^ two for one, two in zip(content[:_MIXED], mask, strict=True))
    return f"{{{str(key).upper()}}}", begin + content[_MIXED:]
