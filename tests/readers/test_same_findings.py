"""However the same records are exported, an audit keeps the same records and finds the same in them."""

from pathlib import Path
from typing import Any

import pytest
from kept import RULES

from sbp.audit import audit
from sbp.store import opened

GOOD = Path(__file__).parents[1] / "exports" / "good"
SAME = sorted(path for path in GOOD.iterdir() if path.name.startswith("same_"))


def kept(folder: Path, out: Path) -> dict[str, Any]:
    [export] = [path for path in folder.iterdir() if path.name not in ("mapping.yaml", "records.json")]
    result = audit(export, out, mapping=folder / "mapping.yaml", rules=RULES)
    with opened(out) as store:
        return {
            "set aside": result.read - result.used,
            "records": store.execute("SELECT * FROM records ORDER BY ALL").fetchall(),
            "findings": store.execute("SELECT * FROM findings ORDER BY ALL").fetchall(),
        }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return kept(GOOD / "same_csv_long", tmp_path_factory.mktemp("first"))


def test_there_is_something_to_find(first: dict[str, Any]) -> None:
    assert len(first["records"]) == 3
    assert {row[0] for row in first["findings"]} == {"language/refuses", "language/package"}


@pytest.mark.parametrize("folder", SAME, ids=lambda folder: folder.name)
def test_every_way_gives_the_same(folder: Path, first: dict[str, Any], tmp_path: Path) -> None:
    assert kept(folder, tmp_path) == first
