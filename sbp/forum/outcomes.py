"""What people said came of it: outcomes achieved, by how complex circumstances are, and themes of Making it Real."""

from typing import TYPE_CHECKING

from attrs import frozen

from sbp.codes import code_list
from sbp.forum.figures import Figure, few
from sbp.forum.groups import NOT_RECORDED, complexity
from sbp.forum.tables import Count, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@frozen(kw_only=True)
class Outcomes:
    """Two tables, each None where no record says anything of it; `unsaid` and `themes_unsaid` then say so.

    `told` says what circumstances were taken for complex.
    """

    told: str
    achieved: Table | None = None
    unsaid: str = ""
    themes: Table | None = None
    themes_unsaid: str = ""


def outcomes(store: "DuckDBPyConnection") -> Outcomes:
    """Outcomes graded at reviews and themes that outcomes are tagged with."""
    groups = complexity(store)
    achieved, themes = _achieved(store, groups.of), _themes(store)
    return Outcomes(
        told=groups.told,
        achieved=achieved,
        unsaid="" if achieved else "no review in the export grades an outcome with the person",
        themes=themes,
        themes_unsaid="" if themes else "no outcome in the export is tagged with a theme",
    )


def _achieved(store: "DuckDBPyConnection", groups: dict[str, str]) -> Table | None:
    """Of the outcomes that have a grade, how many are met or partly met."""
    rows = store.execute(
        """SELECT person_id, sum(achieved)::BIGINT, sum(graded)::BIGINT, count(*) FROM records
           WHERE kind = 'review' AND graded > 0 GROUP BY person_id ORDER BY person_id"""
    ).fetchall()
    if not rows:
        return None
    counts: dict[str, list[int]] = {}
    for person, met, of, reviews in rows:
        found = counts.setdefault(groups.get(person, NOT_RECORDED), [0, 0, 0])
        for place, count in enumerate((met, of, reviews)):
            found[place] += count
    everyone = [sum(found[place] for found in counts.values()) for place in range(3)]
    named = [*sorted(counts.items(), key=lambda item: (item[0] == NOT_RECORDED, item[0])), ("All reviews", everyone)]
    return Table(
        id="outcomes-achieved",
        caption="Outcomes met or partly met, as graded with the person at reviews",
        first="Circumstances",
        columns=("Reviews with a grade", "Outcomes met or partly met"),
        rows=tuple((name, (Count(value=reviews), _rate(met, of, reviews))) for name, (met, of, reviews) in named),
        total=True,
    )


def _rate(met: int, of: int, reviews: int) -> Figure:
    return Figure(met=met, of=of, unsaid=few(reviews, "reviews"))


def _themes(store: "DuckDBPyConnection") -> Table | None:
    """Records with an outcome tagged to each of the six themes, those nobody chose included."""
    rows = store.execute(
        """SELECT theme, count(*) FROM (SELECT unnest(string_split(themes, ';')) AS theme FROM records
             WHERE themes IS NOT NULL) GROUP BY theme ORDER BY theme"""
    ).fetchall()
    if not rows:
        return None
    [(tagged,)] = store.execute("SELECT count(*) FROM records WHERE themes IS NOT NULL").fetchall()
    found = dict(rows)
    return Table(
        id="making-it-real",
        caption="Records with an outcome under each theme of Making it Real",
        first="Theme",
        columns=("Records",),
        rows=tuple(
            (f"{item['label']}: {item['in_my_words']}", (_tagged(found.get(item["slug"], 0), tagged),))
            for item in code_list("making_it_real_themes")["items"]
        ),
        notes=(
            "A record can stand under several themes. A theme that nobody chose may be one nobody was asked about.",
        ),
    )


def _tagged(count: int, tagged: int) -> Figure:
    return Figure(met=count, of=tagged, unsaid=few(tagged, "records"), of_key="records with a theme")
