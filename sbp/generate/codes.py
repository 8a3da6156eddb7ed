"""The reference page of code lists, each with its source and what in it rests on memory."""

from collections.abc import Mapping
from typing import Any

from sbp.codes import code_list, code_names, code_values
from sbp.generate.markdown import page, table

_MEMORY = "from memory, to be confirmed"
_SEEN = {
    "r1": "seen in Release 1",
    "r2": "seen in Release 2",
    "secondary": "seen at second hand",
    "not-verified": "not seen at its source",
}


def codes_page() -> str:
    """Every code list of `schemas/codes/`, by name."""
    intro = (
        "A record holds the *value*. Lists that begin with `cld_` are those of Client Level Data, "
        "whose values are the label text. Where a wording or a reference could not be seen at its source, "
        f"it says *{_MEMORY}*."
    )
    return page("Code lists", intro, *(_list(name) for name in code_names()))


def _list(name: str) -> str:
    data = code_list(name)
    facts = [f"{data['title']}.", f"Source: {data['source']}. Looked at: {data['checked']}."]
    facts += [f"*This whole list is {_MEMORY}.*"] if data["from_memory"] else []
    facts += [f"{_SEEN[data['verified']].capitalize()}."] if data.get("verified") else []
    facts += [" ".join(str(data["note"]).split())] if data.get("note") else []
    earlier = any("release_1" in item for item in data["items"])
    heads = ["Value", "Label", "Reference", *(["In Release 1"] if earlier else [])]
    rows = [_row(value, item, earlier) for value, item in zip(code_values(name), data["items"], strict=True)]
    return "\n\n".join([f"## {name}", " ".join(facts), table(heads, rows)])


def _row(value: str, item: Mapping[str, Any], earlier: bool) -> list[str]:
    remembered = any(key.endswith("from_memory") and item[key] for key in item)
    reference = str(item["ref"]) + (f" (*{_MEMORY}*)" if remembered else "")
    reference += f" (*{_SEEN[item['verified']]}*)" if item.get("verified") else ""
    return [f"`{value}`", str(item["label"]), reference, *([_earlier(item)] if earlier else [])]


def _earlier(item: Mapping[str, Any]) -> str:
    found = item.get("release_1", "")
    return "; ".join(map(str, found)) if isinstance(found, list) else str(found)
