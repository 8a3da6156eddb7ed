"""The agenda pack of a sitting: a page a case, the person's words first, findings as questions to be curious about."""

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

import attrs
from attrs import frozen

from sbp.forum.learning import Learning
from sbp.forum.pack.ordinary import small_words, words_of
from sbp.forum.pack.page import CasePage, case_page
from sbp.forum.pack.people import Brought
from sbp.forum.pack.pseudonyms import Pseudonyms
from sbp.forum.sitting.following import is_before, open_actions
from sbp.forum.sitting.log import OpenAction, shown_actions
from sbp.forum.sitting.parts import Sitting
from sbp.rules import RuleSet


@frozen(kw_only=True)
class Pack:
    """All that an agenda pack says. `named` tells whether people go by their names."""

    id: str
    held_on: str
    chair: str
    named: bool
    cases: tuple[CasePage, ...]
    actions: tuple[OpenAction, ...]
    learning: Learning


def pack(
    sitting: Sitting,
    before: Sequence[Sitting],
    brought: Brought,
    rules: RuleSet,
    *,
    learning: Learning | None = None,
    named: bool = False,
) -> Pack:
    """The pack of a sitting. `before` are the sittings kept so far, oldest first; `brought` has those of `wanted`.

    Unless `named`, every name the records know is put out of sight; `sbp.forum.pack.pseudonyms` says what that misses.
    """
    day, people = sitting.held_on, brought.people
    earlier = tuple(one for one in before if one.id != sitting.id and (day is None or is_before(one, day)))
    letters = _letters([case.person_id or case.case_id for case in sitting.submissions])
    actions = shown_actions(open_actions(earlier), day)
    learnt = learning or Learning()
    loose = [*(said for one in actions for said in (one.what, one.owner)), *_lessons(learnt)]
    names = Pseudonyms.of(sitting, people, letters, loose, brought.words | small_words(words_of(rules)), named=named)
    pages = tuple(
        case_page(case, sitting, earlier, people.get(case.person_id), rules, names) for case in sitting.submissions
    )
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
        learning=_masked(learnt, names),
    )


def wanted(sitting: Sitting, before: Iterable[Sitting]) -> frozenset[str]:
    """The ids of everybody whose records a pack needs: those on the agenda, and those of actions that are open."""
    held = (*before, sitting)
    still = {action.case_id for action in open_actions(held)}
    cases = {case.person_id for one in held for case in one.submissions if case.case_id in still}
    return frozenset(cases | {case.person_id for case in sitting.submissions}) - {""}


def _lessons(learnt: Learning) -> list[str]:
    return [said for _, one in learnt.lessons for said in (one.theme, one.went_well, one.why, one.do_next)]


def _masked(learnt: Learning, names: Pseudonyms) -> Learning:
    """The learning page with the names in what people wrote for it out of sight."""
    mask = names.masked_anywhere
    lessons = tuple(
        (
            source,
            attrs.evolve(
                one, theme=mask(one.theme), went_well=mask(one.went_well), why=mask(one.why), do_next=mask(one.do_next)
            ),
        )
        for source, one in learnt.lessons
    )
    return attrs.evolve(learnt, lessons=lessons)


def _letters(ids: Iterable[str]) -> dict[str, str]:
    """A letter for each person, in the order of the agenda: A to Z, then A2 and so on."""
    found: dict[str, str] = {}
    for ident in dict.fromkeys(ids):
        turn, place = divmod(len(found), len(ascii_uppercase))
        found[ident] = ascii_uppercase[place] + (str(turn + 1) if turn else "")
    return found
