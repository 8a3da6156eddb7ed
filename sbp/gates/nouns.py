"""What one word of a sentence names: the person, somebody else, an animal, a thing, people in general."""

from functools import cache
from typing import Literal

from sbp.passage import Sentence, Who
from sbp.passage.lexicon import words

Subject = Literal["person", "kin", "named", "other", "animal", "thing", "generic", "writer", "unclear", "none"]

_PRONOUNS = frozenset(["he", "she", "it", "that", "there", "who", "they"])
_MEN = frozenset("man men gentleman gentlemen gent chap lad fellow bloke boy male widower guy".split())
_WOMEN = frozenset("lady ladies woman women girl female widow".split())
DETERMINERS = frozenset(
    "the a an this that these those his her their its my our your some any every each both another".split()
)
_BEFORE_THINGS = DETERMINERS - {"that"}
"""`Flagging that Pavel is volatile`: what follows is no thing."""
_SISTERS = frozenset("ward night theatre nursing senior district charge outpatient clinic hospital".split())
_GENERIC = frozenset(
    "some many most few other others several all people anyone everyone nobody someone somebody anybody "
    "everybody families adults those pupils students prisoners inmates offenders youngsters adolescents passengers "
    "fans supporters players opponents demonstrators protesters".split()
)
_MEASURES = frozenset("some many most few other all several any each every".split())
_SINGLE = frozenset(["each", "any", "every"])
_THINGS = frozenset("it this that which these those what everything something nothing".split())
FINITE = frozenset(
    "is was are were has have had will would can could does did do may might must should 's 'll 'd told said "
    "went came got kept left took made gave ran put set let felt thought wants needs".split()
)
FEMALE_KIN = frozenset(
    "sister daughter mother mum wife aunt auntie niece granddaughter grandmother nan girlfriend twin".split()
)
MALE_KIN = frozenset("brother son father dad husband uncle nephew grandson grandfather grandad boyfriend twin".split())
_MALE, _FEMALE, _PLURAL = (
    frozenset(["he", "him", "himself"]),
    frozenset(["she", "herself"]),
    frozenset(["they", "themselves", "themself", "them"]),
)
_TITLES = frozenset(
    "mr mrs ms miss mx dr mr. mrs. ms. dr. rev sir dame prof sister father nurse pc cllr auntie uncle".split()
)
_CLASSES: tuple[tuple[str, Subject], ...] = (
    ("kin", "kin"),
    ("animal", "animal"),
    ("organisation", "other"),
    ("professional", "other"),
    ("thing", "thing"),
    ("household", "thing"),
    ("contraption", "thing"),
)
_WRITTEN_TITLES = frozenset("Mr Mrs Ms Miss Mx Dr Rev Cllr MR MRS MISS".split())
_ATTRIBUTES = frozenset(
    "behaviour behaviours behavior attitude manner conduct presentation demeanour mood personality temper "
    "outlook approach lifestyle insight motivation "
    "engagement compliance language hygiene appearance mobility understanding history account concordance".split()
)
_NEARBY = frozenset("downstairs upstairs opposite nearby".split())
_BEFORE_OR_AFTER = frozenset("previous former last next another fellow".split())
_FONDLY = frozenset("bird goat fox crow duck hen buzzard".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december "
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec christmas "
    "easter ramadan eid diwali vaisakhi baisakhi hanukkah passover pesach purim navratri holi onam lent advent "
    "pentecost whitsun michaelmas halloween nowruz hogmanay".split()
)


def meaning(sentence: Sentence, position: int) -> Subject | None:
    """What one token names, or None where it is no noun or pronoun that is known."""
    token = sentence.words[position]
    passage = sentence.passage
    pronoun = by_pronoun(token, passage.who)
    if pronoun:
        return pronoun
    if token in _ATTRIBUTES or token in words("faculty"):
        return _possessor(sentence, position)
    if _is_named(sentence, position):
        return "person"
    if position and sentence.raw[position - 1] in _WRITTEN_TITLES and token[:1].isalpha():
        return _titled(sentence, position - 1)
    if token in words("person_noun"):
        return _someone(sentence, position)
    if token in _FONDLY and position and sentence.words[position - 1] == "old":
        return "person"
    if token in _TITLES and (titled := _titled(sentence, position)):
        return titled
    if token in _GENERIC:
        return "generic" if _stands_for_people(sentence, position) else None
    if token in ("carer", "carers") and passage.record_type.startswith("carers_"):
        return "person"
    return _in_a_class(sentence, position) or _name(sentence, position)


def _in_a_class(sentence: Sentence, position: int) -> Subject | None:
    """What a noun is by its class; a ward sister is no kin, and `ex heroin addict` is nobody's ex."""
    token = sentence.words[position]
    if token == "sister" and not _SISTERS.isdisjoint(sentence.words[max(0, position - 1) : position]):
        return "other"
    if token == "ex" and not words("label_noun").isdisjoint(sentence.words[position + 1 : position + 3]):
        return None
    return next((kind for name, kind in _CLASSES if token in words(name)), None)


def _stands_for_people(sentence: Sentence, position: int) -> bool:
    """`Some refuse`, `all are`; but not `all attempts at ...`: a word of measure is people where a verb follows."""
    token = sentence.words[position]
    if token not in _MEASURES:
        return True
    if token in _SINGLE:
        return has_verb(sentence, position)
    following = sentence.words[position + 1 : position + 2]
    return has_verb(sentence, position) and not following[0].endswith("s")


def _is_named(sentence: Sentence, position: int) -> bool:
    """Whether a token is the person's name, or a short form of it."""
    token = sentence.words[position]
    names = sentence.passage.who.names
    if token in names:
        return True
    if len(token) < 3 or not sentence.raw[position][:1].isupper() or token in passed_over():
        return False
    return any(name.startswith(token) or (len(name) > 3 and token.startswith(name)) for name in names)


def by_pronoun(word: str, who: Who) -> Subject | None:
    """Whom a pronoun means, by what is known of the person's own."""
    if word in ("i", "we", "me", "my"):
        return "writer"
    if word in _THINGS:
        return "thing"
    for group, sign in ((_MALE, "he"), (_FEMALE, "she"), (_PLURAL, "they")):
        if word in group:
            known = who.pronouns.split("/")
            if not who.pronouns or sign in known:
                return "person"
            return "unclear" if sign == "they" or "they" in known else "kin"
    return None


def _someone(sentence: Sentence, position: int) -> Subject:
    """What `lady`, `man` or `resident` means: the person, somebody of another gender, or people in general."""
    if _is_generic(sentence, position):
        return "generic"
    if _is_of_somebody_near(sentence, position):
        return "other"
    pronouns = sentence.passage.who.pronouns
    return "kin" if _is_of_other_gender(sentence.words[position], pronouns) else "person"


def _is_of_somebody_near(sentence: Sentence, position: int) -> bool:
    """`The man downstairs`, `the neighbour's lad`, `the previous tenant`: told by place or owner."""
    tokens = sentence.words
    if not _NEARBY.isdisjoint(tokens[position + 1 : position + 2]) or not _BEFORE_OR_AFTER.isdisjoint(
        tokens[max(0, position - 1) : position]
    ):
        return True
    owner = position - 2
    return owner >= 0 and tokens[position - 1] == "'s" and tokens[owner] in words("kin")


def _is_of_other_gender(noun: str, pronouns: str) -> bool:
    """`The man` in the record of somebody who is she."""
    return (noun in _MEN and pronouns.startswith("she")) or (noun in _WOMEN and pronouns.startswith("he"))


def _is_generic(sentence: Sentence, position: int) -> bool:
    earlier = sentence.words[max(0, position - 3) : position]
    if sentence.words[position] in (
        "people",
        "adults",
        "individuals",
        "women",
        "men",
        "clients",
        "residents",
        "patients",
    ):
        return "these" not in earlier
    return bool(_GENERIC.intersection(earlier)) or earlier[-1:] in (("one",), ("two",), ("three",), ("four",))


def _possessor(sentence: Sentence, position: int) -> Subject | None:
    """Whose behaviour, attitude or mood it is."""
    tokens = sentence.words
    for at in range(position - 1, max(-1, position - 5), -1):
        if tokens[at] == "'s" and at > 0:
            return meaning(sentence, at - 1)
        if tokens[at] in ("his", "her", "their"):
            known = sentence.passage.who.pronouns
            sign = {"his": "he", "her": "she", "their": "they"}[tokens[at]]
            return "person" if not known or known.startswith((sign, "they")) or sign == "they" else "kin"
    return "person"


def _titled(sentence: Sentence, position: int) -> Subject | None:
    """`Mr` and what follows: the person's name, a name struck out, or somebody else's."""
    following = sentence.words[position + 1 : position + 4]
    if not following or sentence.words[position] in ("sister", "father", "nurse"):
        return None
    names = sentence.passage.who.names
    return "person" if not names or not following[0][:1].isalpha() or names.intersection(following) else "named"


def _name(sentence: Sentence, position: int) -> Subject | None:
    """A capitalised word inside a sentence is somebody's name."""
    raw = sentence.raw[position]
    titled = position > 0 and sentence.words[position - 1] in _TITLES
    if not raw[:1].isupper() or (len(raw) > 1 and raw[:2].isupper()) or not raw.isalpha():
        return None
    if not titled and (position == 0 or sentence.raw[position - 1] in (":", "-", '"', "'", "\u2022", "*", ".")):
        return _opening_name(sentence, position)
    if raw.lower() in _TITLES or raw.lower() in _CALENDAR or raw.lower() in words("eponym"):
        return None
    opening = position
    while opening and sentence.raw[opening - 1][:1].isupper() and sentence.words[opening - 1] not in DETERMINERS:
        opening -= 1
    if opening and sentence.words[opening - 1] in _BEFORE_THINGS and sentence.words[opening] not in _TITLES:
        return "thing"
    return "named" if sentence.passage.who.names else "person"


def _opening_name(sentence: Sentence, position: int) -> Subject | None:
    """A word that opens a sentence is a name only where a verb of the third person follows it."""
    if (
        position + 1 >= len(sentence.words)
        or sentence.words[position] in passed_over()
        or sentence.words[position] in DETERMINERS
    ):
        return None
    following = sentence.words[position + 1]
    if following in FINITE or following in words("say") or following == ",":
        if not _recurs(sentence, position) and not _tells(sentence, position):
            return None
        return "named" if sentence.passage.who.names else "person"
    return None


def _tells(sentence: Sentence, position: int) -> bool:
    """`Dev says he cannot ...`: who opens a sentence and tells of himself is somebody, and no letter or report."""
    said, *told = [word for word in sentence.words[position + 1 : position + 4] if word not in ("that", "us", "me")]
    is_paper = sentence.words[position] in words("document") | words("thing")
    return said in words("say") and told[:1] in (["he"], ["she"], ["they"]) and not is_paper


def _recurs(sentence: Sentence, position: int) -> bool:
    """Whether a word that opens a sentence stands with a capital elsewhere too, and so is a name."""
    text, raw = sentence.passage.plain.text, sentence.raw[position]
    return f" {raw}" in text.replace(". " + raw, "") and len(raw) > 2


def has_verb(sentence: Sentence, at: int) -> bool:
    """Whether a verb of its own follows a noun or pronoun, adverbs passed over."""
    following = at + 1
    while following < len(sentence.words) and sentence.words[following] in _adverbs():
        following += 1
    if following >= len(sentence.words):
        return False
    token = sentence.words[following]
    if token == "'s" and sentence.words[at] not in _PRONOUNS:
        return False
    if token in words("thing") and sentence.words[at] in words("thing"):
        return False
    return token in FINITE or (len(token) > 3 and token.endswith(("s", "ed")) and not token.endswith("ss"))


@cache
def _adverbs() -> frozenset[str]:
    return words("adverb") - {"and", "or"}


@cache
def passed_over() -> frozenset[str]:
    """Auxiliaries and adverbs: what may stand between a subject and what is said of it."""
    return (words("auxiliary") | words("adverb")) - {"and", "or"}
