"""A judgement of somebody's character or manner, and whether anything was seen or heard beside it."""

import re
from collections.abc import Iterator
from functools import cache

from sbp.checks.clauses import Clause, People, clauses, verbs
from sbp.checks.cues import cues
from sbp.passage.lexicon import words

_WORD = re.compile(r"[a-z][\w'-]*")
_COUNTED = re.compile(r"\b\d+ (?!visits)[a-z]+s\b")
_MAKES = re.compile(r"\bma(?:ke|kes|de) (?:the|it|this|that)\b")
_MOVED = re.compile(r"\bmoved (?:in|out|to|from|here|into|back)\b")
_SAME_SENTENCE = re.compile(r"\b(?:because|when|whenever|as|after|since|so|until|if|that|about|over|by)\b|:")
"""What leads on to a reason, in the sentence of the judgement itself."""


def judgements(text: str) -> Iterator[re.Match[str]]:
    """The words of judgement in a text, whoever they are about."""
    traits = _traits()
    if not traits.isdisjoint(_WORD.findall(text)):
        yield from (word for word in _WORD.finditer(text) if word.group() in traits)
    yield from cues("opinion.idiom").finditer(text)
    yield from cues("opinion.untrue").finditer(text)


def judges(sentence: str, people: People) -> bool:
    """Whether a sentence calls somebody something, and gives no reason or sign in the same breath."""
    if not any(judgements(sentence)):
        return False
    sentence = _manner().sub(lambda met: met[1] or "", sentence)
    read = clauses(sentence, people)
    told = [at for at, one in enumerate(read) if _is_judgement(one) and not _is_reported(read, at)]
    if not told:
        return False
    rest = sentence[sentence.find(read[told[-1]].text) :]
    return not _SAME_SENTENCE.search(rest) and not any(map(_is_conduct, read))


def shows(sentence: str, people: People) -> bool:
    """Whether a sentence beside a judgement tells of something somebody did or said, or that was counted."""
    told = (one for one in clauses(sentence, people) if not _is_fact(one))
    return _COUNTED.search(sentence) is not None or any(map(_is_conduct, told))


def _is_fact(one: Clause) -> bool:
    """Whether a clause tells how somebody lives, and of no moment: *takes seven tablets*, *since he moved in*."""
    habit = one.verb.endswith("s") and one.verb in verbs("fact_verb")
    return habit or _MOVED.search(one.text) is not None


def _is_conduct(one: Clause) -> bool:
    seen = cues("opinion.seen").search(one.text) is not None
    return seen or (one.form == "does" and one.verb in verbs("conduct_verb") and (one.named or not _is_worker(one)))


def _is_worker(one: Clause) -> bool:
    """Whether a verb without a subject is what the worker did: *rang the agency*, *asked*."""
    return one.verb in verbs("worker_verb")


def _is_reported(read: tuple[Clause, ...], at: int) -> bool:
    before = read[at - 1] if at else None
    if before is None:
        return False
    written = cues("opinion.written").search(before.text) is not None
    return written or (before.doer == "other" and before.verb in verbs("saying_verb"))


def _is_judgement(one: Clause) -> bool:
    """Whether somebody is, seems or comes across as something bad, or a clause is nothing but the word for it."""
    if one.aside:
        return False
    if cues("opinion.untrue").search(one.text):
        return one.doer == "person" or _is_somebody(one)
    if one.denied:
        return False
    if cues("opinion.idiom").search(one.text):
        return _MAKES.search(one.text) is None and (one.doer == "person" or _is_bare(one) or _is_somebody(one))
    at = next((at for at, word in enumerate(one.words) if word in _traits()), None)
    if at is None or one.words[at + 1 : at + 2] in (("to",), ("for",)):
        return False
    if one.words[at + 1 : at + 2] == ("with",) and not cues("opinion.with_somebody").search(one.text):
        return False
    if one.doer == "nobody" or not one.verb:
        return _opens(one.words[:at]) and _ends(one.words[at + 1 :])
    linked = one.form in ("is", "passive") or one.verb in verbs("seeming_verb")
    return linked and (one.doer == "person" or _is_somebody(one))


def _is_bare(one: Clause) -> bool:
    """Whether a clause has neither somebody nor a verb in it."""
    return one.doer == "nobody" and not one.verb and {"is", "are", "was", "were"}.isdisjoint(one.words)


def _opens(before: tuple[str, ...]) -> bool:
    """Whether only a degree, a time or a name stands before the word."""
    thing = bool(before) and before[0] in ("it", "this", "that", "there")
    return not thing and all(cues("opinion.beside").fullmatch(word) or word in ("v", "vv", "client") for word in before)


def _ends(following: tuple[str, ...]) -> bool:
    """Whether nothing follows the word but somebody, or where and towards whom."""
    after = following[0] if following else ""
    no_thing = after not in ("behaviour", "meeting", "visit", "call", "mood", "time", "times", "period")
    beside = no_thing and cues("opinion.beside").fullmatch(after) is not None
    return not after or after in words("person_noun") or beside


def _is_somebody(one: Clause) -> bool:
    """Whether the subject is one of the family or a pronoun, not a service."""
    near = cues("people.family").search(one.text) or re.search(
        r"\b(?:he|she|they|mr|mrs|ms|miss)\b|^\W*(?:is|was|can|has)\b", one.text
    )
    return near is not None and cues("opinion.service").search(one.text) is None


@cache
def _traits() -> frozenset[str]:
    """Adjectives that judge somebody's character or conduct."""
    every = frozenset[str]().union(*map(words, ("negative_trait", "sure_trait", "frame_trait", "judging_word")))
    return every - words("seen_trait")


@cache
def _manner() -> re.Pattern[str]:
    """How somebody seemed, before *as*, or where."""
    return re.compile(r"\b(across|presents?|presented|presenting) as\b|()\bover the (?:telephone|phone)\b")
