"""What is odd about an answer is counted and told, and the answer stays as it was."""

import pytest

from sbp.build import build, oddities
from sbp.build.headers import OUT_OF_ORDER
from sbp.mapping import Answer, Mapping
from sbp.readers import Row

MAPPING = Mapping(
    file="m",
    layout="wide",
    record="case_note",
    columns={"id": "Id", "person.id": "Who", "started_on": "From", "completed_on": "To", "person.born_on": "Born"},
    answers={"Text": Answer(field="sections")},
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Plain words, 3 < 4 & 5 > 2; R&D.", []),
        ("<p>She</p>", [oddities.HTML]),
        ("Tea&nbsp;time", [oddities.HTML]),
        ("{\\rtf1 She}", [oddities.WORD]),
        ("Name: MERGEFIELD x", [oddities.WORD]),
        ("\ufeffShe", [oddities.INVISIBLE]),
        ("He said “no”.", [oddities.CURLY]),
        ("heâ€™s in", [oddities.SPOILT]),
        ("Cost Â£20", [oddities.SPOILT]),
        ("café, Zoë, £20 – fine", []),
        ("N/A", [oddities.SAYS_NONE]),
        ("none known", []),
        ("one\ntwo", [oddities.LINE_BREAKS]),
        ("one\n", []),
        ("x" * 32_767, [oddities.CUT]),
        ("x" * 32_765 + "😀", [oddities.CUT]),
        ("x" * 32_768, []),
        ("x" * 200_000, []),
    ],
)
def test_each_kind_is_told_once_with_its_row_and_the_text_is_kept(text, kinds):
    row = Row(file="a.csv", number=7, cells={"Id": "1", "Who": "P", "Text": text})
    built = build([row], MAPPING)
    assert [(one.kind, one.column, one.count, one.row) for one in built.repairs] == [
        (kind, "Text", 1, 7) for kind in sorted(kinds)
    ]
    assert built.records[0].sections[0].entries[0].text == text


@pytest.mark.parametrize(
    ("born", "start", "end", "columns"),
    [
        ("01/01/1950", "01/02/2026", "03/02/2026", []),
        ("", "01/02/2026", "03/01/2026", ["To"]),
        ("01/01/2026", "01/02/2025", "", ["From"]),
        ("01/01/2026", "", "03/02/2025", ["To"]),
    ],
)
def test_dates_out_of_order_are_kept_and_told(born, start, end, columns):
    cells = {"Id": "1", "Who": "P", "From": start, "To": end, "Born": born, "Text": "Tea."}
    built = build([Row(file="a.csv", number=2, cells=cells)], MAPPING)
    assert [(one.kind, one.column) for one in built.repairs] == [(OUT_OF_ORDER, column) for column in columns]
    assert built.used == 1
