"""The audit store: one DuckDB file that holds what a run found, so that reports can be made again without the export.

It keeps findings, marks, facts and counts, never whole records. Words of a record stand in it only as the quote and
sentence of a finding and as a few quotes of marks, and not even those when the run was told to leave text out.
"""

from sbp.store.keeping import describe, erase, keep
from sbp.store.opening import creating, opened
from sbp.store.tables import FILE, TABLES, VERSION, insert, one

__all__ = ["FILE", "TABLES", "VERSION", "creating", "describe", "erase", "insert", "keep", "one", "opened"]
