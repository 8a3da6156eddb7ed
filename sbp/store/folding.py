"""One team written in two ways is one team: names that differ in capitals or spaces only are made one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KEPT_IN: Final[dict[str, tuple[str, ...]]] = {"team": ("records", "events"), "worker": ("records",)}


def fold(store: "DuckDBPyConnection") -> Iterator[str]:
    """Write each team and each worker in one way throughout a store, and say of how many that was needed.

    Which teams they are is for the tables of the report to show; workers are in no report.
    """
    for column, tables in _KEPT_IN.items():
        union = " UNION ALL ".join(f"SELECT {column} AS name FROM {table}" for table in tables)  # noqa: S608 - ours
        written = dict(
            store.execute(
                f"SELECT name, count(*) FROM ({union}) WHERE name IS NOT NULL GROUP BY name"  # noqa: S608 - ours
            ).fetchall()
        )
        as_one = folded(written)
        changed = [(name, shown) for name, shown in as_one.items() if name != shown]
        for table in tables:
            for name, shown in changed:
                store.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", [shown, name])  # noqa: S608 - ours
        ways: defaultdict[str, int] = defaultdict(int)
        for shown in as_one.values():
            ways[shown] += 1
        if several := sum(count > 1 for count in ways.values()):
            yield (
                f"{several:,} {column}{' is' if several == 1 else 's are'} written in more than one way, with other "
                "capitals or spaces: each is counted as one, under the way it is written most often."
            )


def folded(written: Mapping[str, int]) -> dict[str, str]:
    """What each name is shown as, of names and how often each was written.

    Names that differ in capitals or spaces only are one, shown as most often written, without spaces to spare; of two
    written as often, one in capitals and small letters is shown before one in capitals, or small letters, alone.
    """
    alike: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, count in written.items():
        spaced = " ".join(name.split())
        alike[spaced.casefold()][spaced] += count
    shown = {
        key: min(ways, key=lambda way: (-ways[way], way.isupper() or way.islower(), way)) for key, ways in alike.items()
    }
    return {name: shown[" ".join(name.split()).casefold()] for name in written}
