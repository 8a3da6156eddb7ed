"""The workshop as one HTML file for the room. Its script is ours, small, inside the file, and allowed by its hash.

Nothing that is typed leaves the page or is kept: there is no form to send, no store is touched, and the policy allows
no connection to anywhere.
"""

import base64
import hashlib
import json
from pathlib import Path
from typing import Final

from sbp.reports.html import environment
from sbp.workshop.material import Passage, Workshop, paragraphs
from sbp.workshop.pack import KINDS

TEMPLATES: Final = Path(__file__).parent / "templates"


def workshop_page(made: Workshop) -> str:
    """The page."""
    style = (TEMPLATES / "workshop.css").read_text(encoding="utf-8")
    script = (TEMPLATES / "workshop.js").read_text(encoding="utf-8")
    policy = "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    made_of = environment(TEMPLATES)
    made_of.filters |= {"spans": _spans, "paragraphs": paragraphs}
    template = made_of.get_template("workshop.html.j2")
    return template.render(w=made, pack=made.pack, kinds=KINDS, style=style, script=script, policy=policy)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _spans(passage: Passage) -> str:
    """Where the tool marked words, as JSON, counted in UTF-16 units as a browser counts."""
    return json.dumps([[_units(passage.text[: one.start]), _units(passage.text[: one.end])] for one in passage.asked])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
