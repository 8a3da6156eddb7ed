"""Which whole sentences stand in the records of more than one person, compared by their prints alone."""

from typing import TYPE_CHECKING, Final

from sbp.prints import LENGTH
from sbp.store.tables import one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PRINTED: Final = 10
"""A sentence in the records of so many people is taken for the words of a form, or for standard wording."""

SENTENCES: Final = 3
"""How many sentences records must share to be asked about."""

_SHARED: Final = f"""
CREATE OR REPLACE TEMP TABLE shared AS
SELECT print, count(*) AS people FROM (
  SELECT DISTINCT person_id, unnest(regexp_extract_all(prints, '.{{{LENGTH}}}')) AS print FROM prints)
GROUP BY print HAVING count(*) > 1"""  # noqa: S608 - no input in it

_COPIED: Final = f"""
INSERT INTO copied
WITH each AS (
  SELECT record_id, person_id, unnest(regexp_extract_all(prints, '.{{{LENGTH}}}')) AS print FROM prints),
together AS (
  SELECT list(DISTINCT struct_pack(record_id, person_id) ORDER BY struct_pack(record_id, person_id)) AS records
  FROM each JOIN shared USING (print) WHERE people < {PRINTED} GROUP BY print),
texts AS (
  SELECT records, count(*) AS sentences FROM together GROUP BY records HAVING count(*) >= {SENTENCES}),
numbered AS (SELECT row_number() OVER (ORDER BY records) AS text, * FROM texts)
SELECT text, record.record_id, record.person_id, sentences FROM (
  SELECT text, unnest(records) AS record, sentences FROM numbered)
ORDER BY text, record.record_id"""  # noqa: S608 - no input in it


def compare(connection: "DuckDBPyConnection") -> int:
    """Fill the table of copied texts from the prints, and give how many sentences were taken for printed ones.

    Records are put together by the sentences they share, never in pairs, so the work grows with the text and not with
    the square of the records.
    """
    connection.execute("DELETE FROM copied")
    connection.execute(_SHARED)
    connection.execute(_COPIED)
    printed = int(one(connection, "SELECT count(*) FROM shared WHERE people >= ?", PRINTED))
    connection.execute("DROP TABLE shared")
    return printed
