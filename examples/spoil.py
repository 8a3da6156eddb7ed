"""Break an export in the ways in which real ones are broken, and say what was broken where."""

from collections.abc import Callable, Iterator
from typing import Any

from invent import Chance

Row = dict[str, Any]
Rows = list[Row]
_HEADERS = ("Ethnicity", "Primary support reason", "Area", "Team", "Gender")


def spoil(forms: list[Rows], chance: Chance) -> tuple[list[Rows], list[dict[str, Any]]]:
    """The forms with some of them broken, no form in two ways, and the list of what was broken."""
    untouched = iter(sorted(forms, key=lambda _: chance.below_one()))
    broken = []
    for what, count, how in _IN_PLACE:
        left = count
        while left:
            rows = next(untouched)
            tried = [dict(row) for row in rows]
            if how(tried, chance):
                rows[:] = tried
                broken.append((what, rows))
                left -= 1
    added = [(what, rows) for what, count, how in _ADDED for rows in how(untouched, count, chance)]
    listed = [_listed(what, [rows for named, rows in broken if named == what], False) for what, _, _ in _IN_PLACE]
    listed += [_listed(what, [rows for named, rows in added if named == what], True) for what, _, _ in _ADDED]
    whole = sorted([*forms, *(rows for _, rows in added)], key=lambda rows: str(rows[0]["Form ID"]))
    return whole, listed


def _listed(what: str, forms: list[Rows], is_set_aside: bool) -> dict[str, Any]:
    said: dict[str, Any] = {"what": what, "forms": sorted(rows[0]["Form ID"] for rows in forms)}
    if is_set_aside:
        said["rows_set_aside"] = sum(len(rows) for rows in forms)
    return said


def _longest(rows: Rows) -> Row:
    return max(rows, key=lambda row: len(row["Answer"]))


def _header_says_null(rows: Rows, chance: Chance) -> bool:
    column, said = chance.pick(_HEADERS), chance.pick(["NULL", "N/A", "NULL", "None"])
    for row in rows:
        row[column] = said
    return True


def _answer_says_null(rows: Rows, chance: Chance) -> bool:
    empty = [row for row in rows if not row["Answer"]]
    for row in empty:
        row["Answer"] = "NULL"
    return bool(empty)


def _time(rows: Rows, chance: Chance) -> bool:
    for row in rows:
        row["Started"] += " 00:00:00"
        row["Completed"] = row["Completed"] and row["Completed"] + " 00:00:00"
    return True


def _impossible_date(rows: Rows, chance: Chance) -> bool:
    for row in rows:
        row["Completed"] = "31/02/2026"
    return rows[0]["Started"].endswith(("01/2026", "02/2026"))


def _never_closed(rows: Rows, chance: Chance) -> bool:
    if not (rows[0]["Started"].endswith("2025") and len(rows) > 1):
        return False
    for row in rows:
        row["Completed"] = ""
    return True


def _mark_up(rows: Rows, chance: Chance) -> bool:
    row = _longest(rows)
    lines = row["Answer"].replace("&", "&amp;").replace(", ", ",&nbsp;", 1).split("\n")
    row["Answer"] = "".join(f"<p>{line}</p>" for line in lines)
    return True


def _trailing(rows: Rows, chance: Chance) -> bool:
    for row in rows:
        row["trailing"] = ["", "", ""]
    return True


def _paragraphs(rows: Rows, chance: Chance) -> bool:
    row = _longest(rows)
    row["Answer"] = row["Answer"].replace(". ", ".\r\n\r\n", 2)
    return "\r\n" in row["Answer"]


def _mojibake(rows: Rows, chance: Chance) -> bool:
    row = _longest(rows)
    has_quotes = any(mark in row["Answer"] for mark in "’“")
    for mark, wrong in (("’", "â€™"), ("“", "â€œ"), ("”", "â€\x9d")):
        row["Answer"] = row["Answer"].replace(mark, wrong)
    return has_quotes


def _repeated(rows: Rows, chance: Chance) -> bool:
    row = _longest(rows)
    rows.insert(rows.index(row) + 1, dict(row))
    return len(rows) > 3


def _legacy(rows: Rows, chance: Chance) -> bool:
    text = "Migrated from previous system. See scanned file for entries before 2019."
    rows.append({**rows[-1], "Question code": "LEG07", "Question": "Legacy summary", "Answer": text})
    return True


def _another_person(rows: Rows, chance: Chance) -> bool:
    """One paragraph about somebody else, pasted under what was written."""
    surname, first = rows[0]["Person name"].split()[-1], rows[0]["Person name"].split()[0]
    if surname == "Wigglesworth" or rows[0]["Form"] != "Review of Care and Support Plan":
        return False
    row = _longest(rows)
    is_man = rows[0]["Gender"] == "Male"
    other = "Mrs Wigglesworth" if is_man else "Mr Wigglesworth"
    she, her = ("She", "her") if is_man else ("He", "his")
    pasted = f"{other} would like the same care worker each day. {she} has run out of {her} eye drops twice since June."
    row["Answer"] += "\n\n" + pasted
    return first not in pasted


def _without_person(untouched: Iterator[Rows], count: int, chance: Chance) -> list[Rows]:
    return [
        [{**row, "Form ID": _new_id(rows), "Person ID": ""} for row in rows]
        for rows in (next(untouched) for _ in range(count))
    ]


def _unknown_form(untouched: Iterator[Rows], count: int, chance: Chance) -> list[Rows]:
    question = {
        "Question code": "FA010",
        "Question": "Reason for referral",
        "Answer": "Financial assessment requested.",
    }
    return [
        [{**rows[0], "Form ID": _new_id(rows), "Form": "Financial Assessment Referral (FAR3)", **question}]
        for rows in (next(untouched) for _ in range(count))
    ]


def _same_id(untouched: Iterator[Rows], count: int, chance: Chance) -> list[Rows]:
    """Somebody else's case note under the id of a form that is already there."""
    note = {
        "Form": "Case Note",
        "Question code": "CN010",
        "Question": "Case note",
        "Answer": "TC, no answer, will retry.",
    }
    pairs = ((next(untouched), next(untouched)) for _ in range(count))
    return [[{**other[0], "Form ID": rows[0]["Form ID"], **note}] for rows, other in pairs]


def _new_id(rows: Rows) -> str:
    return str(int(rows[0]["Form ID"]) + 5)


_IN_PLACE: tuple[tuple[str, int, Callable[[Rows, Chance], bool]], ...] = (
    ("a header cell says NULL, None or N/A", 6, _header_says_null),
    ("answers that say NULL", 8, _answer_says_null),
    ("dates with a time", 5, _time),
    ("a completion date that cannot be, 31/02/2026", 2, _impossible_date),
    ("an old form that nobody closed", 3, _never_closed),
    ("HTML mark-up in an answer", 10, _mark_up),
    ("trailing empty columns", 5, _trailing),
    ("empty lines inside an answer", 6, _paragraphs),
    ("quotation marks turned into other characters", 3, _mojibake),
    ("an answer that stands there twice", 3, _repeated),
    ("a question code that the form does not have", 4, _legacy),
    ("a paragraph about somebody else", 3, _another_person),
)
_ADDED: tuple[tuple[str, int, Callable[[Iterator[Rows], int, Chance], list[Rows]]], ...] = (
    ("a form without a person id", 3, _without_person),
    ("a form of an unknown name", 3, _unknown_form),
    ("a second form under one id, of another person", 2, _same_id),
)
