"""What the person does, affirmed: `draws every afternoon`, `can peel and chop`, `loves the brass band`."""

from sbp.gates.clause import clause_start, subject
from sbp.passage import Passage, Sentence
from sbp.passage.lexicon import words

_NOTHING_DONE = frozenset(
    "not be become get have appear seem only barely hardly scarcely no longer nothing nobody neither cause lead "
    "result sometimes little , . ; :".split()
)


def does_something(passage: Passage, doing: str) -> bool:
    """Whether the person is said to do one of the things of a class of words, or to be able to do anything."""
    verbs = words(doing)
    lower = passage.plain.lower
    if not any(verb in lower for verb in verbs):
        return False
    return any(_in_sentence(passage.sentence(number), verbs) for number in range(len(passage.sentence_spans)))


def _in_sentence(sentence: Sentence, verbs: frozenset[str]) -> bool:
    tokens = sentence.words
    if tokens[-1] == "?":
        return False
    for at, token in enumerate(tokens):
        if token not in verbs or _NOTHING_DONE.intersection(tokens[at + 1 : at + 2] or (".",)):
            continue
        before = tokens[max(clause_start(sentence, at), at - 4) : at]
        if words("negation").isdisjoint(before) and subject(sentence, at) in ("person", "none"):
            return True
    return False
