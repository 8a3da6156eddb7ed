"""A mapping for an export that nobody has mapped yet: read once for its shape, and never kept."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sbp.cld.fields import is_client_level_data
from sbp.errors import ExportError, MappingError
from sbp.mapping import Mapping as ExportMapping
from sbp.mapping import load_mapping
from sbp.mapping.drafting import NO_HEADER, Draft, draft
from sbp.readers import open_export


def drafted(path: Path, system: str = "") -> Draft:
    """Draft a mapping for an export; `system` names a preset, and is found by the columns when left out.

    Raises `ExportError` when the export or every row of it cannot be read, `MappingError` when there is no such preset.
    """
    columns = open_export(path).columns
    if is_client_level_data(columns):
        raise ExportError(f"{path} is Client Level Data. Check it with 'sbp cld', or name it beside forms with --cld.")

    def rows() -> Iterator[Mapping[str, object]]:
        return (row.cells for row in open_export(path).rows if not row.problem)

    found = draft(columns, rows, path.name, system)
    if found.unclear and next(rows(), None) is None:
        torn = next(open_export(path).rows)
        raise ExportError(
            f"No row of {path} can be read. Row {torn.number}: {torn.problem} Export it again, or as Excel (.xlsx)."
        )
    return found


def mapping_of(path: Path, mapping: Path | None) -> tuple[ExportMapping, tuple[str, ...]]:
    """The mapping that was named for an export or, without one, a draft of it and what that takes for what.

    Raises `MappingError` when the mapping cannot be used, or when a draft is not clear enough to go by.
    """
    if mapping:
        return load_mapping(mapping), ()
    found = drafted(path)
    if found.mapping is None:
        if found.unclear == (NO_HEADER,):
            raise MappingError(f"{path} cannot be mapped. {NO_HEADER}")
        unclear = "".join(f"\n  - {sentence}" for sentence in found.unclear)
        raise MappingError(
            f"{path} needs a mapping:{unclear}\n'sbp map' drafts one to finish; name it with --mapping FILE."
        )
    return found.mapping, found.assumed
