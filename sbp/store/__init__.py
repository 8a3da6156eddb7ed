"""The audit store: one DuckDB file that holds what a run found, so that reports can be made again without the export.

It keeps findings, marks, facts and counts, never whole records. Words of a record stand in it only as the quote and
sentence of a finding and as a few quotes of marks, and not even those when the run was told to leave text out.
"""

from sbp.store.copied import compare
from sbp.store.folding import fold
from sbp.store.keeping import columns, describe, erase, keep, keep_columns, keep_events
from sbp.store.opening import creating, opened
from sbp.store.running import copy_run, forget_run, kept, running
from sbp.store.tables import FILE, RUNNING, TABLES, VERSION, columns_of, insert, one

__all__ = [
    "FILE",
    "RUNNING",
    "TABLES",
    "VERSION",
    "columns",
    "columns_of",
    "compare",
    "copy_run",
    "creating",
    "describe",
    "erase",
    "fold",
    "forget_run",
    "insert",
    "keep",
    "keep_columns",
    "keep_events",
    "kept",
    "one",
    "opened",
    "running",
]
