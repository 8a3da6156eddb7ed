"""A mapping for an export that nobody has mapped yet: read once for its shape, and never kept."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sbp.cld.fields import is_client_level_data
from sbp.errors import ExportError
from sbp.mapping.drafting import Draft, draft
from sbp.readers import open_export


def drafted(path: Path, system: str = "") -> Draft:
    """Draft a mapping for an export; `system` names a preset, and is found by the columns when left out.

    Raises `ExportError` when the export cannot be read, `MappingError` when there is no such preset.
    """
    columns = open_export(path).columns
    if is_client_level_data(columns):
        raise ExportError(f"{path} is Client Level Data. Check it with 'sbp cld', or name it beside forms with --cld.")

    def rows() -> Iterator[Mapping[str, object]]:
        return (row.cells for row in open_export(path).rows if not row.problem)

    return draft(columns, rows, path.name, system)
