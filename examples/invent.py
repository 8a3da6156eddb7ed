"""Invented people of Fellbridge, and their hand-written lives with the slots filled."""

import random
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from attrs import field, frozen

YEAR = 365.25
_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCE_BEGINS = re.compile(r"(^|[.!?]['\"’”)]*\s+|\n(?:[-•*]\s*)?)$")
_PRONOUNS = {
    "female": {"she": "she", "her": "her", "him": "her", "hers": "hers", "herself": "herself"},
    "male": {"she": "he", "her": "his", "him": "him", "hers": "his", "herself": "himself"},
}
_RELATIONS = {
    "female": {"daughter", "niece", "sister", "mother", "wife", "granddaughter", "daughter-in-law"},
    "male": {"son", "nephew", "brother", "father", "husband"},
}
_YEARS_OLDER = {"daughter": -27, "son": -27, "daughter-in-law": -27, "niece": -28, "nephew": -28, "granddaughter": -52}
_YEARS_OLDER |= {"mother": 27, "father": 29}
_SAME_SURNAME = {"wife": 0.95, "husband": 0.95, "son": 0.95, "father": 0.9, "mother": 0.85, "brother": 0.9}
_SAME_SURNAME |= {"daughter": 0.5, "sister": 0.4, "granddaughter": 0.4, "nephew": 0.5, "daughter-in-law": 0.9}


class Chance:
    """Chance that falls the same way each time: only `random()` is promised never to change between Pythons."""

    def __init__(self, *seed: object) -> None:
        self.below_one = random.Random("/".join(map(str, seed))).random  # noqa: S311 (nothing secret is made of it)

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.below_one() < share

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self.below_one() * (most - least + 1))

    def pick(self, options: Sequence[Any]) -> Any:
        """One of several."""
        return options[int(self.below_one() * len(options))]

    def weigh(self, weights: dict[str, float]) -> str:
        """One of several names, the heavier the likelier."""
        left = self.below_one() * sum(weights.values())
        for name, weight in weights.items():
            left -= weight
            if left < 0:
                return name
        return name

    def some(self, options: Sequence[Any], count: int) -> list[Any]:
        """Several of many, in the order in which they stood."""
        drawn = sorted(range(len(options)), key=lambda _: self.below_one())[:count]
        return [options[index] for index in sorted(drawn)]


@frozen(kw_only=True)
class Person:
    """Somebody who does not exist."""

    id: str
    first: str
    surname: str
    sex: str
    born: date
    background: str
    ethnicity: str
    area: str
    reason: str

    def title(self, on: date) -> str:
        """How a formal worker names them: Mrs Bell."""
        if self.sex == "male":
            return f"Mr {self.surname}"
        is_older = (on - self.born).days > 45 * YEAR
        return f"{'Mrs' if is_older else 'Ms'} {self.surname}"


@frozen(kw_only=True)
class Life:
    """A person grown from a hand-written case, with whoever cares for them and what is around them."""

    person: Person
    case: dict[str, Any]
    carer: Person | None
    relation: str
    around: dict[str, str] = field(factory=dict)


class Town:
    """Fellbridge: makes people, none named like another."""

    def __init__(self, town: dict[str, Any]) -> None:
        self.town = town
        self._names: set[str] = set()
        self._people = 0

    def life(self, case: dict[str, Any], start: date, chance: Chance) -> Life:
        """Somebody for a case, of the age, sex and background that the case tells of."""
        background = self._background(case, chance)
        sex = chance.pick(case["sex"])
        born = _born(start, chance.between(*case["age"]), chance)
        reason = self.town["reasons"].get(case["id"], case["support_reason"])
        area = chance.pick(self.town["areas"])
        person = self._person(sex, born, background, "", chance, area=area, reason=reason)
        relation = _relation(case["carer"], sex, chance)
        carer = self._carer(person, relation, start, chance) if relation else None
        around = self._around(person, carer, chance) | self.town["settings"].get(case["id"], {})
        return Life(person=person, case=case, carer=carer, relation=relation, around=around)

    def _background(self, case: dict[str, Any], chance: Chance) -> str:
        allowed = self.town["belongs"].get(case["id"], self.town["backgrounds"])
        backgrounds = {name: self.town["backgrounds"][name] for name in allowed}
        if case["id"] in self.town["christian"]:
            backgrounds = {name: about for name, about in backgrounds.items() if about.get("christian")}
        return chance.weigh({name: about["weight"] for name, about in backgrounds.items()})

    def _carer(self, person: Person, relation: str, start: date, chance: Chance) -> Person:
        sex = next((sex for sex, relations in _RELATIONS.items() if relation in relations), "")
        if not sex:
            sex = person.sex if chance.happens(0.1) else {"female": "male", "male": "female"}[person.sex]
        age = (start - person.born).days / YEAR + _YEARS_OLDER.get(relation, 0) + chance.between(-4, 4)
        surname = person.surname if chance.happens(_SAME_SURNAME.get(relation, 0.3)) else ""
        born = _born(start, max(19, int(age)), chance)
        area = person.area if relation in ("wife", "husband", "partner") else chance.pick(self.town["areas"])
        reason = "Social support: Support to unpaid carer"
        return self._person(sex, born, person.background, surname, chance, area=area, reason=reason)

    def _person(
        self, sex: str, born: date, background: str, surname: str, chance: Chance, *, area: str, reason: str
    ) -> Person:
        about = self.town["backgrounds"][background]
        while True:
            first = chance.pick(_first_names(about, sex, born))
            family = surname or chance.pick(about["surnames"])
            if f"{first} {family}" not in self._names:
                break
        self._names.add(f"{first} {family}")
        self._people += 1
        unrecorded = self.town["not_recorded"]
        ethnicity = chance.pick(unrecorded if chance.happens(0.025) else about["ethnicity"])
        return Person(
            id=f"P{204_000 + 13 * self._people + chance.between(0, 9)}",
            first=first,
            surname=family,
            sex=sex,
            born=born,
            background=background,
            ethnicity=ethnicity,
            area=area,
            reason=reason,
        )

    def _around(self, person: Person, carer: Person | None, chance: Chance) -> dict[str, str]:
        town = self.town
        weekdays = chance.some(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], 2)
        if chance.happens(0.5):
            weekdays.reverse()
        names = {person.first, carer.first if carer else ""}
        friend = _another(names, lambda: self.first_name(person, chance))
        neighbour = _another(names, lambda: self.first_name(person, chance))
        return {
            "street": chance.pick(town["streets"]),
            "place": chance.pick(town["places"]),
            "club": chance.pick(town["clubs"]),
            "town": chance.pick(town["towns"]),
            "bus": chance.pick(town["buses"]),
            "faith": chance.pick(town["faiths"][town["backgrounds"][person.background]["faith"]]),
            "day": weekdays[0],
            "day2": weekdays[1],
            "friend": friend,
            "neighbour": neighbour,
        }

    def first_name(self, person: Person, chance: Chance) -> str:
        """The first name of somebody around a person."""
        background = person.background if chance.happens(0.5) else "english"
        born = person.born + timedelta(days=365 * chance.between(-8, 8))
        return str(chance.pick(_first_names(self.town["backgrounds"][background], chance.pick(list(_PRONOUNS)), born)))


def _first_names(about: dict[str, Any], sex: str, born: date) -> list[str]:
    age = "old" if born.year < 1952 else "middle" if born.year < 1978 else "young"
    names: list[str] = about.get(sex) or about[f"{age}_{sex}"]
    return names


def _another(taken: set[str], draw: Callable[[], str]) -> str:
    """A name that nobody around the person has yet."""
    while (name := draw()) in taken:
        pass
    taken.add(name)
    return name


def _born(start: date, age: int, chance: Chance) -> date:
    return start - timedelta(days=int(age * YEAR) + chance.between(5, 360))


def _relation(relations: list[str], sex: str, chance: Chance) -> str:
    unlikely = "wife" if sex == "female" else "husband"
    likely = [relation for relation in relations if relation != unlikely]
    if not relations or (likely and not chance.happens(0.05)):
        relations = likely
    return chance.pick(relations) if relations else ""


def tell(items: list[Any], words: Callable[[str], str], chance: Chance) -> str:
    """One person's wording of a hand-written text: an alternative of each sentence, some left out, slots filled."""
    told = [
        chance.pick(item) if isinstance(item, list) else item
        for place, item in enumerate(items)
        if place == 0 or len(items) < 3 or not chance.happens(0.15)
    ]
    return _fill(" ".join(told).replace(" \n", "\n").strip(), words)


def _fill(text: str, words: Callable[[str], str]) -> str:
    filled, end = "", 0
    for slot in _SLOT.finditer(text):
        filled += text[end : slot.start()]
        word = words(slot[1])
        if filled.lower().endswith("the "):
            word = word.removeprefix("the ")
        filled += word[0].upper() + word[1:] if _SENTENCE_BEGINS.search(filled[-6:]) or not filled else word
        end = slot.end()
    return filled + text[end:]


def pronouns(slot: str, sex: str) -> str:
    """The pronoun for a slot such as `she` or `Her`, or no text when the slot is none."""
    word = _PRONOUNS[sex].get(slot.lower(), "")
    return word.capitalize() if slot[0].isupper() else word
