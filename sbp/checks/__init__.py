"""Check types, one a file. The fields of a check type are the keys its YAML has.

To add one, write its file and one line in `CHECKS`. `terms`, `pattern` and `unbalanced` look for words, and the
engine reads all of them in one pass over a passage; the others have a method `find` that looks at a case file.
"""

from sbp.checks.linked import Linked
from sbp.checks.missing import Missing
from sbp.checks.order import Order
from sbp.checks.pattern import Pattern
from sbp.checks.repeated import Repeated
from sbp.checks.terms import Terms
from sbp.checks.unbalanced import Unbalanced

Check = Linked | Missing | Order | Pattern | Repeated | Terms | Unbalanced
WordCheck = Pattern | Terms | Unbalanced

__all__ = ["CHECKS", "Check", "Linked", "Missing", "Order", "Pattern", "Repeated", "Terms", "Unbalanced", "WordCheck"]

CHECKS: dict[str, type[Check]] = {
    "linked": Linked,
    "missing": Missing,
    "order": Order,
    "pattern": Pattern,
    "repeated": Repeated,
    "terms": Terms,
    "unbalanced": Unbalanced,
}
