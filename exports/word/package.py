"""The parts of a Word file, put together so that the same text gives the same bytes."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the time that every entry of the archive bears
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def letters(value: str) -> str:
    """Give letters as they stand in XML, without the signs that XML does not allow."""
    if value.isprintable() and not ("&" in value or "<" in value or ">" in value):
        return value  # nearly always: no sign that is looked for below is printable
    return escape(_FORBIDDEN.sub("", value))


def attribute(value: str) -> str:
    """Give a value as it stands in XML, in its quotation marks."""
    return quoteattr(_FORBIDDEN.sub("", value))


@dataclass
class Part:
    """One part of a Word file, and the parts and addresses that it refers to."""

    name: str  # its path in the archive: "word/document.xml"
    kind: str  # its content type
    xml: str = ""
    references: dict[tuple[str, str], str] = field(default_factory=dict)

    def refer(self, relationship: str, target: str) -> str:
        """Refer to another part by its path, or to an address outside the file; gives the reference's id."""
        return self.references.setdefault((relationship, target), f"rId{len(self.references) + 1}")

    def fill(self, root: str, content: str, attributes: str = "") -> None:
        """Give the part its content, inside a root element of the word-processing namespace."""
        self.xml = f"{_DECLARATION}<w:{root} {_NAMESPACES}{attributes}>{content}</w:{root}>"


def core_properties(title: str, language: str) -> str:
    """Say of a file its title and its language, and nothing else."""
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{letters(title)}</dc:title>'
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )


def pack(document: Part, others: list[Part], language: str, title: str) -> bytes:
    """Put the parts into an archive; nothing in it says when, where or by whom it was made."""
    package = Part("", "")
    package.refer(RT.OFFICE_DOCUMENT, document.name)
    core = Part("docProps/core.xml", CT.OPC_CORE_PROPERTIES, core_properties(title, language))
    package.refer(RT.CORE_PROPERTIES, core.name)
    parts = [document, *others, core]
    archive = BytesIO()
    with ZipFile(archive, "w") as file:
        for name, content in (
            ("[Content_Types].xml", _content_types(parts)),
            ("_rels/.rels", _relationships(package)),
            *((part.name, part.xml) for part in parts),
            *((_place(part), _relationships(part)) for part in parts if part.references),
        ):
            entry = ZipInfo(name, LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            file.writestr(entry, content)
    return archive.getvalue()


def _place(part: Part) -> str:
    folder, _, name = part.name.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _content_types(parts: list[Part]) -> str:
    kinds = "".join(f'<Override PartName="/{part.name}" ContentType="{part.kind}"/>' for part in parts)
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CT.XML}"/>{kinds}</Types>'
    )


def _relationships(part: Part) -> str:
    found = []
    for (kind, target), id in part.references.items():
        outside = ' TargetMode="External"' if kind == RT.HYPERLINK else ""
        target = target if outside else f"/{target}"
        found.append(f'<Relationship Id="{id}" Type="{kind}" Target={attribute(target)}{outside}/>')
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(found)}</Relationships>'
