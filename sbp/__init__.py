"""Strengths-based records aligned to the Care Act 2014, checks of their language, and a consistency report.

Names are loaded when they are first used, so that `import sbp` is light. The record classes are in `sbp.records`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sbp.casefile import CaseFile, gather
    from sbp.engine import Checker, check_case, check_text
    from sbp.engine import check_record as check
    from sbp.errors import ExportError, MappingError, OutputError, RecordError, RuleError, SbpError, StoreError
    from sbp.findings import Finding
    from sbp.rules import load_rules
    from sbp.schema import Faults, dump, load

__all__ = [
    "CaseFile",
    "Checker",
    "ExportError",
    "Faults",
    "Finding",
    "MappingError",
    "OutputError",
    "RecordError",
    "RuleError",
    "SbpError",
    "StoreError",
    "check",
    "check_case",
    "check_text",
    "dump",
    "gather",
    "load",
    "load_rules",
]

_HOMES = {
    "sbp.casefile": ("CaseFile", "gather"),
    "sbp.engine": ("Checker", "check", "check_case", "check_text"),
    "sbp.errors": ("ExportError", "MappingError", "OutputError", "RecordError", "RuleError", "SbpError", "StoreError"),
    "sbp.findings": ("Finding",),
    "sbp.rules": ("load_rules",),
    "sbp.schema": ("Faults", "dump", "load"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'sbp' has no name '{name}'")
    return getattr(import_module(_HOME[name]), "check_record" if name == "check" else name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
