"""Opening a file that somebody sent: what it may hold is decided before anything in it is opened."""

import posixpath
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from drafting.messages import Unreadable

MEGABYTE = 1_000_000
MOST_COMPRESSED = 20 * MEGABYTE
MOST_UNPACKED = 120 * MEGABYTE
MOST_ENTRIES = 2_000

_READ = (".xml", ".rels")
_OLE = b"\xd0\xcf\x11\xe0"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", "wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", "officeDocument/2006/relationships"),
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Archive:
    """A Word file whose size and number of entries are within bounds; its parts are read one by one."""

    def __init__(self, content: bytes) -> None:
        """Check the file; Unreadable, in plain words, where it is no Word file or too large a one."""
        _refuse_others(content)
        try:
            self._file = ZipFile(BytesIO(content))
            entries = self._file.infolist()
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable("The file is damaged: it cannot be unpacked.") from error
        if len(entries) > MOST_ENTRIES:
            raise Unreadable(
                "The file holds {count} parts; at most {most} are read.",
                count=len(entries),
                most=MOST_ENTRIES,
            )
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            most = MOST_UNPACKED // MEGABYTE
            raise Unreadable("Unpacked, the file would be larger than {most} MB.", most=most)
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable("The file is protected by a password; save it without one and try again.")
        self._names = {entry.filename.lower(): entry.filename for entry in entries}
        self._left = MOST_UNPACKED

    def words_alone(self) -> bytes:
        """Give the file without pictures and whatever else is never read."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as file:
            for name in sorted({*self._names.values()}):
                if name.lower().endswith(_READ) and not name.lower().startswith("customxml"):
                    file.writestr(ZipInfo(name), self._content(name, name), ZIP_DEFLATED)
        return out.getvalue()

    def part(self, name: str) -> etree._Element | None:
        """Read a part by its path, or nothing where the file has none of this name."""
        found = self._names.get(name.lower())
        return _parsed(self._content(found, name), name) if found is not None else None

    def _content(self, found: str, name: str) -> bytes:
        try:
            with self._file.open(found) as entry:
                content = entry.read(self._left + 1)
        except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zlib.error) as error:
            raise Unreadable("The file is damaged: {part} cannot be unpacked.", part=name) from error
        self._left -= len(content)
        if self._left < 0:
            most = MOST_UNPACKED // MEGABYTE
            raise Unreadable("Unpacked, the file would be larger than {most} MB.", most=most)
        return content

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Give what a part refers to: kind of the reference and target, by the reference's id."""
        folder, _, file = name.rpartition("/")
        root = self.part(f"{folder}/_rels/{file}.rels".lstrip("/"))
        found = {}
        for each in root.iter(_RELATION) if root is not None else ():
            target, kind = each.get("Target", ""), each.get("Type", "").rpartition("/")[2]
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = (kind, target)
        return found

    @property
    def document(self) -> str:
        """The path of the part that holds the text."""
        for kind, target in self.related("").values():
            if kind == "officeDocument" and target.lower() in self._names:
                return target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise Unreadable("The file is an archive, but not a Word document (.docx).")


def _refuse_others(content: bytes) -> None:
    if len(content) > MOST_COMPRESSED:
        raise Unreadable("The file is larger than {most} MB.", most=MOST_COMPRESSED // MEGABYTE)
    if not content:
        raise Unreadable("The file is empty.")
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Unreadable("The file is protected by a password; save it without one and try again.")
        raise Unreadable("The file is in an old format of Word (.doc); save it as .docx and try again.")
    if content.startswith(b"%PDF"):
        raise Unreadable("The file is a PDF, not a Word document (.docx).")
    if content.startswith(rb"{\rtf"):
        raise Unreadable("The file is in rich text format (.rtf); save it as .docx and try again.")
    if not content.startswith(b"PK"):
        raise Unreadable("The file is not a Word document (.docx).")


def _parsed(content: bytes, name: str) -> etree._Element:
    for strict, usual in _STRICT:
        content = content.replace(strict, f"http://schemas.openxmlformats.org/{usual}".encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("The file is damaged: {part} cannot be read.", part=name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(
            "The file declares entities of its own in {part}, which a Word document never does.", part=name
        )
    return root
