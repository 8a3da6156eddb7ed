"""Word forms say what the long export of the same forms says, whatever their words."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from test_every_format import CODES, HEADS, LONG, as_csv, dumped, exports, long_rows, road

MAKE = Path(__file__).parents[1] / "exports" / "make.py"
spec = importlib.util.spec_from_file_location("make_exports", MAKE)
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)


def with_controls(question, answer):
    inner = "".join(make.par(make.run(line)) for line in answer.split("\n"))
    return make.par(make.run(question), "Heading1") + make.control(inner, "Answer")


def in_a_table(question, answer):
    inner = "".join(make.par(make.run(line)) for line in answer.split("\n"))
    return make.table(make.cell(make.par(make.run(question))) + make.cell(inner))


def inserted(question, answer):
    gone = f"<w:del>{make.run('no')}</w:del>"
    lines = [make.par(f"<w:ins>{make.run(line)}</w:ins>{gone}") for line in answer.split("\n")]
    return make.table(make.cell(make.par(make.run(question))) + make.control(make.cell("".join(lines))))


def in_a_cell_control(question, answer):
    return make.table(make.cell(make.par(make.run(question))) + make.cell(make.par(make.control(make.run(answer)))))


STYLES = [with_controls, in_a_table, inserted, in_a_cell_control]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
@given(export=exports)
@settings(max_examples=25, deadline=None)
def test_word_forms_give_the_records_of_the_long_export(style, export):
    _, expected = road(as_csv, long_rows(export), LONG)
    _, found = road(lambda folder, _: written(folder, export, style), None, LONG)
    assert dumped(found) == dumped(expected)


def written(folder, export, style):
    place = folder / "forms"
    place.mkdir()
    for form in export:
        rows = [(name, form[name]) for name in HEADS if form[name]]
        body = make.table(*(make.cell(make.par(make.run(f"{a}:"))) + make.cell(make.par(make.run(b))) for a, b in rows))
        body += "".join(style(code, form["answers"][code]) for code in CODES if code in form["answers"])
        (place / f"{form['Form ID']}.docx").write_bytes(make.docx(body))
    return place
