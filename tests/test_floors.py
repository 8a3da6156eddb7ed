"""The house stands: a room uses its own floor and those below, and no two rooms lean on each other."""

import ast
from pathlib import Path

import pytest

import sbp

FLOORS: list[set[str]] = [
    {"errors", "findings", "records", "bundled", "near", "prints", "shape", "yaml"},
    {"codes"},
    {"schema", "mapping", "passage"},
    {"readers", "casefile"},
    {"build", "cld", "drafted", "gates", "threads"},
    {"checks"},
    {"rule"},
    {"rulefile"},
    {"rules"},
    {"engine"},
    {"alongside", "audit", "batches", "begun", "days", "noted", "stage", "store", "spark", "stats", "workers"},
    {"forum"},
    {"reports", "workshop"},
    {"cli", "generate"},
    {"__init__", "__main__"},
]
"""Section 2 of the design. `__init__` only names what others hold, and `__main__` only starts `cli`."""

ROOT = Path(sbp.__file__).parent
MODULES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.py"))


def room(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


def floor(name: str) -> int:
    [found] = [number for number, rooms in enumerate(FLOORS) if name in rooms]
    return found


def imported(module: Path, root: Path = ROOT) -> set[str]:
    """The rooms a module imports, wherever in it: at the top, inside functions, for type checking alone."""
    tree = ast.parse((root / module).read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: say the whole name, not a relative one"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = [name.split(".") for name in names]
    return {part[1] if part[1:] else "__init__" for part in parts if part[0] == "sbp"} - {room(module)}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_module_is_in_the_table(module: Path) -> None:
    assert any(room(module) in rooms for rooms in FLOORS), f"{module} has no floor"


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_imports_from_no_higher_floor(module: Path) -> None:
    too_high = {other for other in imported(module) if floor(other) > floor(room(module))}
    assert too_high == set()


def test_rooms_of_one_floor_do_not_import_each_other_in_a_circle() -> None:
    uses: dict[str, set[str]] = {}
    for module in MODULES:
        uses.setdefault(room(module), set()).update(imported(module))
    while leaves := {name for name, others in uses.items() if not others & uses.keys()}:
        uses = {name: others for name, others in uses.items() if name not in leaves}
    assert uses == {}


def test_an_upward_import_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "errors.py").write_text("def late():\n    from sbp.cli import sbp\n    return sbp\n", encoding="utf-8")
    assert imported(Path("errors.py"), tmp_path) == {"cli"}
    assert floor("cli") > floor("errors")
