"""What is odd about an answer is counted and told, and the answer stays as it was."""

import json

import pytest
import xlsxwriter
from attrs import evolve
from kept import RULES

from sbp.audit import audit
from sbp.build import build, oddities
from sbp.build.headers import OUT_OF_ORDER
from sbp.mapping import Answer, Mapping
from sbp.readers import Row
from sbp.records import prose
from sbp.reports import REPORT, write_reports

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


LONG = ("She walks to the shop with Ann. " * 1_100)[:32_767]


@pytest.mark.parametrize(
    ("answer", "pointer"),
    [
        (Answer(field="sections"), "/sections/0/entries/0/text"),
        (Answer(field="analysis"), "/analysis/0/text"),
        (Answer(field="outcomes", split="lines"), "/outcomes/1/statement/text"),
    ],
)
def test_a_cut_answer_is_a_finding_at_its_last_words_wherever_they_were_put(answer, pointer):
    mapping = evolve(MAPPING, record="review", answers={"Text": answer})
    text = f"First.\n{LONG}"[:32_767]
    built = build([Row(file="a.xlsx", number=7, cells={"Id": "1", "Who": "P", "Text": text})], mapping)
    [finding] = built.findings
    assert (finding.rule, finding.level, finding.place.field) == ("data/cut-short", "query", pointer)
    [words] = [item.entry.text for item in prose(built.records[0]) if item.pointer == pointer]
    assert words[finding.place.start : finding.place.end] == finding.quote
    assert text.endswith(finding.quote)
    assert 0 < len(finding.quote) <= 60


def test_a_cut_answer_stands_in_the_report_and_among_the_findings(tmp_path):
    export = tmp_path / "forms.xlsx"
    with xlsxwriter.Workbook(str(export)) as book:
        sheet = book.add_worksheet("Notes")
        for number, cells in enumerate(
            (("Note ID", "Person ID", "Note"), ("N1", "P1", LONG), ("N2", "P2", "She bakes."))
        ):
            sheet.write_row(number, 0, cells)
    for keep_text in (True, False):
        result = audit(export, tmp_path / "out", rules=RULES, keep_text=keep_text)
        assert result.findings["query"] == 1
        write_reports(tmp_path / "out")
        [found] = [json.loads(line) for line in (tmp_path / "out" / "findings.jsonl").read_text("utf-8").splitlines()]
        assert (found["record_id"], found["category"], found["end"]) == ("N1", "data.cut_short", len(LONG.rstrip()))
        page = (tmp_path / "out" / REPORT).read_text("utf-8")
        assert "This answer ends at 32,767 characters" in page
        assert "How one answer ended: Excel cut it short" in page
        assert ("walks to the shop" in page + found["quote"]) is keep_text


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
