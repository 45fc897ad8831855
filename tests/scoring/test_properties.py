"""What must hold for every table that the check lets pass, and for all figures of its months: generated, with seeds."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from scoring.evaluator import LeafScore, score_leaf
from scoring.explanation import explain, explain_gap
from scoring.expression import parse_expression
from scoring.gap import Step, gap
from scoring.indicator import Formation, Indicator, Measure, Option
from scoring.kinds import KINDS
from scoring.lint import lint
from scoring.quantity import Quantity, State
from scoring.table import Leaf, Node, NothingArose, Table, TableKind
from scoring.year import Figure, year_figure
from tests.scoring import around, generated
from tests.scoring.around import OTHERS, Months, drawn_input
from tests.scoring.kind_tests import KIND_TESTS

TABLES, MONTHS = 50, 12  # tables of each kind
UNSOUND = {"C102", "C103", "C104", "C120", "C122", "C130", "C131", "C160", "C168", "C169", "C191"}
READ = 0.4  # of the tables read something beside the year so far
HAIR = Fraction(1, 10**15)

FORMATIONS = {
    Measure.RATIO: [Formation.SUM, Formation.LATEST, Formation.CUMULATIVE, Formation.MEAN_OF_MONTHS],
    Measure.COUNT: [Formation.SUM, Formation.LATEST, Formation.CUMULATIVE, Formation.ONCE],
    Measure.NUMBER: [Formation.SUM, Formation.LATEST, Formation.MEAN_OF_MONTHS],
    Measure.PERCENT: [Formation.ONCE, Formation.MEAN_OF_MONTHS],
    Measure.DATE: [Formation.ONCE],
    Measure.YES_NO: [Formation.ONCE, Formation.LATEST, Formation.MONTHS_COVERED],
    Measure.CHOICE: [Formation.ONCE, Formation.LATEST],
}


def indicator_for(code: str, kind: str, random: Random, parameters: generated.Parameters) -> Indicator:
    measure = random.choice(KIND_TESTS[kind].measures)
    formations = FORMATIONS[measure]
    if measure is Measure.YES_NO:
        formations = formations[2:] if KIND_TESTS[kind].months_covered else formations[:2]
    options = [Option(Fraction(row["value"]), row["value"]) for row in parameters.get("options", [])]
    return Indicator(
        code, code, measure, numerator="a", denominator="b", formation=random.choice(formations),
        part_of_whole=random.random() < 0.6, repairable=random.random() < 0.5, every=random.choice([1, 1, 1, 3, 6]),
        options=tuple(options), deadline=700_000 if measure is Measure.DATE else None,
    )  # fmt: skip


def table_for(kind: str, random: Random) -> Table | None:
    """A table of one leaf; ``None`` where the check would refuse it."""
    parameters = KIND_TESTS[kind].draw(random)
    step = random.choice(generated.STEPS)
    most = generated.maximum(random, step)
    least = -step * random.randint(0, 40) if random.random() < 0.3 else Fraction(0)
    codes, own_inputs = KIND_TESTS[kind].codes(parameters, "X"), KINDS[kind].own_inputs
    indicators = {code: indicator_for(code, kind, random, parameters) for code in codes}
    rule = KINDS[kind].model.model_validate(parameters)
    policies = [NothingArose(most), NothingArose(Fraction(0)), NothingArose()]
    read, instead = "X", "Y"
    if not own_inputs:
        indicators["Y"] = indicator_for("Y", kind, random, parameters)
        if random.random() < READ:
            read, instead = (drawn_input(random, code, indicators[code]) for code in ("X", "Y"))
        then = None if instead == "Y" else random.choice(policies)
        policies.append(NothingArose(instead=parse_expression(instead), then=then))
    terms = KINDS[kind].terms(rule, most, None if own_inputs else parse_expression(read))
    leaf = Leaf("L", "", most, terms, kind, lowest=least, nothing_arose=random.choice(policies))
    table = Table("t", "1", TableKind.POINTS, "", Node("t", "", (leaf,), most), indicators,
                  step=step, rebase=random.random() < 0.5)  # fmt: skip
    other = replace(leaf, terms=tuple(replace(term, input=parse_expression(instead)) for term in terms))
    checked = [table] if own_inputs else [table, replace(table, tree=Node("t", "", (other,), most))]
    return table if not any(p.code in UNSOUND for one in checked for p in lint(one)) else None


def tables(kind: str, random: Random) -> list[Table]:
    found: list[Table] = []
    while len(found) < TABLES:
        table = table_for(kind, random)
        found += [table] if table is not None else []
    return found


def month_figure(indicator: Indicator, random: Random) -> Figure:
    """One month's figure of an indicator, inside its domain."""
    if random.random() < 0.15:
        return Figure(State.NOTHING_AROSE)
    if indicator.measure is Measure.RATIO:
        whole = random.choice([0, 1, 2, 10, 100, 9999, 10**13])
        part = random.randint(0, whole if indicator.part_of_whole else whole * 2)
        return Figure(State.MEASURED, Fraction(part), Fraction(whole))
    numbers: dict[Measure, Fraction] = {
        Measure.PERCENT: Fraction(random.randint(0, 1000), 10),
        Measure.COUNT: Fraction(random.choice([0, 1, 2, 3, 5, 12, 10**13])),
        Measure.NUMBER: Fraction(random.randint(-4000, 4000), random.choice([1, 100, 10**6])),
        Measure.YES_NO: Fraction(random.randint(0, 1)),
        Measure.DATE: Fraction(700_000 + random.randint(-20, 20)),
    }
    if indicator.measure is Measure.CHOICE:
        return Figure(State.MEASURED, value=random.choice(indicator.options).value)
    return Figure(State.MEASURED, value=numbers[indicator.measure])


def score(table: Table, months: Months, month: int, before: Months, others: dict[str, Months]) -> LeafScore:
    return score_leaf(table.leaves[0], around.figures(table, month, months, before, others), table)


Event = tuple[str, str, int]  # of this year "", of the year before "before", or of another unit; code; month


def is_owed(event: Event, kept: dict[str, Months], table: Table, month: int) -> bool:
    """Whether the figure is awaited: else it replaces what counted, or comes beyond what is due."""
    where, code, at = event
    indicator = table.indicators[code]
    as_of = (month, 12) if where == "before" else (month,)
    owed = [year_figure(indicator, kept[where][code], end).missing_months for end in as_of if at <= end]
    return (indicator.formation is Formation.ONCE and not kept[where][code]) or all(at in months for months in owed)


@pytest.mark.parametrize("kind", list(KINDS))
def test_bounds_hold_and_a_month_that_comes_never_widens_them(kind: str) -> None:
    random = Random(f"bounds {kind}")
    for table in tables(kind, random):
        leaf, month = table.leaves[0], random.randint(1, MONTHS)
        beyond = ["before", *OTHERS] if table.readings else []
        kept: dict[str, Months] = {part: {code: {} for code in table.indicators} for part in ("", "before", *OTHERS)}
        others = {unit: kept[unit] for unit in OTHERS}
        order = [(part, code, at) for part in ["", *beyond] for code in table.indicators for at in range(1, month + 1)]
        order += [("before", code, at) for code in table.indicators for at in range(month + 1, 13) if beyond]
        random.shuffle(order)
        before = score(table, kept[""], month, kept["before"], others)
        for part, code, at in order:
            owed = is_owed((part, code, at), kept, table, month)
            kept[part][code][at] = month_figure(table.indicators[code], random)
            scored = score(table, kept[""], month, kept["before"], others)
            where = (leaf, table.indicators, month, kept)
            assert leaf.lowest <= scored.sure <= scored.possible <= max(leaf.highest, Fraction(0)), where
            if scored.points is not None:
                assert leaf.lowest <= scored.points <= leaf.highest, where
                assert scored.sure <= scored.points <= scored.possible, where
            if owed:  # else it replaces what counted, or comes beyond what is due
                assert before.sure <= scored.sure and scored.possible <= before.possible, where
            before = scored
        assert explain(scored, table).text


def applied(step: Step, quantity: Quantity) -> list[Quantity]:
    """The figure after each way that the step tells; past the step's x where no way is told."""
    found = []
    if quantity.numerator is not None and quantity.denominator is not None:
        numerator, denominator = quantity.numerator, quantity.denominator
        if step.repaired is not None:
            found.append((numerator + step.repaired, denominator))
        if step.added is not None:
            found.append((numerator + step.added, denominator + step.added))
    new = [Quantity(State.MEASURED, top / bottom, top, bottom) for top, bottom in found]
    assert quantity.x is not None
    if step.change is not None:
        new.append(Quantity(State.MEASURED, quantity.x + step.change))
    if not new:
        past = (-HAIR if step.down else HAIR) if step.strict else Fraction(0)
        new.append(Quantity(State.MEASURED, step.x + past))
    return new


def as_one(leaf: Leaf) -> Leaf:
    """The leaf as if its input, whose steps are told as they are, were one figure."""
    return replace(leaf, terms=tuple(replace(term, input=parse_expression("X")) for term in leaf.terms))


def found_x(scored: LeafScore) -> Quantity:
    (term,) = scored.terms
    return term.quantity


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_step_of_the_gap_really_earns_what_it_says(kind: str) -> None:
    random = Random(f"gap {kind}")
    told = 0
    for table in tables(kind, random):
        leaf = table.leaves[0]
        for _figure in range(8):
            full = [
                {code: {at: month_figure(one, random) for at in range(1, 13)} for code, one in table.indicators.items()}
                for _part in ("", "before", *OTHERS)
            ]
            figures = around.figures(table, 12, full[0], full[1], dict(zip(OTHERS, full[2:], strict=True)))
            scored = score_leaf(leaf, figures, table)
            found = gap(scored, table)
            assert explain(scored, table).text
            explain_gap(found, table)
            if found is None or scored.points is None:
                continue
            assert found.lost == leaf.highest - scored.points
            assert (found.full is None) or (found.full.points == leaf.highest)
            for step in {found.next, found.full} - {None}:
                assert step is not None
                where = (leaf, figures, scored.points, step)
                told_of, known = (leaf, figures) if step.input in figures else (as_one(leaf), {"X": found_x(scored)})
                name = step.input if step.input in figures else "X"
                for changed in applied(step, known[name]):
                    after = score_leaf(told_of, {**known, name: changed}, table)
                    assert after.points is not None and scored.points < step.points <= after.points, where
                    told += 1
    assert told > 100 or not KIND_TESTS[kind].steps, told


def test_steps_of_the_year_before_are_told_in_this_years_cases() -> None:
    """Of inputs such as ``X / last_year(X) - 1`` a step is one of X itself: two hundred and forty, not 20 %."""
    told = 0
    for kind in ("proportional", "target", "bands"):
        random = Random(f"line {kind}")
        for table in tables(kind, random):
            full = [
                {code: {at: month_figure(one, random) for at in range(1, 13)} for code, one in table.indicators.items()}
                for _part in ("", "before", *OTHERS)
            ]
            figures = around.figures(table, 12, full[0], full[1], dict(zip(OTHERS, full[2:], strict=True)))
            (term,) = table.leaves[0].terms
            found = gap(score_leaf(table.leaves[0], figures, table), table)
            if found is not None and found.next is not None and len(term.input.names) > 1:
                told += found.next.input == "X"
    assert told >= 5, told


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("rebase", [True, False])
@pytest.mark.parametrize("table_kind", list(TableKind))
def test_every_state_has_its_sentence(state: State, rebase: bool, table_kind: TableKind) -> None:
    table = next(t for seed in range(99) if (t := table_for("proportional", Random(seed))) is not None)
    table = replace(table, rebase=rebase, kind=table_kind)
    x = Fraction(1, 2) if state is State.MEASURED else None
    for quantity in (
        Quantity(state, x),
        Quantity(state, x, Fraction(1), Fraction(2)),
        Quantity(state, x, missing_months=(3,)),
    ):
        assert explain(score_leaf(table.leaves[0], {"X": quantity}, table), table).text
