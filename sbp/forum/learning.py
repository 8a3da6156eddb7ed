"""The learning page: what went well and why, themes, and one worked example that fits what was found."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from sbp.codes import labels_of
from sbp.forum.figures import FEWEST_RECORDS
from sbp.forum.names import category_name, counted, percent, so_many
from sbp.forum.sitting.parts import Lesson, Sitting
from sbp.forum.standards import standards
from sbp.forum.wording import rules as wordings
from sbp.rule import Rule
from sbp.rules import RuleSet
from sbp.store import FILE, opened

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST: Final = 3
_THEMES: Final = {
    "reviews": (["review"], [], "reviews"),
    "safeguarding": (
        [],
        ["duty.safeguarding-limbs", "lang.doubt", "lang.victim_blame"],
        "records, in words that matter where somebody may have been harmed",
    ),
}
"""Which findings speak of a theme: by the kind of their record, by category, and what those records are called."""


@frozen(kw_only=True)
class WentWell:
    """Something that is there in most records, and why that matters."""

    what: str
    figures: str
    why: str


@frozen(kw_only=True)
class Worked:
    """One invented sentence, two other ways to put it, a question to ask, and why this one."""

    title: str
    before: str
    instead: tuple[str, ...]
    ask: str
    why: str
    fits: str


@frozen(kw_only=True)
class Learning:
    """All that the learning page says."""

    went_well: tuple[WentWell, ...] = ()
    lessons: tuple[tuple[str, Lesson], ...] = field(default=(), repr=False)
    themes: tuple[str, ...] = ()
    worked: Worked | None = None


def learning(folder: Path, sittings: Iterable[Sitting], rules: RuleSet) -> Learning:
    """What is to be learnt from some sittings and, where the folder holds an audit, from that."""
    sources = labels_of("learning_sources")
    lessons = tuple(
        (sources.get(lesson.learnt_from or "", "not said"), lesson) for one in sittings for lesson in one.lessons
    )
    if not (folder / FILE).is_file():
        return Learning(lessons=lessons)
    with opened(folder) as store:
        return Learning(
            went_well=_went_well(store, rules),
            lessons=lessons,
            themes=tuple(_themes(store)),
            worked=_worked(store, rules),
        )


def _went_well(store: "DuckDBPyConnection", rules: RuleSet) -> tuple[WentWell, ...]:
    """The standards that are surest of most records: those that say what is there, not what is not wrong."""
    there = {one.id for one in rules.standards if one.marks or one.holds or one.filled}
    met = [one for one in standards(store) if one.id in there and not one.overall.unsaid]
    met = [one for one in met if one.overall.of >= FEWEST_RECORDS]
    strong = sorted((one for one in met if one.overall.share >= 0.5), key=lambda one: -one.overall.interval[0])
    return tuple(
        WentWell(
            what=one.title,
            figures=f"{percent(one.overall.share)} of {counted(one.overall.of, 'record')}",
            why=" ".join(one.why.split()),
        )
        for one in strong[:MOST]
    )


def _themes(store: "DuckDBPyConnection") -> Iterable[str]:
    """What is met most often in reviews, and in words about harm; never from fewer records than a rate needs."""
    for theme, (kinds, categories, what) in _THEMES.items():
        rows = store.execute(
            """SELECT f.category, count(DISTINCT f.record_id) FROM findings f JOIN records r ON r.id = f.record_id
               WHERE f.level <> 'note' AND (list_contains($kinds, r.kind) OR list_contains($categories, f.category))
               GROUP BY f.category HAVING count(DISTINCT f.record_id) >= $fewest ORDER BY 2 DESC, 1 LIMIT $most""",
            {"kinds": kinds, "categories": categories, "fewest": FEWEST_RECORDS, "most": MOST},
        ).fetchall()
        for category, records in rows:
            seen = counted(records, "of the", "of the")
            yield f"{theme.capitalize()}: “{category_name(category)}”, in {seen} {what}."


def _worked(store: "DuckDBPyConnection", rules: RuleSet) -> Worked | None:
    """The wording met in most records, shown on an invented sentence of its rule."""
    known: dict[str, Rule] = {rule.id: rule for rule in rules.rules}
    for met in wordings(store):
        rule = known.get(met.id)
        example = next((one.text for one in rule.flagged if one.text), "") if rule else ""
        if rule and example and rule.instead and met.about_words:
            return Worked(
                title=rule.title,
                before=example.replace("[", "").replace("]", ""),
                instead=rule.instead,
                ask=rule.ask,
                why=" ".join(rule.why.split()),
                fits=f"It is the wording met in most records: {so_many(met.records, 'record')}.",
            )
    return None
