"""Nothing hidden in the shareable edition can be worked out from what is shown."""

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from sbp.forum.figures import Figure
from sbp.forum.sharing import TOO_FEW, shareable
from sbp.forum.tables import Count, Measure, Table
from sbp.stats.attack import possible


@frozen
class Part:
    name: str
    overall: Figure
    teams: Table
    months: Table


def table(ident: str, parts: list[tuple[int, int]], overall: Figure) -> Table:
    rows = [
        (f"{ident} {at}", (Figure(met=met, of=met + rest, unsaid="" if met + rest >= 10 else "fewer than 10 records"),))
        for at, (met, rest) in enumerate(parts)
    ]
    return Table(id=ident, caption=ident, first=ident, columns=("Met",), rows=(*rows, ("All", (overall,))), total=True)


def part(teams: list[tuple[int, int]], cut: int) -> Part:
    met, rest = (sum(team[at] for team in teams) for at in (0, 1))
    overall = Figure(met=met, of=met + rest, met_in=("R1",), key="overall")
    months = [(min(cut, met), min(cut, rest)), (met - min(cut, met), rest - min(cut, rest))]
    return Part("own words", overall, table("teams", teams, overall), table("months", months, overall))


def shown(figure: Figure) -> dict[str, tuple[int, int | None]]:
    """What a reader knows of a figure: the least and most each of its counts can be. Its number is printed nowhere."""

    def around(value: int) -> tuple[int, int | None]:
        return (0, 0) if value == 0 else (max(5, value - 2), value + 2)

    if figure.unsaid:
        assert figure.of == 0
        return {"met": (0, None), "rest": (0, None), "of": (0, None)}
    rest = figure.of - figure.met
    return {"met": around(figure.met), "rest": around(rest), "of": (0, None)}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), min_size=2, max_size=6), st.integers(0, 20))
def test_a_hidden_count_can_still_be_anything_from_one_to_four(teams: list[tuple[int, int]], cut: int) -> None:
    given = part(teams, cut)
    made = shareable(given)
    bounds: dict[object, tuple[int, int | None]] = {}
    sums = []
    for old, new in ((given.teams, made.teams), (given.months, made.months)):
        for row, (name, (figure,)) in enumerate(new.rows):
            assert isinstance(figure, Figure)
            place = (new.id, row) if name != "All" else "all"
            bounds |= {(place, which): limits for which, limits in shown(figure).items()}
            sums.append(((place, "of"), ((place, "met"), (place, "rest"))))
        parts = range(len(new.rows) - 1)
        sums += [(("all", which), tuple(((new.id, row), which) for row in parts)) for which in ("met", "rest", "of")]
        for row, (name, (figure,)) in enumerate(old.rows):
            assert isinstance(figure, Figure)
            for which, value in (("met", figure.met), ("rest", figure.of - figure.met)):
                if 0 < value < 5 and name != "All":
                    for guess in (1, 4):
                        assert possible(bounds | {((new.id, row), which): (guess, guess)}, sums), (name, which, guess)


def test_small_counts_are_hidden_others_rounded_and_no_record_is_named() -> None:
    made = shareable(part([(12, 13), (3, 20), (22, 11)], 14))
    east, west, _, everyone = (cells[0] for _, cells in made.teams.rows)
    assert isinstance(east, Figure)
    assert isinstance(west, Figure)
    assert west.unsaid.startswith("[c]")
    assert (west.met, west.met_in) == (0, ())
    assert made.overall == everyone
    assert made.overall.met % 5 == 0
    assert made.overall.met_in == ()


def test_a_zero_stays_and_a_measure_of_few_is_not_said() -> None:
    row = (Count(value=0), Count(value=21), Measure(value=3.456, of=Count(value=3), digits=1), "East")
    [(_, cells)] = shareable(
        Table(id="t", caption="T", first="N", columns=("A", "B", "C", "D"), rows=(("r", row),))
    ).rows
    assert [str(cell) for cell in cells] == ["0", "20", "[x]", "East"]


def test_one_record_is_hidden_wherever_it_is_the_only_one() -> None:
    one = Figure(met=1, of=1, key="overall", of_key="same")
    made = shareable(
        Table(id="t", caption="T", first="N", columns=("Met",), rows=(("East", (one,)), ("All", (one,))), total=True)
    )
    assert [cells[0].unsaid for _, cells in made.rows if isinstance(cells[0], Figure)] == [TOO_FEW, TOO_FEW]


def test_one_key_is_one_count_wherever_it_stands() -> None:
    one = Table(id="a", caption="A", first="N", columns=("n",), rows=(("r", (Count(value=7, key="same"),)),))
    with pytest.raises(ValueError, match="two counts"):
        shareable((one, evolve(one, id="b", rows=(("r", (Count(value=8, key="same"),)),))))
    with pytest.raises(ValueError, match="needs a key"):
        shareable((Count(value=7),))
