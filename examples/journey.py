"""A person's way through the council: their forms and case notes, in the hand of the worker who writes them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from attrs import define, evolve
from invent import YEAR, Chance, Life, Person, Town, pronouns, tell

SEED = "Fellbridge 2026"
BEGIN, END = date(2025, 7, 1), date(2026, 8, 31)
_AHEAD = {"outcomes", "how_met", "review_date", "decision", "contingency"}
_WEEKS = {"two": 2, "fortnight": 2, "three": 3, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12}
_USUALLY = {"strong": 0.8, "mixed": 0.45, "weak": 0.12}


@define(kw_only=True)
class Form:
    """A form on somebody's file, before it becomes rows."""

    id: str = ""
    kind: str
    person: Person
    started: date
    completed: date | None
    team: str
    case: str
    worker: str = ""
    answers: dict[str, str]


class Council:
    """Who works where, whose hand each worker writes, and which case comes next."""

    def __init__(self, town: dict[str, Any], cases: dict[str, Any]) -> None:
        self.town, self.cases = town, cases
        self.teams: dict[str, Any] = town["teams"]
        self._used: Counter[str] = Counter()
        self._hands = {name: self._share_out(name) for name in self.teams}

    def _share_out(self, team: str) -> dict[str, list[int]]:
        """A worker's cases lie next to each other in quality: one worker, one hand."""
        ids = self.teams[team]["cases"] or list(self.cases)
        ids = sorted(ids, key=lambda case: (self.cases[case]["quality"], case))
        workers = self.teams[team]["workers"]
        first = 100 * (list(self.teams).index(team) + 1)
        if len(ids) >= workers:
            return {case: [first + place * workers // len(ids)] for place, case in enumerate(ids)}
        return {case: list(range(first + place, first + workers, len(ids))) for place, case in enumerate(ids)}

    def worker(self, team: str, case: str, person: Person) -> int:
        """The worker of a team who writes in the hand of a case."""
        hands = self._hands[team].get(case) or next(iter(self._hands[team].values()))
        return hands[int(person.id[1:]) % len(hands)]

    def next_case(self, team: str, start: date, chance: Chance) -> dict[str, Any]:
        """A case that fits the team's practice on that day, the least told first."""
        about = self.teams[team]
        since = about.get("since")
        practice = since["practice"] if since and start >= since["day"] else about["practice"]
        quality = chance.weigh(dict(zip(("strong", "mixed", "weak"), practice, strict=True)))
        fitting = [case for case in about["cases"] if self.cases[case]["quality"] == quality] or about["cases"]
        case = min(fitting, key=lambda name: (self._used[name], chance.below_one()))
        self._used[case] += 1
        return dict(self.cases[case])


class Journey:
    """One person's way through the council in fourteen months."""

    def __init__(self, council: Council, town: Town, life: Life, team: str, chance: Chance) -> None:
        self.council, self.town, self.life, self.team, self.chance = council, town, life, team, chance
        self.quality = life.case["quality"]

    def forms(self, start: date, has_carer_assessment: bool) -> Iterator[Form]:
        """Assessment, plan, review; or, for somebody known for years, a review alone."""
        case, chance = self.life.case, self.chance
        if "review" in case and chance.happens(0.12):
            yield from self._known_for_years(start)
            return
        assessed = start + timedelta(days=chance.between(3, 30))
        yield self._form("needs_assessment", start, assessed)
        if has_carer_assessment:
            carers = "Carers Team" if chance.happens(0.6) else self.team
            day = start + timedelta(days=chance.between(2, 30))
            yield self._form("carers_assessment", day, day + timedelta(days=chance.between(0, 12)), carers)
        if "care_and_support_plan" not in case or not chance.happens(0.72):
            return
        planned = assessed + timedelta(days=chance.between(7, 28))
        plan = self._form("care_and_support_plan", planned - timedelta(days=chance.between(1, 6)), planned)
        due = planned + timedelta(weeks=_weeks(plan.answers.get("review_date", "")))
        closed = re.match(r"\W*(n/a|none|close)", plan.answers.get("review_date", ""), re.IGNORECASE)
        plan.answers["review_due"] = "" if closed else f"{due:%d/%m/%Y}"
        yield plan
        if "review" in case and chance.happens(0.8):
            day = due + timedelta(days=chance.between(-4, 24))
            yield self._form("review", day, day + timedelta(days=chance.between(0, 9)), self._reviewer())

    def _known_for_years(self, start: date) -> Iterator[Form]:
        reviewer = self._reviewer(0.75)
        if self.chance.happens(0.45):
            start = BEGIN + timedelta(days=self.chance.between(1, 45))
        first = self._form("review", start, start + timedelta(days=self.chance.between(0, 9)), reviewer)
        yield first
        again = start + timedelta(days=self.chance.between(352, 372))
        if self.quality == "weak":  # copied forward, as it happens
            yield evolve(first, answers=dict(first.answers), started=again, completed=again + timedelta(days=3))

    def _reviewer(self, share: float = 0.4) -> str:
        own = {"Learning Disability Team", "Community Mental Health Team", "Sensory Team", "Complex Lives Team"}
        return "Review Team" if self.team not in own and self.chance.happens(share) else self.team

    def _form(self, kind: str, started: date, completed: date, team: str = "") -> Form:
        case, team = self.life.case, team or self.team
        person = self.life.carer if kind == "carers_assessment" else self.life.person
        assert person is not None
        worker = self.council.worker(team, case["id"], person)
        answers = {
            "decision_text" if (kind, key) == ("review", "decision") else key: tell(
                items, self._words(key, completed, worker), self.chance
            )
            for key, items in case[kind].items()
        }
        answers |= self._ticked(kind, answers, completed)
        return self._made(kind, person, started, completed, team, worker, answers)

    def _ticked(self, kind: str, answers: dict[str, str], completed: date) -> dict[str, str]:
        """What stands in the form's boxes for a date or a choice."""
        day = completed + timedelta(days=self.chance.between(0, 10))
        is_given = self.chance.happens(_USUALLY[self.quality])
        given = f"{day:%d/%m/%Y}" if is_given and day <= END else ""
        ticked = {}
        if "eligibility" in answers:
            ticked["decision"] = self._decision(kind)
        if kind == "needs_assessment":
            ticked["copy_given"] = given
        elif kind == "care_and_support_plan":
            ticked["agreed"] = f"{completed:%d/%m/%Y}" if is_given else ""
        elif kind == "review":
            ticked["next_due"] = f"{completed + timedelta(weeks=self.chance.pick([12, 26, 52, 52])):%d/%m/%Y}"
        return ticked

    def _decision(self, kind: str) -> str:
        others = self.town.town["decisions"][kind]
        return next((said for said, cases in others.items() if self.life.case["id"] in cases), "Eligible")

    def notes(self, forms: list[Form]) -> list[Form]:
        """Case notes from before the first form to after the last, in order."""
        first = forms[0].started - timedelta(days=9)
        last = min(END, max(form.completed or form.started for form in forms) + timedelta(days=12))
        written = self.life.case["case_notes"]
        made = []
        for place, items in enumerate(written):
            day = first + (last - first) * (place + 1) // (len(written) + 1)
            day += timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))
            if BEGIN <= day <= END:
                worker = self.council.worker(self.team, self.life.case["id"], self.life.person)
                answers = {"note": tell(items, self._words("note", day, worker), self.chance)}
                made.append(self._made("case_note", self.life.person, day, day, self.team, worker, answers))
        return made

    def _made(
        self, kind: str, person: Person, started: date, completed: date, team: str, worker: int, answers: dict[str, str]
    ) -> Form:
        answers = {key: _typed(text, worker) for key, text in answers.items()}
        return Form(
            kind=kind,
            person=person,
            started=started,
            completed=completed,
            team=team,
            worker=f"W{worker}",
            case=self.life.case["id"],
            answers=answers,
        )

    def _words(self, key: str, on: date, worker: int) -> Callable[[str], str]:
        """What fills a slot in a text written on a day. Dates in one text follow each other."""
        life, person, carer = self.life, self.life.person, self.life.carer
        is_ahead = key in _AHEAD
        day = on + timedelta(days=0 if key == "note" else 42 if key == "review_date" else 7 if is_ahead else -45)
        month = self.town.town["months"][(on + timedelta(days=75 if is_ahead else -62)).month - 1]
        known = life.around | {
            "title": person.title(on),
            "first": person.first,
            "age": str(int((on - person.born).days // YEAR)),
            "relation": life.relation,
            "month": month,
            "worker": self.worker_name(worker),
        }
        if carer:
            known["carer"] = carer.first

        def words(slot: str) -> str:
            nonlocal day
            if slot == "date":
                shown, day = day, day + timedelta(days=6) if is_ahead else min(day + timedelta(days=6), on)
                return _dated(shown, worker, self.town.town["months"])
            if slot in known:
                return known[slot]
            if carer and slot.lower() in ("cshe", "cher", "chim"):
                return pronouns(("S" if slot[0] == "C" else "s") + "he" if "she" in slot else slot[1:], carer.sex)
            return pronouns(slot, person.sex)

        return words

    def worker_name(self, worker: int) -> str:
        """A worker's first name, the same wherever they write."""
        return str(Chance(SEED, "worker", worker).pick(self.town.town["worker_names"]))


def _weeks(text: str) -> int:
    words = re.findall(r"\w+", text.lower())
    if any(word in words for word in ("annual", "annually", "12", "yearly")) and "six" not in words:
        return 50
    return next((_WEEKS[word] for word in words if word in _WEEKS), 8)


def _dated(day: date, worker: int, months: list[str]) -> str:
    return (f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", f"{day.day} {months[day.month - 1]}")[worker % 3]


def _typed(text: str, worker: int) -> str:
    """The typing of a hand: curly quotes from Word, two spaces after a full stop, a stray space at the end."""
    if worker % 7 in (2, 5):
        text = re.sub(r"(^|[\s(])\"", r"\1“", text).replace('"', "”")
        text = re.sub(r"(^|[\s(“])'", r"\1‘", text).replace("'", "’")
    if worker % 11 == 3:
        text = re.sub(r"([.?!]) (?=\S)", r"\1  ", text)
    return text + " " if worker % 13 == 6 else text
