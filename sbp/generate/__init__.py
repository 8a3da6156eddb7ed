"""What is written from the code and the data: `schemas/*.schema.json` and `docs/reference/`.

`python -m sbp.generate` writes them, `python -m sbp.generate --check` says which are out of date.
"""

import json
from pathlib import Path

from sbp.forum.sitting import Sitting
from sbp.generate.codes import codes_page
from sbp.generate.commands import commands_page
from sbp.generate.findings import findings_page
from sbp.generate.records import records_page
from sbp.generate.rules import rule_pages
from sbp.generate.schema import schema_for, schema_of
from sbp.generate.sittings import sittings_page
from sbp.generate.standards import standards_page
from sbp.records import RECORDS

_SCHEMAS = Path("schemas")
_REFERENCE = Path("docs") / "reference"


def files() -> dict[Path, str]:
    """Every generated file, by its path in the checkout."""
    schemas = {_SCHEMAS / f"{kind}.schema.json": _json(schema_of(kind)) for kind in RECORDS}
    schemas[_SCHEMAS / "sitting.schema.json"] = _json(schema_for(Sitting, "sitting"))
    pages = {
        "cli.md": commands_page(),
        "codes.md": codes_page(),
        "findings.md": findings_page(),
        "records.md": records_page(),
        "sittings.md": sittings_page(),
        "standards.md": standards_page(),
        **rule_pages(),
    }
    return schemas | {_REFERENCE / name: text for name, text in pages.items()}


def stale(checkout: Path) -> list[Path]:
    """The generated files of a checkout that are missing, out of date, or no longer wanted."""
    wanted = files()
    differing = [path for path, text in wanted.items() if _text(checkout / path) != text]
    return sorted(differing + [path for path in _generated(checkout) if path not in wanted])


def write(checkout: Path) -> list[Path]:
    """Bring the generated files of a checkout up to date, and give those that changed."""
    wanted = files()
    changed = stale(checkout)
    for path in changed:
        if path in wanted:
            (checkout / path).parent.mkdir(parents=True, exist_ok=True)
            (checkout / path).write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            (checkout / path).unlink()
    return changed


def _generated(checkout: Path) -> list[Path]:
    found = [*(checkout / _SCHEMAS).glob("*.schema.json"), *(checkout / _REFERENCE).rglob("*.md")]
    return [path.relative_to(checkout) for path in found]


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.is_file() else None


def _json(schema: object) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
