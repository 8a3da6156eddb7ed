"""The draft as a file that a person can finish: each line with how sure it is, and what was not placed as a remark."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import yaml

from sbp.mapping.drafting.columns import Placed, preset
from sbp.mapping.drafting.questions import Question
from sbp.mapping.drafting.words import confidence
from sbp.mapping.mapping import LEAVE_OUT
from sbp.records import RECORDS

_SAFE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_./()'’£]*(?: [A-Za-z0-9_./()'’£?&-]+)*")
_RESERVED: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_WIDTH: Final = 46
_LONGEST_REMARK: Final = 70


def written(
    data: Mapping[str, Any],
    file: str,
    system: str,
    placed: Mapping[str, Placed],
    questions: Mapping[str, Question],
    answers: Mapping[str, Any],
    left: Sequence[str],
    unclear: Sequence[str],
    kinds: Mapping[str, str],
) -> str:
    """The YAML text of a draft."""
    lines = [
        f"# Drafted by `sbp map` from {_remark(file)}. Every line is a proposal: read it, and put right what is wrong.",
        *(f"# {_remark(preset(system)[name], 300)}" for name in ("title", "note") if system),
        *(f"# TO DO: {sentence}" for sentence in unclear),
        f"layout: {data['layout']}",
        _line("dates: day-first", "or month-first, year-first; never guessed"),
        "columns:",
        *_columns(data, placed),
        *_kinds(data, kinds),
        *_values(data),
        f"{'questions' if data['layout'] == 'long' else 'answers'}:",
        *_questions(data, questions, answers),
    ]
    if left:
        lines += ["# Columns that found no place. Move a line up under 'columns' or 'answers' to use one."]
        lines += [f"#   {scalar(column)}:" for column in left]
    return "\n".join(lines) + "\n"


def _columns(data: Mapping[str, Any], placed: Mapping[str, Placed]) -> Iterator[str]:
    for name, column in data["columns"].items():
        yield _line(f"  {name}: {scalar(column)}", confidence(placed[name].score))
    yield from (f"  # {name}:" for name in ("id", "person.id") if name not in data["columns"])


def _kinds(data: Mapping[str, Any], kinds: Mapping[str, str]) -> Iterator[str]:
    if "record" in data:
        yield _line(f"record: {data['record']}", "every row is of this kind: check")
    if "kind" not in data["columns"]:
        return
    yield _line("kinds:", f"one of: {', '.join(RECORDS)}; or '{LEAVE_OUT}'", 200)
    for form, kind in kinds.items():
        yield f"  {scalar(form)}: {kind}" if kind else _line(f"  # {scalar(form)}:", "not placed; say which kind it is")


def _values(data: Mapping[str, Any]) -> Iterator[str]:
    if "values" in data:
        yield "values:"
        for field, said in data["values"].items():
            inner = ", ".join(f"{scalar(theirs)}: {scalar(ours)}" for theirs, ours in said.items())
            yield f"  {field}: {{{inner}}}"


def _questions(data: Mapping[str, Any], questions: Mapping[str, Question], answers: Mapping[str, Any]) -> Iterator[str]:
    said = data.get("questions") or data.get("answers") or {}
    for code, how in said.items():
        told = how if isinstance(how, str) else _flow(how)
        proposal, score = answers[code]
        sure = "kept under its own heading" if proposal.field == "sections" else confidence(score)
        wording = questions[code].wording if code in questions else ""
        yield _line(f"  {scalar(code)}: {told}", f"{_remark(wording)}: {sure}" if wording and wording != code else sure)


def _flow(how: Mapping[str, Any]) -> str:
    parts = [
        f"{name}: [{', '.join(value)}]" if isinstance(value, list) else f"{name}: {value}"
        for name, value in how.items()
    ]
    return f"{{{', '.join(parts)}}}"


def _line(text: str, remark: str, longest: int = _LONGEST_REMARK + 40) -> str:
    return f"{text:{_WIDTH}} # {_remark(remark, longest)}"


def _remark(text: str, longest: int = _LONGEST_REMARK) -> str:
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def scalar(text: str) -> str:
    """A name as YAML: bare where that is safe, and otherwise in quotation marks."""
    is_safe = _SAFE.fullmatch(text) and text.casefold() not in _RESERVED
    if is_safe:
        return text
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=True, width=len(text) * 12 + 100)).rstrip("\n")
