"""The language of a workbook, which xlsxwriter has no setting for."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

_CORE = "docProps/core.xml"
_END = b"</cp:coreProperties>"


def with_language(workbook: bytes, tag: str) -> bytes:
    """The same workbook, with its language among the properties of the document."""
    out = BytesIO()
    with ZipFile(BytesIO(workbook)) as before, ZipFile(out, "w") as after:
        for entry in before.infolist():
            part = before.read(entry)
            if entry.filename == _CORE:
                part = part.replace(_END, f"<dc:language>{tag}</dc:language>".encode() + _END)
            after.writestr(entry, part)
    return out.getvalue()
