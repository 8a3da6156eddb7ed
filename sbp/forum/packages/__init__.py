"""Part two of the report: packages of care, and first what the Forum itself does to them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from sbp.forum.packages.effect import Effect, effect
from sbp.forum.packages.plans import considered, payment_answers, soundness
from sbp.forum.packages.unlike import Unlike, groups, unlike
from sbp.forum.sitting.parts import Sitting
from sbp.forum.tables import Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@frozen(kw_only=True)
class Packages:
    """What was asked for and agreed, what plans are made of, and what is unlike. None where nothing tells of it.

    `unlike` names people: it is for the internal edition alone.
    """

    effect: Effect | None
    soundness: Table | None
    considered: Table | None
    payment_answers: Table | None
    groups: Table | None
    unlike: tuple[Unlike, ...]
    unsaid: tuple[str, ...] = ()


def packages(store: "DuckDBPyConnection", sittings: Sequence[Sitting]) -> Packages:
    """Sum up the plans and services of a store, and the sittings of the Forum."""
    made = Packages(
        effect=effect(sittings),
        soundness=soundness(store),
        considered=considered(store),
        payment_answers=payment_answers(store),
        groups=groups(store),
        unlike=unlike(store),
    )
    return evolve(made, unsaid=tuple(said for name, said in _UNSAID.items() if getattr(made, name) is None))


_UNSAID = {
    "effect": "What the Forum did: no sitting has been read in. 'sbp forum sheet' and 'sbp forum decide' keep them.",
    "soundness": "What plans hold: there is no care and support plan, or support plan, in the export.",
    "considered": "What else was considered: no plan says what contributes besides services.",
    "payment_answers": "Direct payments offered and answered: no plan records an offer.",
    "groups": "Cost beside similar ones: no service has a cost by the week. Client Level Data holds them.",
}
