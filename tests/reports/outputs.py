"""What an output says, whatever kind of file it is, as one text to look through."""

import zipfile
from pathlib import Path


def words_of(path: Path) -> str:
    """All that stands in a file: of a workbook every part of it, of Parquet every row."""
    match path.suffix:
        case ".xlsx":
            with zipfile.ZipFile(path) as book:
                return "\n".join(book.read(name).decode("utf-8") for name in book.namelist())
        case ".parquet":
            import duckdb

            return str(duckdb.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall())
        case _:
            return path.read_text(encoding="utf-8")
