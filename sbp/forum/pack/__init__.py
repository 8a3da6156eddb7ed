"""The agenda pack of a sitting: a page a case, the person's words first, findings as questions to be curious about."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import attrs
from attrs import frozen

from sbp.forum.pack.page import CasePage, case_page
from sbp.forum.pack.people import Known
from sbp.forum.pack.pseudonyms import Pseudonyms
from sbp.forum.sitting.following import open_actions
from sbp.forum.sitting.log import OpenAction, shown_actions
from sbp.forum.sitting.parts import Sitting
from sbp.rules import RuleSet

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen(kw_only=True)
class Pack:
    """All that an agenda pack says but for its learning page. `named` tells whether people go by their names."""

    id: str
    held_on: str
    chair: str
    named: bool
    cases: tuple[CasePage, ...]
    actions: tuple[OpenAction, ...]


def pack(
    sitting: Sitting, before: Sequence[Sitting], people: Mapping[str, Known], rules: RuleSet, *, named: bool = False
) -> Pack:
    """The pack of a sitting. `before` are the sittings kept so far, oldest first; `people` are those of its cases.

    Unless `named`, every name the records know is put out of sight; `sbp.forum.pack.pseudonyms` says what that misses.
    """
    day = sitting.held_on
    earlier = tuple(one for one in before if one.id != sitting.id and _is_before(one, day))
    letters = _letters([case.person_id or case.case_id for case in sitting.submissions])
    names = Pseudonyms.of(sitting, people, letters, named=named)
    pages = tuple(
        case_page(case, sitting, earlier, people.get(case.person_id), rules, names) for case in sitting.submissions
    )
    actions = shown_actions(open_actions(earlier), day)
    return Pack(
        id=sitting.id,
        held_on=day.isoformat() if day else "",
        chair=names.masked(sitting.chair, ""),
        named=named,
        cases=pages,
        actions=tuple(
            attrs.evolve(action, what=names.masked_anywhere(action.what), owner=names.masked_anywhere(action.owner))
            for action in actions
        ),
    )


def _letters(ids: Iterable[str]) -> dict[str, str]:
    """A letter for each person, in the order of the agenda: A to Z, then A2 and so on."""
    found: dict[str, str] = {}
    for ident in dict.fromkeys(ids):
        turn, place = divmod(len(found), len(LETTERS))
        found[ident] = LETTERS[place] + (str(turn + 1) if turn else "")
    return found


def _is_before(sitting: Sitting, day: date | None) -> bool:
    return day is None or sitting.held_on is None or sitting.held_on <= day
