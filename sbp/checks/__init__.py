"""Check types, one a file. The fields of a check type are the keys its YAML has.

To add one, write its file and one line in `CHECKS`. `terms`, `pattern` and `unbalanced` look for words, and the
engine reads all of them in one pass over a passage; the others have a method `find` that looks at a case file.
"""

from sbp.checks.acronyms import Acronyms
from sbp.checks.age import Age
from sbp.checks.aimless import Aimless
from sbp.checks.alone import Alone
from sbp.checks.amounts import Amounts
from sbp.checks.borne import Borne
from sbp.checks.carers import Carers
from sbp.checks.concern import Concern
from sbp.checks.counted_on import CountedOn
from sbp.checks.elements import Elements
from sbp.checks.eligible import Eligible
from sbp.checks.first_person import FirstPerson
from sbp.checks.general_capacity import GeneralCapacity
from sbp.checks.generic import Generic
from sbp.checks.incomplete import Incomplete
from sbp.checks.missing import Missing
from sbp.checks.opinion import Opinion
from sbp.checks.order import Order
from sbp.checks.other_person import OtherPerson
from sbp.checks.outcome import Outcome
from sbp.checks.overdue import Overdue
from sbp.checks.pattern import Pattern
from sbp.checks.reduced import Reduced
from sbp.checks.refused import Refused
from sbp.checks.repeated import Repeated
from sbp.checks.risk import Risk
from sbp.checks.strengths import Strengths
from sbp.checks.terms import Terms
from sbp.checks.thread import Thread
from sbp.checks.unaided import Unaided
from sbp.checks.unbalanced import Unbalanced
from sbp.checks.unchanged import Unchanged
from sbp.checks.unheard import Unheard
from sbp.checks.untold import Untold

WordCheck = Pattern | Terms | Unbalanced
RecordCheck = (
    Acronyms
    | Age
    | Aimless
    | Alone
    | Amounts
    | Borne
    | Carers
    | CountedOn
    | Concern
    | Elements
    | Eligible
    | FirstPerson
    | GeneralCapacity
    | Generic
    | Incomplete
    | Missing
    | Opinion
    | Order
    | OtherPerson
    | Outcome
    | Overdue
    | Reduced
    | Refused
    | Repeated
    | Risk
    | Strengths
    | Thread
    | Unaided
    | Unchanged
    | Unheard
    | Untold
)
Check = RecordCheck | WordCheck

__all__ = [
    "CHECKS",
    "Acronyms",
    "Age",
    "Aimless",
    "Alone",
    "Amounts",
    "Borne",
    "Carers",
    "Check",
    "Concern",
    "CountedOn",
    "Elements",
    "Eligible",
    "FirstPerson",
    "GeneralCapacity",
    "Generic",
    "Incomplete",
    "Missing",
    "Opinion",
    "Order",
    "OtherPerson",
    "Outcome",
    "Overdue",
    "Pattern",
    "RecordCheck",
    "Reduced",
    "Refused",
    "Repeated",
    "Risk",
    "Strengths",
    "Terms",
    "Thread",
    "Unaided",
    "Unbalanced",
    "Unchanged",
    "Unheard",
    "Untold",
    "WordCheck",
]

CHECKS: dict[str, type[Check]] = {
    "acronyms": Acronyms,
    "age": Age,
    "aimless": Aimless,
    "alone": Alone,
    "amounts": Amounts,
    "borne": Borne,
    "carers": Carers,
    "counted-on": CountedOn,
    "concern": Concern,
    "elements": Elements,
    "eligible": Eligible,
    "first-person": FirstPerson,
    "general-capacity": GeneralCapacity,
    "generic": Generic,
    "incomplete": Incomplete,
    "missing": Missing,
    "opinion": Opinion,
    "order": Order,
    "other-person": OtherPerson,
    "outcome": Outcome,
    "overdue": Overdue,
    "pattern": Pattern,
    "reduced": Reduced,
    "refused": Refused,
    "repeated": Repeated,
    "risk": Risk,
    "strengths": Strengths,
    "terms": Terms,
    "thread": Thread,
    "unaided": Unaided,
    "unbalanced": Unbalanced,
    "unchanged": Unchanged,
    "unheard": Unheard,
    "untold": Untold,
}
