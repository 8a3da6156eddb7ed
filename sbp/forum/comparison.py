"""This audit beside an earlier one: which standards moved, beyond chance or not, and which findings are new or gone."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from attrs import frozen

from sbp.forum.figures import Figure
from sbp.forum.names import counted
from sbp.forum.standards import StandardFigures, standards
from sbp.forum.tables import Count, Table
from sbp.stats.many import benjamini_hochberg, expected_by_chance
from sbp.stats.tails import P998

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BEYOND = 2 * P998
"""A difference between two audits is flagged as a team is: when chance gives it less than twice in a thousand times."""


@frozen(kw_only=True)
class Moved:
    """One standard then and now. `p_value` is of Fisher's exact test, `held` the same with all standards together."""

    id: str
    title: str
    then: Figure
    now: Figure
    p_value: float
    held: float

    @property
    def beyond_chance(self) -> bool:
        """Whether the difference is larger than chance gives."""
        return self.p_value < BEYOND


@frozen(kw_only=True)
class Comparison:
    """Two audits. `findings` has, by rule, what is in both, new and gone: by rule and words, not by place.

    `apart` says what else differs, such as the rules: a difference may then come from that.
    """

    then_as_at: str
    now_as_at: str
    moved: tuple[Moved, ...]
    findings: Table
    apart: tuple[str, ...]

    @property
    def by_chance(self) -> float:
        """How many standards would be flagged if nothing had changed."""
        return expected_by_chance(len(self.moved))


def compare(now: "DuckDBPyConnection", then: "DuckDBPyConnection") -> Comparison:
    """Compare two audit stores of this version."""
    run, run_then = (dict(store.execute("SELECT name, value FROM run").fetchall()) for store in (now, then))
    return Comparison(
        then_as_at=run_then["as_at"],
        now_as_at=run["as_at"],
        moved=_moved(standards(now), {standard.id: standard for standard in standards(then)}),
        findings=_findings(_prints(now), _prints(then), dict(now.execute("SELECT id, title FROM rules").fetchall())),
        apart=(*_apart(run, run_then), *_shared(now, then)),
    )


def _moved(now: tuple[StandardFigures, ...], then: dict[str, StandardFigures]) -> tuple[Moved, ...]:
    both = [
        (one, then[one.id])
        for one in now
        if one.id in then and not one.overall.unsaid and not then[one.id].overall.unsaid
    ]
    p_values = [_fisher(one.overall, before.overall) for one, before in both]
    return tuple(
        Moved(id=one.id, title=one.title, then=before.overall, now=one.overall, p_value=p_value, held=held)
        for (one, before), p_value, held in zip(both, p_values, benjamini_hochberg(p_values), strict=True)
    )


def _fisher(now: Figure, then: Figure) -> float:
    from scipy.stats import fisher_exact

    return float(fisher_exact([[now.met, now.of - now.met], [then.met, then.of - then.met]])[1])


def _prints(store: "DuckDBPyConnection") -> dict[str, Counter[str]]:
    """By rule, how often each fingerprint is there: of the person, the rule and its words, never of the place.

    Without words kept, of the person and the rule alone.
    """
    found: dict[str, Counter[str]] = {}
    rows = store.execute(
        "SELECT rule, person_id, coalesce(lower(quote), '') FROM findings WHERE level <> 'note' ORDER BY ALL"
    )
    while some := rows.fetchmany(10_000):
        for rule, person, words in some:
            print_of = sha256(f"{person}\0{rule}\0{' '.join(words.split())}".encode()).hexdigest()[:16]
            found.setdefault(rule, Counter())[print_of] += 1
    return found


def _findings(now: dict[str, Counter[str]], then: dict[str, Counter[str]], titles: dict[str, str]) -> Table:
    rows = []
    for rule in sorted(now.keys() | then.keys()):
        mine, theirs = now.get(rule, Counter[str]()), then.get(rule, Counter[str]())
        counts = [(mine & theirs).total(), (mine - theirs).total(), (theirs - mine).total()]
        rows.append((titles.get(rule, rule), tuple(Count(value=count) for count in counts)))
    return Table(
        id="findings-compared",
        caption="Findings in both, new and gone, by rule and words",
        first="What was seen",
        columns=("In both", "New", "Gone"),
        rows=tuple(rows),
    )


def _shared(now: "DuckDBPyConnection", then: "DuckDBPyConnection") -> Iterator[str]:
    """Records that stand in both audits tie the two together: less moves than if all were new."""
    ids = "SELECT id FROM records ORDER BY id"
    both = len(set(now.execute(ids).fetchall()) & set(then.execute(ids).fetchall()))
    if both:
        yield (
            f"{counted(both, 'record').capitalize()} {'is' if both == 1 else 'are'} in both audits. What moved is then "
            "less sure than it looks, and exports of separate months compare better."
        )


def _apart(now: dict[str, str], then: dict[str, str]) -> list[str]:
    said = []
    if now["rules_hash"] != then["rules_hash"]:
        said.append("The rules are not the same: part of what moved may be theirs.")
    if now["sbp_version"] != then["sbp_version"]:
        said.append(f"The earlier audit was made with sbp {then['sbp_version']}, this one with {now['sbp_version']}.")
    if now["export_sha256"] == then["export_sha256"]:
        said.append("Both audits are of the same export.")
    if then["as_at"] > now["as_at"]:
        said.append("The audit compared with is the later one.")
    if now["keep_text"] != then["keep_text"]:
        said.append("One of the audits holds no words: its findings cannot be told apart by their words.")
    return said
