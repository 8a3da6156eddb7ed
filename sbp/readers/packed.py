"""Is it safe to unpack this? Zip files, and the workbooks and Word files that are zip files inside."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sbp.errors import ExportError

LARGEST: Final = 2 << 30
"""How many bytes one packed file may unpack to."""

MOST_CELLS: Final = 20_000_000
"""How large the rectangle of a sheet may be, from its first cell to its last."""

_SMALL: Final = 64 << 20
_MOST_TIMES: Final = 200
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 300
_COLUMN: Final = re.compile(rb'<c r="([A-Z]{1,3})\d+"[^>]*(?<!/)>')
_ROW: Final = re.compile(rb'<row r="(\d+)"[^>]*(?<!/)>')
_REPEATED: Final = re.compile(
    rb'<table:table-cell[^>]*number-columns-repeated="(\d+)"[^>]*(?<!/)>|'
    rb'number-rows-repeated="(\d+)"[^>]*>(?:<table:table-cell[^>]*/>)*<table:table-cell[^>]*(?<!/)>'
)
BROKEN: Final = (OSError, RuntimeError, NotImplementedError, ValueError, EOFError, zlib.error, zipfile.BadZipFile)
"""What unpacking may raise."""


def check_packed(path: Path) -> None:
    """Raise `ExportError` when a packed file would unpack to far more than it should, or cannot be unpacked."""
    try:
        with zipfile.ZipFile(path) as packed:
            infos = packed.infolist()
    except BROKEN:
        raise ExportError(f"{path} is damaged and cannot be unpacked. Save or export it again.") from None
    if any(info.flag_bits & 1 for info in infos):
        raise ExportError(f"{path} is protected by a password. Save it without one and try again.")
    if sum(info.file_size for info in infos) > LARGEST or any(is_bomb(info) for info in infos):
        raise ExportError(f"{path} would unpack to far more than it should. Is it really an export?")


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether a packed file is so much larger unpacked that no export could be."""
    return info.file_size > _SMALL and info.file_size > _MOST_TIMES * max(1, info.compress_size)


def check_extent(path: Path) -> bool:
    """Whether an Excel or OpenDocument workbook holds formulas.

    Raises `ExportError` when a sheet's cells lie so far apart that opening it would fill the memory.
    """
    formulas = False
    try:
        with zipfile.ZipFile(path) as packed:
            for info in packed.infolist():
                if info.filename.startswith("xl/worksheets/") and info.filename.endswith(".xml"):
                    area, has_formulas = _sheet(_chunks(packed, info))
                    formulas = formulas or has_formulas
                elif info.filename == "content.xml":
                    area = max((_repeats(chunk) for chunk in _chunks(packed, info)), default=0)
                else:
                    continue
                if area > MOST_CELLS:
                    raise ExportError(
                        f"{path} has a sheet whose cells lie too far apart to be a table. "
                        "Delete the empty rows and columns and what stands beyond them, or save it as CSV UTF-8."
                    )
    except BROKEN:
        raise ExportError(f"{path} is damaged and cannot be unpacked. Save or export it again.") from None
    return formulas


def _chunks(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The file in pieces that overlap, so that what lies across a border is seen."""
    tail = b""
    with packed.open(info) as handle:
        while chunk := handle.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-_OVERLAP:]


def _sheet(chunks: Iterator[bytes]) -> tuple[int, bool]:
    """How many cells the rectangle of a sheet has, and whether it holds formulas."""
    columns: set[bytes] = set()
    rows = 0
    formulas = False
    for chunk in chunks:
        columns.update(_COLUMN.findall(chunk))
        rows = max([rows, *map(int, _ROW.findall(chunk)[-1:])])
        formulas = formulas or b"<f>" in chunk or b"<f " in chunk
    return rows * max((_number(column) for column in columns), default=0), formulas


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _repeats(chunk: bytes) -> int:
    """The most cells that one cell of an OpenDocument sheet stands for, were its whole row as wide."""
    return max((int(columns or rows) * 1024 for columns, rows in _REPEATED.findall(chunk)), default=0)
