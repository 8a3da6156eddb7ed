"""Family and friends a plan counts on, with nothing that says they were asked."""

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sbp.casefile import CaseFile
from sbp.checks.family import SOMEBODY, called, family, speaks_of_any, written_over
from sbp.checks.wording import KIN, has_agreement, has_quotation, plain
from sbp.findings import Place
from sbp.passage import Passage
from sbp.records import Prose, Record, prose
from sbp.records.parts import Connection

_OFTEN = (
    r"(?:daily|twice|(?:three|four) times|each|every|morning|nights?|evenings?|weekends?|before|after|at \w+|on \w+s)"
)
_DOES = (
    r"(?:provide|cover|support|assist|help|monitor|supervise|manage|meet|care|wash|dress|prompt|shop|cook|clean|"
    r"transport|escort|be (?:there|on hand|around|responsible|available|providing|covering|doing|staying|helping)|"
    r"see to|check on|keep an eye|pick up|drive|sort|empty|sit with|move in|carry on|ensure|"
    r"give|make (?:his|her|their|the|sure)|put (?:him|her|them|out)|get (?:him|her|them|the|his)|hold|heat|warm|fetch|"
    r"hoist|change|toilet|shower|bathe|turn (?:him|her|them)|settle|tuck|remind|order|dole|set (?:out|up)|fill|top up|"
    r"resume|take (?:over|on|up|him|her|them|responsibility|charge|turns|his|the)|walk the|operate|apply|"
    r"(?:go|come|call|pop|nip|look|drop) (?:in|round|around|over|across|up|down|out|by|back|home|through|"
    rf"{_OFTEN})|visit {_OFTEN}|(?:ring|phone|call) (?:him |her |them )?{_OFTEN}|live in|stand in|fund|"
    r"do (?!(?:so|nothing|not|no)\b)|administer|collect|take|use the|stay|sleep|oversee|deal|handle|continue|"
    r"step in|look "
    r"after|attend to|undertake|complete|bring (?:in |over |round )?(?:his|her|their|the|all|a hot)? "
    r"?(?:meals?|dinner|tea|food|shopping|medication|meds|tablets)|prepare|feed|lift)"
)
_NO_CARE = (
    r"(?!(?:bring|take|collect|fetch|feed|order|make|drive|give) (?:the |a |an |some |us |me |his |her |their )?(?:cat|"
    r"dog|hens|photo\w*|letter\w*|notes|copy|cake|paper\w*|flowers|lawn|guitar|call|decision|information|consent|view))"
)
"""What is no care, though the same verbs tell of it."""
_DONE = (
    r"(?:prompted|reminded|driven|fetched|cleaned|shopped for|ordered|sorted|provided|covered|done|met|managed|"
    r"supported|prepared|cooked|given|administered|completed|undertaken|collected|filled|monitored|picked up|"
    r"looked after|supervised|carried out|dealt with|helped|assisted|washed|dressed|fed)"
)
_MODAL = (
    r"(?:will|is to|are to|to|shall|must|should|can|would|(?:will |would )?(?:need|have|be (?:expected|required|asked|"
    r"relied (?:up)?on)) to|(?:is|are) (?:being )?(?:expected|required|asked|relied (?:up)?on) to|"
    r"(?:is|are) (?:\w+ )?(?:available|able|on hand|around) to)"
)
_LABEL = (
    r"(?:weekends?|nights?|evenings?|mornings?|meals?|shopping|medication|meds|personal care|transport|finances?|"
    r"laundry|cleaning|bank holidays|tea ?times?|lunch\w*|breakfast|overnight|bedtimes?|washing|bins|out of hours|"
    r"emergenc\w+|back-?up)(?: (?:at|on|over|during|and|calls?|visits?)(?: the)?(?: [\w']+){0,2})?"
)
_CARE = r"(?:calls?|care|support|package|visits?|services?|carers|hours|respite|sitting|nights?|cover|provision)"
_DOUBT = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|whether|wonder\w*|hop(?:e|es|ed|ing)|wants?|wanted|wish(?:es|ed)?|would (?:like|rather|"
    r"prefer)|thinks?|thought|worr\w+|fears?|glad|pleased|said|says|tells?|told|if (?!the\b|care|there|needed)|see if|"
    r"explore|check(?:ed)? (?:if|that|with)|no longer|nobody|not|never|n't)\b[^,;:]*$"
)
"""What makes of it a wish, a question or what somebody thinks."""
_NO_MORE = re.compile(
    r"\b(?:no more|can't|cannot|won't|will not|not|never|couldn't|could not|no longer)\b(?: [\w'-]+){0,4}? "
    r"(mornings?|nights?|evenings?|weekends?|sundays?|saturdays?|lift\w*|hoist\w*|personal care|wash\w*|medication|"
    r"tablets|insulin|meals|money|driv\w+|overnight)\b"
)
"""What somebody says they will not do."""
_KIN = re.compile(rf"\b{KIN}\b")
_OBJECT = re.compile(
    r"\b(?:r[iau]ng|phon\w+|call(?:ed|ing)|g[eo]t(?:ting)?|fetch\w*|had|has|needed|t[oa]ok|takes?|lets?|"
    r"help\w*|allow\w*|"
    r"enabl\w*|leav\w+|left|encourag\w*|support\w*|with|of|from|about|visit\w*|teach\w*|taught|show\w*|watch\w*) "
    r"(?:(?:for|on|up) )?(?:his |her |their |the |a )?$"
)
"""What makes of family whom somebody rang, helped or left."""
_PRONOUN = re.compile(r"\b(?:he|she|they|both|we|i|his|her|their)\b")
_OFFERED = re.compile(
    r"\b(?:(?:his|her|their) (?:own )?(?:idea|choice|suggestion|offer)|talked (?:it|this) (?:over|through)|split the|"
    r"sat down with|spoke(?:n)? (?:to|with)|discussed with|wrote|between them(?:selves)?)\b"
)


@frozen(kw_only=True)
class CountedOn:
    """Find a worker's sentences that count on family or friends, where nothing says that they agreed.

    Somebody is family by the word for it, or by a first name that the records put beside one: *Daughter Karen*. They
    agreed where the sentences about them, or next to those, tell of an offer, an agreement or their own words; where
    the records do so elsewhere; or where a connection says whether they are willing.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place an entry."""
        names = family(case_file)
        told = "\n".join(plain(item.entry.text) for record in case_file.records for item in prose(record))
        for record in case_file.records:
            for item in prose(record) if record.kind in scope else ():
                span = _counted_on(record, item, names, told) if item.entry.speaker == "worker" else None
                if span:
                    yield Place(record_id=record.header.id, field=item.pointer, start=span[0], end=span[1])


def _counted_on(record: Record, item: Prose, names: dict[str, str], told: str) -> tuple[int, int] | None:
    if _patterns().search(written_over(plain(item.entry.text), names)) is None:
        return None
    passage = Passage(item.entry.text)
    sentences = [plain(passage.plain.text[start:end]) for start, end in passage.sentence_spans]
    for at, (opening, closing) in enumerate(passage.sentence_spans):
        words = written_over(sentences[at], names)
        for found in _patterns().finditer(words):
            people = called(sentences[at][slice(*found.span())], names)
            asked = (
                _DOUBT.search(words, 0, found.start())
                or _OBJECT.search(words, 0, found.start())
                or passage.in_quotes(opening, closing)
            )
            if asked or _is_answered(record, item, people, sentences[at]) or _agree(sentences, at, people, names):
                continue
            if not _agreed(told, people):
                return passage.place(opening + found.start(), opening + found.end())
    return None


@cache
def _patterns() -> re.Pattern[str]:
    """Ways of counting on somebody, in a text whose family names are written over."""
    ways = (
        rf"(?:anticipated|expected|assumed|envisaged|presumed|understood|planned|proposed) that {SOMEBODY} (?:will|can|"
        r"would|is able|are able)\b",
        rf"\b{SOMEBODY},? (?:who )?{_MODAL} (?:also |then |now |still |all )?(?:continue to |be able to |learn to )?"
        rf"{_NO_CARE}{_DOES}\b(?! to (?:make|decide)|\w* to speak)",
        rf"\b{SOMEBODY} to (?:continue|carry on|remain)\b",
        rf"\b{SOMEBODY} (?:is |are )?to be (?:called upon|relied (?:up)?on|used for|rung and)\b",
        rf"\b{SOMEBODY} (?:(?:is|are|will be) (?:expected|required|relied (?:up)?on)|continues? to (?:provide|meet|do|"
        r"support|manage))\b",
        rf"(?:^|[.,;:\n-] ?){_LABEL} ?[:=-] ?{SOMEBODY}(?= ?(?:[.,;\n]|$))",
        rf"\b(?:will|to|should|can|must|would|could) (?:also |then |all )?be {_DONE}(?: [\w'-]+){{0,3}}? by {SOMEBODY}"
        r"(?! (?:if|and (?:he|she)))",
        rf"\b(?:remaining|other|outstanding|unmet|overnight|weekend|evening|gaps?)\b[\w ]{{0,25}} {_DONE}(?: "
        rf"[\w'-]+){{0,2}} by {SOMEBODY}",
        rf"\b(?:falls?|be left|is left|are left|down|remains?|rests?) (?:to|with|on) {SOMEBODY}",
        rf"\b(?:no|without|not|fewer|reduced?|cancel\w*|stop\w*|withdraw\w*|decreas\w*)\b(?: [\w'-]+){{0,4}}? {_CARE}\b"
        rf"[^.;:]{{0,40}}? (?:as|because|since|given that|now that) {SOMEBODY} [^.;:]*?\b(?:is|are|will|can|lives?|has|"
        r"have|retired|there)\b",
    )
    return re.compile("|".join(rf"(?:{way})" for way in ways))


def _agree(sentences: list[str], at: int, people: frozenset[str], names: dict[str, str]) -> bool:
    """Whether the sentences of an entry that tell of somebody, or go on from those, hold an agreement of theirs."""
    anybody = frozenset(names) | frozenset(_KIN.findall(sentences[at]))
    for number, said in enumerate(sentences):
        theirs = number == at or speaks_of_any(said, people)
        beside = abs(number - at) == 1 and not speaks_of_any(said, anybody - people)
        goes_on = beside and (_PRONOUN.search(said) or has_quotation(said))
        if (theirs or goes_on) and (has_agreement(said) or _OFFERED.search(said)):
            return True
    return False


def _agreed(told: str, people: frozenset[str]) -> bool:
    """Whether the records say anywhere of somebody that they offered, agreed or wish it."""
    if not people:
        return False
    said = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, people))})\b[^.\n]{{0,80}}\b(?:agreed|agrees|(?:is|are) (?:willing|happy|glad|"
        r"keen)|offered|offers|volunteered|happy to|glad to|wants? to|wishes to|would like to|suggested|proposed|"
        r"insists?|prefers?)\b"
    )
    return said.search(told) is not None


def _is_answered(record: Record, item: Prose, people: frozenset[str], said: str) -> bool:
    """Whether the connection the words stand in, or that of the same somebody, says that they agreed or were asked.

    An answer that rules out the very thing (*no more mornings*) is none to a sentence about mornings.
    """
    network: tuple[Connection, ...] = getattr(record, "network", ())
    parts = item.pointer.split("/")
    if parts[1] == "network":
        return _is_asked(network[int(parts[2])])
    asked = [one for one in network if _is_asked(one) and not _rules_out(one, said)]
    return any(not people or speaks_of_any(plain(f"{one.who} {one.relation}"), people) for one in asked)


def _is_asked(connection: Connection) -> bool:
    return connection.willing is not None or bool(connection.agreed_by)


def _rules_out(connection: Connection, said: str) -> bool:
    told = " ".join(plain(entry.text) for entry in (connection.what, connection.impact) if entry)
    return any(met[1].rstrip("s") in said for met in _NO_MORE.finditer(told))
