"""“No change” standing where somebody looked at a life, and nothing that says what was looked at."""

import re
from collections.abc import Iterator

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.wording import has_said, in_crisis, is_open, near_death, own_names, plain, says_nothing
from sbp.findings import Place
from sbp.records import Prose, Record, prose

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
    nil reviewed next due date completed done everyone anyone anybody person people going carried out held discussed
    required requires request requested today on by at during visit visited home telephone phone call team am pm
    continuing""".split()
)
_NIL = ("nil", "none", "no", "n/a", "na")
_ASKS = re.compile(r"\bchang(?:es?|ed|ing)\b|\bupdates?\b|\breview (?:of|summary|discussion|outcome|notes)\b|^review$")
"""A heading that asks what changed, or what a review found."""
_ELSEWHERE = re.compile(r"\b(?:previous(?:ly)?|last|earlier|original|prior)\b")


@frozen(kw_only=True)
class Unchanged:
    """Find records where an entry is wholly *no change*, *as above*, *remains the same*, and nobody is heard elsewhere.

    An entry that goes on to say what was looked at is silent; so are crises, the end of life and open records, and what
    stands where somebody's own words would. Said once of a record, of the first such entry; in a record with
    somebody's voice and `enough` other words, only of an entry that sends the reader to an earlier record, or where
    nothing more is said anywhere under the headings that ask what changed.
    """

    enough: int = 20

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """At most one place a record."""
        for record in case_file.records:
            if record.kind in scope and not (in_crisis(record) or near_death(record) or is_open(record)):
                yield from self._in(record)

    def _in(self, record: Record) -> Iterator[Place]:
        names = own_names(record.header.person)
        entries = [item for item in prose(record) if "/in_their_words/" not in item.pointer]
        same = [item for item in entries if _is_same(item.entry.text, names)]
        asked = [item for item in entries if _ASKS.search(plain(item.heading))]
        bare = asked if all(item in same or says_nothing(item.entry.text) for item in asked) else []
        sent = [item for item in entries if item in bare or (item in same and _sends_away(item.entry.text))]
        for item in (sent if _is_told(record, same, self.enough) else bare or same)[:1]:
            yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))


def _is_told(record: Record, same: list[Prose], enough: int) -> bool:
    """Whether the person speaks or is told of in a record, with `enough` words beside what is the `same`."""
    others = [item for item in prose(record) if item not in same]
    rest = " ".join(item.entry.text for item in others)
    speaks = any(item.entry.speaker == "person" for item in others)
    return (speaks or has_said(rest)) and len(rest.split()) >= enough


def _sends_away(text: str) -> bool:
    """Whether an entry sends the reader to another record: *as last review*, *see previous assessment*."""
    said = plain(text)
    return _ELSEWHERE.search(said) is not None and "change" not in said


def _is_same(text: str, names: frozenset[str]) -> bool:
    """Whether each part of a text says that nothing changed; *nil* may stand beside one that does."""
    parts = [part.strip(" -*•\t") for part in re.split(r"[.,;\n]|(?<=\w) - ", plain(text)) if part.strip(" -*•\t")]
    rest = [part for part in parts if part not in _NIL]
    says = [_SAME.fullmatch(part) is not None or _is_hollow(part, names) for part in rest]
    return any(says) and all(said or _names_nothing(part, names) for part, said in zip(rest, says, strict=True))


def _is_hollow(part: str, names: frozenset[str]) -> bool:
    """Whether a part says that nothing changed, in words that name nothing but the person."""
    return _CORE.search(part) is not None and _names_nothing(part, names)


def _names_nothing(part: str, names: frozenset[str]) -> bool:
    words = re.findall(r"[a-z]+", part.replace("'s", ""))
    return all(word in _PLAIN_WORDS or word in names for word in words)
