"""`import sbp` and `sbp --help` are light, and every public name can be had."""

import subprocess
import sys

import pytest

import sbp

HEAVY = {"ahocorasick_rs", "cattrs", "duckdb", "jinja2", "jsonschema", "numpy", "rich", "rpds", "spacy", "yaml"}


def loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint('\\n' + ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_importing_sbp_loads_nothing_heavy() -> None:
    assert loaded_by("import sbp") & (HEAVY | {"attrs", "click"}) == set()


def test_importing_the_command_line_loads_nothing_but_click() -> None:
    assert {name for name in loaded_by("import sbp.cli") if name.startswith("sbp")} == {"sbp", "sbp.cli"}
    assert loaded_by("import sbp.cli") & (HEAVY | {"attrs"}) == set()


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by("from sbp.cli.running import run\nrun(['--help'])") & HEAVY == set()


@pytest.mark.parametrize("name", sbp.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(sbp, name).__name__.removesuffix("_record") == name
    assert name in dir(sbp)


def test_public_names_are_in_alphabetical_order() -> None:
    assert sbp.__all__ == sorted(sbp.__all__)


def test_another_name_is_refused_as_python_refuses_it() -> None:
    with pytest.raises(AttributeError, match="module 'sbp' has no name 'manager'"):
        _ = sbp.manager
