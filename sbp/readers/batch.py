"""Folders and zip archives: each file by its own reader. One that cannot be read is set aside and the rest goes on."""

import re
import stat
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from attrs import evolve, field, frozen

from sbp.errors import ExportError
from sbp.mapping.documents import DOCUMENT
from sbp.readers.packed import BROKEN, LARGEST, is_bomb
from sbp.readers.rows import Export, Row

FILE: Final = "(file)"
"""The column that holds the file's name without its suffix, when more than one file is read."""

_MOST_FILES: Final = 100_000
_MOST_BYTES: Final = 8 << 30
_CHUNK: Final = 1 << 20
_NOT_DATA: Final = frozenset({".yaml", ".yml", ".ini", ".db", ".log"})
_ARCHIVES: Final = frozenset({".zip", ".7z", ".rar", ".gz", ".tar"})
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f]")
LINKS: Final = "Links to other places are not followed; {} left out."
NESTED: Final = "An archive inside another is not opened. Unpack it first."
LOCKED: Final = "The file is protected by a password. Save it without one and try again."
TOO_LARGE: Final = "The file would unpack to far more than it should, and was left packed."
BROKEN_MEMBER: Final = "The file is damaged in the archive and cannot be unpacked."

Opener = Callable[[Path], Export]


@frozen
class _Member:
    """A file of the batch: where it lies, what it is called, and why it cannot be read."""

    path: Path
    name: str
    problem: str = ""


@frozen
class _Batch:
    """The files of a folder or an archive; `kept` holds the place where an archive was unpacked."""

    place: Path
    members: tuple[_Member, ...]
    open_one: Opener = field(repr=False)
    kept: "TemporaryDirectory[str] | None" = None


def read_folder(path: Path, open_one: Opener) -> Export:
    """Open every file below a folder, in the order of their names. Links are not followed."""
    members: list[_Member] = []
    links = 0
    for found in sorted(path.rglob("*")):
        name = found.relative_to(path).as_posix()
        if found.is_symlink():
            links += 1
        elif found.is_file() and _is_data(name):
            members.append(_Member(found, name))
    return _export(_Batch(path, tuple(members), open_one), links)


def read_zip(path: Path, open_one: Opener) -> Export:
    """Open every file of an archive. It is unpacked under names of our own into a folder that is deleted afterwards."""
    kept = TemporaryDirectory(prefix="sbp-", ignore_cleanup_errors=True)
    try:
        with zipfile.ZipFile(path) as packed:
            infos = [info for info in packed.infolist() if not info.is_dir()]
            if len(infos) > _MOST_FILES:
                raise ExportError(f"{path} holds more than {_MOST_FILES:,} files. Unpack it and name its folders.")
            links = [info for info in infos if stat.S_ISLNK(info.external_attr >> 16)]
            wanted = [info for info in infos if info not in links and _is_data(info.filename)]
            members = tuple(_unpacked(packed, wanted, Path(kept.name)))
    except BROKEN:
        raise ExportError(f"{path} is not a zip archive that can be read. Make it again.") from None
    return _export(_Batch(path, members, open_one, kept), len(links))


def _is_data(name: str) -> bool:
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith((".", "~$", "__MACOSX")) and part != ".." for part in parts)
    return not hidden and PurePosixPath(name).suffix.lower() not in _NOT_DATA


def _unpacked(packed: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo], folder: Path) -> Iterator[_Member]:
    left = _MOST_BYTES
    for place, info in enumerate(sorted(infos, key=lambda info: info.filename)):
        name = _UNSEEN.sub("", "/".join(part for part in PurePosixPath(info.filename).parts if part not in ("..", "/")))
        path = folder / f"{place}{re.sub(r'[^.a-z0-9]', '', PurePosixPath(name).suffix.lower())}"
        if info.flag_bits & 1:
            yield _Member(path, name, LOCKED)
        elif is_bomb(info) or info.file_size > min(left, LARGEST):
            yield _Member(path, name, TOO_LARGE)
        else:
            problem = _unpack(packed, info, path)
            left -= info.file_size
            yield _Member(path, name, problem)


def _unpack(packed: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> str:
    """Write one file of an archive, as many bytes as the archive says it has."""
    try:
        with packed.open(info) as source, path.open("wb") as target:
            while chunk := source.read(_CHUNK):
                target.write(chunk)
    except BROKEN as problem:
        if isinstance(problem, OSError) and problem.errno is not None:
            raise ExportError(f"The archive cannot be unpacked: {problem.strerror}. Is the disk full?") from None
        path.unlink(missing_ok=True)
        return BROKEN_MEMBER
    return ""


def _export(batch: _Batch, links: int) -> Export:
    if not batch.members:
        raise ExportError(f"{batch.place} holds no files to read. Name the folder that holds the export.")
    columns: dict[str, None] = {}
    notes: dict[str, None] = {LINKS.format(links): None} if links else {}
    members = []
    for member in batch.members:
        seen, export = _tried(member, batch)
        members.append(seen)
        if export:
            columns |= dict.fromkeys(export.columns)
            notes |= dict.fromkeys(_told(note, member, batch) for note in export.notes)
    if all(member.problem for member in members):
        raise ExportError(
            f"{batch.place} holds no file that can be read. The first, {members[0].name}: {members[0].problem}"
        )
    is_batch = len(members) > 1
    if is_batch:
        columns[FILE] = None
    batch = evolve(batch, members=tuple(members))
    return Export(
        file=batch.place.name, columns=tuple(columns), rows=_rows(batch, is_batch=is_batch), notes=tuple(notes)
    )


def _tried(member: _Member, batch: _Batch) -> tuple[_Member, Export | None]:
    if member.problem:
        return member, None
    if Path(member.name).suffix.lower() in _ARCHIVES:
        return evolve(member, problem=NESTED), None
    try:
        return member, batch.open_one(member.path)
    except ExportError as problem:
        return evolve(member, problem=_sentence(problem, member)), None


def _sentence(problem: ExportError, member: _Member) -> str:
    said = str(problem).replace(str(member.path), "The file").replace(member.path.name, "The file")
    return f"{said[0].upper()}{said[1:]}"


def _told(note: str, member: _Member, batch: _Batch) -> str:
    return (
        note if len(batch.members) == 1 or note.startswith("The text was read as UTF-8") else f"{member.name}: {note}"
    )


def _rows(batch: _Batch, *, is_batch: bool) -> Iterator[Row]:
    try:
        for member in batch.members:
            if member.problem:
                yield Row(file=member.name, number=1, problem=member.problem)
            else:
                yield from _member_rows(member, batch.open_one, is_batch=is_batch)
    finally:
        if batch.kept:
            batch.kept.cleanup()


def _member_rows(member: _Member, open_one: Opener, *, is_batch: bool) -> Iterator[Row]:
    stem = member.name.removesuffix(Path(member.name).suffix)
    number = 0
    try:
        for row in open_one(member.path).rows:
            number = row.number
            cells = dict(row.cells)
            if DOCUMENT in cells:
                cells[DOCUMENT] = stem
            if is_batch and cells:
                cells[FILE] = stem
            yield evolve(row, file=member.name, cells=cells)
    except ExportError as problem:
        yield Row(file=member.name, number=number + 1, problem=_sentence(problem, member))
