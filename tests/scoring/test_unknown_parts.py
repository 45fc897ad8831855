"""What must not be taken for known: parts that do not apply, figures the rule is silent about, advice out of reach."""

from fractions import Fraction

from scoring.explanation import explain, explain_gap
from scoring.expression import parse_expression
from scoring.gap import gap
from scoring.indicator import Formation, Indicator, Measure
from scoring.kinds import KINDS
from scoring.quantity import Quantity, State
from scoring.table import Leaf, Node, NothingArose, Reference, Table, TableKind
from scoring.totals import TableScore, score_table
from scoring.year import Figure, year_figure

YES, NO = Quantity(State.MEASURED, Fraction(1)), Quantity(State.MEASURED, Fraction(0))
OFF = Quantity(State.NOT_APPLICABLE)


def table_of(kind: str, rule: dict[str, object], indicators: list[Indicator], most: int = 1) -> Table:
    entry = KINDS[kind]
    given = None if entry.own_inputs else parse_expression(indicators[0].code)
    terms = entry.terms(entry.model.model_validate(rule), Fraction(most), given)
    leaf = Leaf("1", "", Fraction(most), terms, kind, nothing_arose=NothingArose(), reference=Reference("Điều 1", "…"))
    return Table("t", "1", TableKind.POINTS, "", Node("t", "", (leaf,), leaf.max), {i.code: i for i in indicators})


def checklist(first: Quantity, second: Quantity) -> TableScore:
    items = [{"input": "A", "points": "4"}, {"input": "B", "points": "2"}]
    indicators = [Indicator(code, code, Measure.YES_NO, formation=Formation.ONCE) for code in "AB"]
    return score_table(table_of("checklist", {"items": items}, indicators, 6), {"A": first, "B": second})


def test_an_item_that_does_not_apply_takes_no_failed_item_off_the_base() -> None:
    scored = checklist(OFF, NO)
    assert scored.leaves["1"].state is State.MISSING
    assert (scored.total.applicable_max, scored.total.sure, scored.total.possible) == (6, 0, 4)
    assert "A part" in explain(scored.leaves["1"], scored.table).text
    assert checklist(OFF, OFF).total.applicable_max == 0
    assert checklist(YES, NO).total.points == 4


def test_a_figure_that_the_rule_is_silent_about_leaves_its_own_leaf_unknown() -> None:
    table = table_of("yes_no", {}, [Indicator("A", "A", Measure.YES_NO, formation=Formation.ONCE)])
    scored = score_table(table, {"A": Quantity(State.MEASURED, Fraction(62, 63))})
    line = scored.leaves["1"]
    assert (line.state, line.points, line.sure, line.possible) == (State.MISSING, None, 0, 1)
    assert "says nothing" in explain(line, table).text
    assert gap(line, table) is None


def test_advice_stays_within_the_year() -> None:
    months = Indicator("A", "A", Measure.YES_NO, "tháng", formation=Formation.MONTHS_COVERED)
    table = table_of("proportional", {}, [months])
    given = {at: Figure(State.MEASURED, value=Fraction(at != 1)) for at in range(1, 12)}
    line = score_table(table, {"A": year_figure(months, given, 11)}).leaves["1"]
    found = gap(line, table)
    assert found is not None and found.full is None  # January cannot be held again
    assert found.next is None or (found.next.added is not None and found.next.added <= 1)


def test_past_cases_that_stay_as_they_are_are_told_as_lost() -> None:
    documents = Indicator("A", "A", Measure.RATIO, "văn bản", numerator="a", denominator="b")
    table = table_of("target", {"equal": "100%"}, [documents])
    quantity = year_figure(documents, {1: Figure(State.MEASURED, Fraction(3158), Fraction(3175))}, 1)
    line = score_table(table, {"A": quantity}).leaves["1"]
    found = gap(line, table)
    assert found is not None and found.next is None and found.lost == 1
    said = explain_gap(found, table)
    assert said is not None and "cannot be put right" in said.text
