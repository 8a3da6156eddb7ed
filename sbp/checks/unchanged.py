"""“No change” standing where somebody looked at a life, and nothing that says what was looked at."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import has_said, in_crisis, is_open, near_death, own_names, plain
from sbp.findings import Place
from sbp.records import Record, prose

_THING = (
    r"(?:(?:the |his |her |their |all |current |care |and |support |overall |health |social )*(?:needs?|situation|"
    r"circumstances|presentation|outcomes?|package(?: of care)?|poc|plan|care|support|services?|"
    r"everything|things|all|"
    r"behaviours?|assessment|risks?|mobility|details|information|views?))"
)
_SINCE = (
    r"(?: (?:since|from|as|at|to|in) (?:the |his |her |their |my )?(?:last|previous|prior|initial|earlier|original|"
    r"current|before)?(?: ?(?:review|assessment|visit|year|time|contact|plan|form|report|record|"
    r"needs?|package|care plan|"
    r"care needs|circumstances|presentation|condition|situation|care|support|before|above))*)?"
)
_SAME = re.compile(
    rf"(?:[\w' .]{{0,20}}'s (?=needs? ))?(?:(?:there (?:has|have) been |there (?:is|are|were) |{_THING}:? )?"
    rf"(?:(?:no|nil|zero) (?:significant |reported |known |major |further |new |other )*(?:changes?|"
    rf"concerns?|issues?|"
    rf"updates?)(?: (?:reported|noted|identified|to report|required|needed|made|recorded))?"
    rf"(?: (?:to|in) (?:his|her|their|the) (?:care |support )?needs?)?{_SINCE}|n/c|"
    rf"(?:remains?|is|are|stays?|continues? to be|continues?|has remained|"
    rf"have remained) (?:all )?(?:very much |largely |"
    rf"broadly )?(?:the same|unchanged|stable|as (?:before|above|previous(?:ly)?|is)|appropriate|in place|the case|"
    rf"ongoing|to meet (?:his|her|their|all|assessed|eligible|the) ?(?:\w+ )?needs){_SINCE}|unchanged{_SINCE}|"
    rf"(?:nothing|nothing much|nothing significant|not much) (?:has |is |to )?(?:changed?|report|new|add){_SINCE}|"
    rf"(?:has|have) not changed{_SINCE}|(?:as|see|per|as per) (?:the )?(?:above|before|"
    rf"previous(?:ly)?|last|prior|earlier)"
    rf"(?: (?:review|year|time|assessment|plan|form|report|stated|recorded|noted|documented))*|"
    rf"same as (?:the )?(?:last|before|previous|above)[\w ]*|same|same again|"
    rf"(?:please )?(?:refer to|see) (?:the )?(?:previous|last|earlier|existing|original) (?:review|"
    rf"assessment|plan|form|"
    rf"record)s?|"
    rf"(?:continues?|ongoing|to continue|continue)(?: (?:as|with) (?:before|previously|planned|is|package|plan|"
    rf"support|care|"
    rf"current|present|the|"
    rf"existing)(?: (?:package|plan|support|care|arrangements?|provision))*)?|"
    rf"(?:to )?(?:remain|continue)s? (?:as (?:is|before|above)|unchanged|the same)|"
    rf"(?:care |support |current )?(?:package|plan|poc|services?)(?: of care)? (?:to continue|"
    rf"continues|ongoing|remains "
    rf"appropriate)(?: as (?:before|is|planned))?|"
    rf"(?:remains? )?as (?:per |in )?(?:the )?(?:current |existing )?(?:care |support )?plan|"
    rf"nil to (?:report|add|note)|ditto|stable|status quo|(?:nil|nothing) (?:new|further|else|to add|to report|"
    rf"of note)))"
)


_CORE = re.compile(
    r"\b(?:no (?:\w+ )?changes?|unchanged|not changed|nothing (?:has |to )?(?:changed|report|add)|the same|"
    r"as (?:before|previously|previous|above|last)|"
    r"remains? (?:appropriate|suitable|adequate|sufficient|stable|in place|as|unchanged)|"
    r"(?:see|refer to) (?:\w+ )?(?:last|previous|earlier|original|prior)|no (?:new |further |additional |other "
    r")needs?|continues? (?:to meet|with|current|as|ongoing|"
    r"existing)|status quo|"
    r"no (?:\w+ )?(?:issues?|concerns?|updates?|problems?)|(?:all|everything|things|overall) (?:is |are )?(?:ok|"
    r"okay|fine|"
    r"well|good|stable|the same)|as (?:per )?(?:the )?(?:previous|last|prior|earlier))\b"
)
_PLAIN_WORDS = frozenset(
    """no not nothing none any all the a an his her their and or as is are was were be been being has have had there
    this that to in of on for from since with at it its also still which change changes changed unchanged same stable
    significant reported known major further new noted identified required needed report add update updates need needs
    circumstance circumstances situation presentation outcome outcomes package plan plans care support service services
    provision arrangement arrangements behaviour behaviours risk risks mobility view views health social current
    currently existing present last previous previously prior earlier before above review reviews assessment visit time
    year form record remains remain continue continues continued continuing meet meets met appropriate in place ongoing
    assessed eligible identified required as per status quo everything things overall level levels concern concerns
    issues issue problem problems ok okay fine well good raised poc happy within stated described documented detailed
    details refer see suitable adequate sufficient additional year s going working okay he she they client service
    user mr mrs ms provider agency staff family by
    nil""".split()
)
_NIL = ("nil", "none", "no", "n/a", "na")
_ELSEWHERE = re.compile(r"\b(?:previous(?:ly)?|last|earlier|original|prior)\b")


@frozen(kw_only=True)
class Unchanged:
    """Find records where an entry is wholly *no change*, *as above*, *remains the same*, and nobody is heard elsewhere.

    An entry that goes on to say what was looked at is silent; so are crises, the end of life and open records, and what
    stands where somebody's own words would. Said once of a record, of the first such entry; in a record with
    somebody's voice and `enough` other words, only of an entry that sends the reader to an earlier record.
    """

    enough: int = 20

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """At most one place a record."""
        for record in case_file.records:
            if record.kind in scope and not (in_crisis(record) or near_death(record) or is_open(record)):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        entries = list(prose(record))
        names = own_names(record.header.person)
        same = [item for item in entries if _is_same(item.entry.text, names) and "/in_their_words/" not in item.pointer]
        rest = " ".join(item.entry.text for item in entries if item not in same)
        told = has_said(rest) and len(rest.split()) >= self.enough
        sent = [item for item in same if _sends_away(item.entry.text)]
        for item in (sent if told else same)[:1]:
            yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))


def _sends_away(text: str) -> bool:
    """Whether an entry sends the reader to another record: *as last review*, *see previous assessment*."""
    said = plain(text)
    return _ELSEWHERE.search(said) is not None and "change" not in said


def _is_same(text: str, names: frozenset[str]) -> bool:
    """Whether each part of a text says that nothing changed; *nil* may stand beside one that does."""
    parts = [part.strip(" -*•\t") for part in re.split(r"[.,;\n]|(?<=\w) - ", plain(text)) if part.strip(" -*•\t")]
    rest = [part for part in parts if part not in _NIL]
    return bool(rest) and all(_SAME.fullmatch(part) or _is_hollow(part, names) for part in rest)


def _is_hollow(part: str, names: frozenset[str]) -> bool:
    """Whether a part says that nothing changed, in words that name nothing but the person."""
    words = re.findall(r"[a-z]+", part.replace("'s", ""))
    return _CORE.search(part) is not None and all(word in _PLAIN_WORDS or word in names for word in words)
