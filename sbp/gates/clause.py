"""Where a clause begins, and who or what is its subject, from word classes and position alone."""

from itertools import pairwise

from sbp.gates.nouns import DETERMINERS, FINITE, Subject, by_pronoun, has_verb, meaning, passed_over
from sbp.passage import Sentence
from sbp.passage.lexicon import words

_BREAKS = frozenset(
    [
        ",",
        ";",
        ":",
        "(",
        ")",
        "-",
        "--",
        "\u2022",
        "*",
        "but",
        "yet",
        "however",
        "although",
        "though",
        "whereas",
        "because",
        "while",
        "so",
        "since",
        "except",
    ]
)
_STRONG = frozenset(
    [
        ";",
        ":",
        "(",
        ")",
        "--",
        "\u2022",
        "*",
        ".",
        "!",
        "?",
        "because",
        "although",
        "though",
        "whereas",
        "while",
        "that",
        "when",
        "whenever",
        "if",
        "where",
        "after",
        "before",
        "until",
        "since",
        "as",
    ]
)
_STRUCK_OUT = frozenset(["\u2588", "*", "[", "]"])
_RELATIVE = frozenset(["which", "what", "that", "those", "this"])
_WHEN = frozenset(["when", "whenever"])
"""`Kicks off whenever the rota changes and gets nasty`: what follows is not said of the rota."""
_LONGEST_LABEL = 3
_PLACING = frozenset("on in at with during after around when".split())
_LONGEST_PLACE = 3
_IS_A = {(verb, article) for verb in ("is", "was", "'s") for article in ("a", "an")}
_REMARK = frozenset(["said", "noted", "stressed", "acknowledged", "admitted", "remembered"])
_PUT = frozenset(["put", "puts", "have", "has"])
_CONJOINED = frozenset(["and", "or", "but", "then", ",", "&", "+", "/", "nor", "plus"])
_PREPOSITIONS = frozenset(
    "on in at by with from to for of about into after before since during without over under through towards "
    "than as".split()
)


def clause_start(sentence: Sentence, at: int) -> int:
    """The first token of the clause that holds token `at`."""
    tokens = sentence.words
    position = at - 1
    while position >= 0 and tokens[position] not in _BREAKS:
        position -= 1
    return position + 1


def subject(sentence: Sentence, first: int) -> Subject:
    """Who or what the words from token `first` on are said of."""
    position = _skip(sentence, first - 1)
    if position < 0:
        return "none"
    tokens = sentence.words
    apposed = _apposed(sentence, position, first)
    if apposed is not None:
        return apposed
    if tokens[position] in _CONJOINED:
        return _main_subject(sentence, position)
    if tokens[position] in (":", ";", "-", "--", "\u2022", "*", "(", ".", "?"):
        return label(sentence, position - 1) if tokens[position] == ":" else "none"
    return "kin" if _is_of_kin(sentence, position) else _head(sentence, position)


def label(sentence: Sentence, position: int) -> Subject:
    """Whose line it is, where what stands before the colon is an animal or a relative: `Dog: will not settle`."""
    kind = meaning(sentence, position) if 0 <= position < _LONGEST_LABEL else None
    return kind if kind in ("animal", "kin") else "none"


def _skip(sentence: Sentence, position: int) -> int:
    passed = passed_over()
    tokens = sentence.words
    while position >= 0 and tokens[position] in passed:
        position -= 1
    return position


def _head(sentence: Sentence, position: int) -> Subject:
    """What the noun or pronoun at `position` is."""
    token = sentence.words[position]
    if token in ("one", "two", "both", "another") and position > 1 and _names_animal(sentence, position):
        return "animal"
    kind = meaning(sentence, position)
    if kind in ("kin", "named", "other", "animal", "thing") and _hangs(sentence, position, -1):
        main = _main_subject(sentence, position)
        return main if main == "person" or (main == "none" and _opens_with_place(sentence, position)) else kind
    if kind is not None:
        return kind
    if token == ")" and "(" in sentence.words[1:position]:
        opened = max(at for at in range(1, position) if sentence.words[at] == "(")
        return _head(sentence, opened - 1)
    if token in ("who", "that") and position > 0:
        if _is_predicate(sentence, position - 1):
            return _main_subject(sentence, position - 1)
        known = meaning(sentence, position - 1 - (sentence.words[position - 1] == "," and position > 1))
        if token == "who":
            return "person" if known in (None, "thing") else known
        return known or _head(sentence, position - 1)
    if token in ("him", "her", "them"):
        return by_pronoun({"him": "he", "her": "she", "them": "they"}[token], sentence.passage.who) or "none"
    if token.isdigit() or token in (")", '"', "'"):
        return "other" if _is_numbered_office(sentence, position) else _main_subject(sentence, position)
    main = _main_subject(sentence, position)
    is_subject = _is_noun_phrase(sentence, position) and has_verb(sentence, position)
    return main if main != "none" or not is_subject else "thing"


def _is_of_kin(sentence: Sentence, position: int) -> bool:
    """`Daughter of Mrs Tait says`, `her twin, whose illness means that she`: not the person, but one of theirs."""
    tokens = sentence.words
    if meaning(sentence, position) != "person":
        return False
    opening = position - (tokens[position - 1] in ("mr", "mrs", "ms", "miss"))
    if opening > 1 and tokens[opening - 1] == "of":
        return tokens[opening - 2] in words("kin")
    if "whose" not in tokens[:position]:
        return False
    whose = position - 1 - tokens[:position][::-1].index("whose")
    noun = whose - 1 - (tokens[whose - 1] == ",")
    return noun >= 0 and tokens[noun] in words("kin") and "," not in tokens[whose:position]


def _opens_with_place(sentence: Sentence, position: int) -> bool:
    """`On the ward is rude`: a note without a subject that opens with where or when."""
    start = clause_start(sentence, position)
    return sentence.words[start] in _PLACING and position - start <= _LONGEST_PLACE


def _is_numbered_office(sentence: Sentence, position: int) -> bool:
    """`Ward 7 never answers`."""
    return position == 1 and sentence.words[1].isdigit() and meaning(sentence, 0) == "other"


def _is_noun_phrase(sentence: Sentence, position: int) -> bool:
    return any(word in DETERMINERS for word in sentence.words[max(0, position - 3) : position])


def _main_subject(sentence: Sentence, position: int) -> Subject:
    """The subject of the larger clause that `position` stands in.

    The nearest noun or pronoun to the left that has a verb of its own after it; failing that, the first that does not
    hang on a preposition.
    """
    after_comma = sentence.words[position] in ("and", "but") and sentence.words[position - 1] == ","
    start = -1 if after_comma else position - 1
    while start >= 0 and (sentence.words[start] not in _STRONG or _is_struck_out(sentence, start)):
        start -= 1
    if after_comma and _starts_with_verb(sentence.words[0]):
        return "none"
    nearest = range(position) if after_comma else range(position - 1, start, -1)
    for at in nearest:
        kind = meaning(sentence, at) if sentence.words[at] not in _RELATIVE and has_verb(sentence, at) else None
        if kind == "thing" and start > 0 and sentence.words[start] in _WHEN:
            return _main_subject(sentence, start)
        if kind not in (None, "writer") and not _is_apart(sentence, at, start, position):
            return kind or "none"
    if start + 1 < position and _opens_with_verb(sentence, start + 1):
        return "none"
    for at in range(start + 1, position):
        kind = meaning(sentence, at)
        if kind is None or _is_apart(sentence, at, start, position):
            continue
        if kind in ("person", "kin", "named", "writer", "generic") or has_verb(sentence, at):
            return "person" if _points_at_somebody(sentence, at, position) else kind
    return _agent(sentence, start + 1, position)


def _points_at_somebody(sentence: Sentence, at: int, position: int) -> bool:
    """`This is a known self-harmer who ...`."""
    tokens = sentence.words
    return tokens[at] in ("this", "here") and tokens[at + 1 : at + 2] == ("is",) and "who" in tokens[at:position]


def _agent(sentence: Sentence, start: int, end: int) -> Subject:
    """Who did it, where it was done `by` somebody: `abuse by a former lodger was found, a plausible man`."""
    for at in range(start + 1, end):
        if sentence.words[at] == "by":
            for noun in range(at + 1, min(at + 5, end)):
                kind = meaning(sentence, noun)
                if kind in ("kin", "named", "other"):
                    return kind
    return "none"


def _is_apart(sentence: Sentence, at: int, start: int, position: int) -> bool:
    """Whether a noun is not the subject of what stands at `position`."""
    return _hangs(sentence, at, start) or _stands_aside(sentence, at, position)


def _stands_aside(sentence: Sentence, at: int, position: int) -> bool:
    """Whether a noun is the subject of an aside that ends before `position`: `as the team put it,`."""
    tokens = sentence.words
    if "," not in tokens[at:position] and tokens[position] != ",":
        return False
    if tokens[at] == "it" and not _REMARK.isdisjoint(tokens[at + 1 : at + 6]):
        return True
    for before in range(at - 1, max(-1, at - 6), -1):
        if tokens[before] in ("as", "whose") and (before == 0 or tokens[before - 1] in (",", "and", "(")):
            return tokens[before] == "whose" or not words("say").union(_PUT).isdisjoint(tokens[at + 1 : at + 4])
        if tokens[before] == ",":
            return False
    return False


def _is_predicate(sentence: Sentence, position: int) -> bool:
    """`Dougal is an anxious husband who ...`, `Ada is a game old bird, ...`: the noun is what the subject is."""
    before = sentence.words[max(0, position - 5) : position]
    return meaning(sentence, position) in ("kin", "animal", "other") and any(pair in _IS_A for pair in pairwise(before))


def _names_animal(sentence: Sentence, position: int) -> bool:
    """`The cats, of which there are four, one aggressive with visitors`."""
    return not words("animal").isdisjoint(sentence.words[:position])


def _apposed(sentence: Sentence, position: int, first: int) -> Subject | None:
    """Whom `, a rude man,` is said of: the noun right before the comma."""
    comma = position if sentence.words[position] == "," else position - 1
    if comma < 1 or sentence.words[comma] != "," or sentence.words[comma + 1] not in ("a", "an", "the"):
        return None
    if first - comma > 3:
        return None
    if _is_predicate(sentence, comma - 1):
        return _main_subject(sentence, comma - 1)
    kind = meaning(sentence, comma - 1)
    return kind if kind in ("kin", "other", "animal", "named") else None


def _hangs(sentence: Sentence, at: int, start: int) -> bool:
    """Whether a noun hangs on a preposition (`on the ward`, `with his new sister`)."""
    left = [before for before in range(at - 1, start, -1) if sentence.words[before] not in _STRUCK_OUT]
    for before in left[:3]:
        token = sentence.words[before]
        if token in _PREPOSITIONS:
            return token != "to" or sentence.words[before + 1] not in words("say")
        if token in FINITE or token == "," or token in ("he", "she", "they", "and", "or"):
            return False
    return False


def _is_struck_out(sentence: Sentence, at: int) -> bool:
    """`Mr **NAME**`: a name that was taken out, and no bullet."""
    return sentence.words[at] == "*" and "*" in sentence.words[max(0, at - 1) : at] + sentence.words[at + 1 : at + 2]


def _opens_with_verb(sentence: Sentence, at: int) -> bool:
    """Whether a clause has no subject of its own: `Cannot budget`, `Refuses care`, `Not able to`."""
    token = sentence.words[at]
    if meaning(sentence, at) is not None:
        return False
    return token in FINITE or token in ("not", "no", "never", "unable", "needs") or _starts_with_verb(token)


def _starts_with_verb(token: str) -> bool:
    return len(token) > 3 and token.endswith(("s", "ed", "ing")) and not token.endswith("ss")
