"""Charts are drawn from files, say what they show, and never change for the same values."""

import re

import pytest

from sbp.forum.figures import Figure
from sbp.forum.tables import Count, Table
from sbp.reports.charts import FOLDER, chart, points, spec

ROWS = [
    {"name": name, "value": value, "series": "Requests", "place": place, "said": f"{value} of 40", "low": 1, "high": 9}
    for place, (name, value) in enumerate([("May", 4), ("June & July", 7)])
]
LABELS = {"x": "Records", "y": "Records", "format": "d", "lines": "all teams"}


def drawn(name: str) -> str:
    return chart(name, ROWS, ident="a", title="Requests <by> month", desc="Two months.", labels=LABELS)


@pytest.mark.parametrize("name", ["line", "bar"])
def test_a_chart_has_a_name_and_its_marks_are_hidden_from_screen_readers(name: str) -> None:
    made = drawn(name)
    assert made.startswith('<svg class="chart" role="img" aria-labelledby="a-title a-desc"')
    assert '<title id="a-title">Requests &lt;by&gt; month</title><desc id="a-desc">Two months.</desc>' in made
    assert re.findall(r"(?:role|aria-[a-z]+)=", made) == ["role=", "aria-labelledby=", "aria-hidden="]
    assert "June &amp; July" in made
    assert "http" not in made
    assert "url(" not in made
    assert "Arial" in made


def test_the_same_values_give_the_same_bytes() -> None:
    assert drawn("line") == drawn("line")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.vl.json")), ids=lambda path: path.name)
def test_no_file_holds_data_and_every_label_is_put_in(path: object) -> None:
    name = str(path).rsplit("/", 1)[-1].removesuffix(".vl.json")
    if name != "house":
        made = spec(name, ROWS, LABELS)
        assert made["data"] == {"name": "rows"}
        assert "$x" not in str(made)
        assert made["description"]


def test_what_may_not_be_shown_is_not_drawn() -> None:
    table = Table(id="t", caption="T", first="N", columns=("n", "rate"), rows=(
        ("a", (Count(value=None), Figure(met=1, of=4))), ("b", (Count(value=5), Figure(met=0, of=3, unsaid="[c]"))),
    ))  # fmt: skip
    assert [(row["name"], row["series"], row["value"]) for row in points(table)] == [("b", "n", 5), ("a", "rate", 0.25)]


def test_a_row_of_totals_is_not_drawn() -> None:
    rows = (("May", (Count(value=7),)), ("June", (Count(value=9),)), ("All months", (Count(value=16),)))
    whole = Table(id="t", caption="c", first="Month", columns=("Requests",), rows=rows, total=True)
    assert [row["name"] for row in points(whole)] == ["May", "June"]
