"""What plans are made of: outcomes and what serves them, review dates, direct payments, what else contributes."""

from typing import TYPE_CHECKING, Any, Final

from sbp.codes import labels_of
from sbp.forum.figures import Figure, few
from sbp.forum.tables import Count, Table
from sbp.store import one

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PLANS: Final = "kind IN ('care_and_support_plan', 'carers_support_plan')"

_ASKED: Final = {
    "The next review has its day": ("review_due IS NOT NULL", "true", "guidance, chapter 13"),
    "Each part of the plan serves an outcome": ("parts_joined = parts", "parts IS NOT NULL", "s.25(1)(c), (d)"),
    "Something besides services contributes": ("contributions IS NOT NULL", "outcomes IS NOT NULL", "s.9(6)"),
    "A direct payment was offered": ("payment_offered", "payment_offered IS NOT NULL", "s.31; guidance 12.7"),
    "The answer to the offer has its reason": ("payment_reason", "payment_reason IS NOT NULL", "s.31"),
}
"""What is asked of a plan, of which plans it can be said, and where it comes from."""


def soundness(store: "DuckDBPyConnection") -> Table | None:
    """How many plans hold what a package should rest on; nothing is asked that no plan of the export tells of."""
    plans = one(store, f"SELECT count(*) FROM events WHERE {_PLANS}")
    if not plans:
        return None
    rows = []
    for name, (met, of, source) in _ASKED.items():
        found = store.execute(
            f"SELECT count(*) FILTER ({met}), count(*) FILTER ({of}) FROM events WHERE {_PLANS}"
        ).fetchone()
        assert found is not None
        if found[0]:
            rows.append((f"{name} ({source})", (_rate(*found),)))
        else:
            rows.append((f"{name} ({source})", (Figure(met=0, of=0, unsaid="no plan tells of it"),)))
    return Table(
        id="packages-plans",
        caption="What plans hold",
        first="What is asked of a plan",
        columns=("Plans",),
        rows=tuple(rows),
    )


def considered(store: "DuckDBPyConnection") -> Table | None:
    """Of the plans that name outcomes, how many draw on each kind of contribution besides services."""
    rows = []
    of = one(store, f"SELECT count(*) FROM events WHERE {_PLANS} AND outcomes IS NOT NULL")
    for slug, label in labels_of("contributions").items():
        met = one(
            store,
            f"SELECT count(*) FROM events WHERE {_PLANS} AND list_contains(string_split(contributions, ' '), ?)",
            slug,
        )
        rows.append((met, label))
    if not any(met for met, _ in rows):
        return None
    return Table(
        id="packages-contributions",
        caption="What contributes besides services, in plans that name outcomes (s.9(6))",
        first="What contributes",
        columns=("Plans",),
        rows=tuple((_capital(label), (_rate(met, of),)) for met, label in rows),
    )


def payment_answers(store: "DuckDBPyConnection") -> Table | None:
    """The answers to offers of a direct payment."""
    labels = labels_of("direct_payment_responses")
    found: list[Any] = store.execute(
        f"""SELECT coalesce(payment_response, ''), count(*) FROM events WHERE {_PLANS} AND payment_offered
            GROUP BY 1 ORDER BY 1"""
    ).fetchall()
    if not found:
        return None
    rows = [(_capital(labels.get(answer, "no answer recorded")), (Count(value=number),)) for answer, number in found]
    offered = Count(value=sum(number for _, number in found), key=("payments", "offered"))
    return Table(
        id="packages-payments",
        caption="Direct payments offered in plans, by the answer",
        first="Answer",
        columns=("Plans",),
        rows=(*rows, ("All offers", (offered,))),
        total=True,
    )


def _rate(met: int, of: int) -> Figure:
    return Figure(met=met, of=of, unsaid=few(of, "plans"))


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
