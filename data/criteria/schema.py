"""The keys of a criteria file. What each one means is told in ``criteria/README.md``."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, model_validator

from scoring.exact import Exact
from scoring.expression import Expression, parse_row_expression
from scoring.indicator import Formation, Measure
from scoring.interval import NOWHERE, Interval
from scoring.kinds.rule import InputText, Points, parse_points, reading
from scoring.register import ColumnType
from scoring.table import Combine, ScoredBy, TableKind


def _yes_no(value: object) -> bool:
    if value in (True, "yes", "true"):
        return True
    if value in (False, "no", "false"):
        return False
    raise ValueError("yes_or_no")


YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9ĐđÀ-ỹ][A-Za-z0-9ĐđÀ-ỹ._\-]{0,39}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}$")]
Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{0,39}$")]
RegisterCode = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{0,27}$")]  # stands in the name of a sheet
Words = Annotated[str, Field(min_length=1, max_length=2000)]


class Keys(BaseModel):
    """Unknown keys are refused everywhere."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class OptionKeys(Keys):
    """One answer of a choice."""

    value: Exact
    title: Words


class RegisterColumnKeys(Keys):
    """One column of a register. ``headings`` are other wordings of its heading, semicolons between."""

    title: Words
    title_en: str = ""
    type: ColumnType
    headings: str = ""
    key: YesNo = False
    required: YesNo = False


class RegisterKeys(Keys):
    """One register: a list with a row for each report, dossier, initiative."""

    title: Words
    title_en: str = ""
    columns: dict[Code, RegisterColumnKeys] = Field(min_length=1)


RowText = Annotated[Expression, BeforeValidator(reading(parse_row_expression, "not_a_row_expression"))]


class IndicatorKeys(Keys):
    """One reported number."""

    title: Words
    title_en: str = ""
    measure: Measure
    unit: str = ""
    numerator: str = ""
    denominator: str = ""
    part_of_whole: YesNo = True
    repairable: YesNo = False
    year: Formation
    rows: Code | None = None
    of: RowText | None = None
    where: Code | None = None
    every: Annotated[int, Field(ge=1, le=12)] = 1
    options: tuple[OptionKeys, ...] = ()
    deadline: date | None = None
    days: Literal["calendar", "working"] = "calendar"
    none: str = ""
    least: Exact | None = None
    most: Exact | None = None
    source: str = ""
    note: str = ""


class ReferenceKeys(Keys):
    """Where the law says it."""

    place: Words
    quote: Words
    document: str = ""
    page: str = ""
    note: str = ""
    derived: str = ""


class EvidenceKeys(Keys):
    """One kind of evidence asked for."""

    title: Words
    required: YesNo = True


def _points_if_any(value: object) -> object:
    """``0.5`` and ``1/2 max`` as points; anything else as it is, for the other ways of saying it."""
    try:
        return parse_points(value) if isinstance(value, str) else value
    except ValueError:
        return value


EarnedKeys = Annotated[Literal["full", "zero", "not_applicable"] | InstanceOf[Points], BeforeValidator(_points_if_any)]


class InsteadKeys(Keys):
    """When nothing arose, another input takes its place; ``nothing_arose`` says what follows where that has nothing."""

    input: InputText
    nothing_arose: EarnedKeys | None = None
    nothing_arose_words: str = ""


NothingAroseKeys = Annotated[
    Literal["full", "zero", "not_applicable"] | InsteadKeys | InstanceOf[Points], BeforeValidator(_points_if_any)
]


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


class WhenKeys(Keys):
    """When a formula applies: the choice, and its answer or answers."""

    input: Code
    is_: Annotated[tuple[Exact, ...], BeforeValidator(_listed)] = Field(alias="is", min_length=1)


class FormulaKeys(Keys):
    """One of several formulas of a leaf."""

    when: WhenKeys
    input: InputText | None = None
    rule: dict[str, Any]
    words: str = ""


class PartKeys(Keys):
    """One of several parts of a leaf."""

    input: InputText
    rule: dict[str, Any]
    words: str = ""
    max: Exact | None = None
    lowest: Exact | None = None
    nothing_arose: NothingAroseKeys | None = None
    nothing_arose_words: str = ""


class GateKeys(Keys):
    """While the input lies where the one comparison says, nothing below the node counts.

    Without a comparison only that nothing arose closes it: a day that never came ("Không ban hành").
    """

    input: InputText
    at_most: Exact | None = None
    under: Exact | None = None
    at_least: Exact | None = None
    over: Exact | None = None
    equal: Exact | None = None
    words: str = ""
    missing: Literal["unknown", "closed"] = "unknown"
    nothing_arose: Literal["open", "closed"] | None = None

    @model_validator(mode="after")
    def _one(self) -> Any:
        if self._bounds != 1 and (self._bounds or self.nothing_arose != "closed"):
            raise ValueError("gate_one_comparison")
        return self

    @property
    def _bounds(self) -> int:
        return sum(one is not None for one in (self.at_most, self.under, self.at_least, self.over, self.equal))

    @property
    def closes(self) -> Interval:
        """Where the gate is closed."""
        if self.equal is not None:
            return Interval(self.equal, self.equal)
        if not self._bounds:
            return NOWHERE
        low = self.at_least if self.at_least is not None else self.over
        high = self.at_most if self.at_most is not None else self.under
        return Interval(low, high, self.over is None, self.under is None)


class NodeKeys(Keys):
    """A field, criterion, sub-criterion or leaf: with ``children``, or with ``rule`` (``formulas``, ``parts``)."""

    id: Id
    title: Words
    title_en: str = ""
    max: Exact | None = None
    lead: str = ""
    note: str = ""
    children: "tuple[NodeKeys, ...]" = ()
    input: InputText | None = None
    rule: dict[str, Any] | None = None
    formulas: tuple[FormulaKeys, ...] = Field(default=(), min_length=2)
    parts: tuple[PartKeys, ...] = Field(default=(), min_length=2)
    combine: Combine = Combine.SUM
    lowest: Exact | None = None
    cap: Annotated[Exact, Field(ge=0)] | None = None
    gate: GateKeys | None = None
    bonus: YesNo = False
    nothing_arose: NothingAroseKeys | None = None
    nothing_arose_words: str = ""
    not_applicable: Literal["rebase", "full"] | None = None
    scored_by: ScoredBy = ScoredBy.SELF
    evidence: tuple[EvidenceKeys, ...] = ()
    reference: ReferenceKeys | None = None


class ConflictKeys(Keys):
    """Leaves that may contradict each other."""

    leaves: tuple[Id, ...] = Field(min_length=2)
    about: Words
    about_en: str = ""


class UnitKeys(Keys):
    """A unit that the table was issued for."""

    id: Slug
    name: Words
    name_en: str = ""


class ValidKeys(Keys):
    """First and last day of validity."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None


class RoundingKeys(Keys):
    """The step to which each leaf is rounded, half away from zero."""

    step: Exact = Field(gt=0)


class TableKeys(Keys):
    """A whole criteria file: one published edition of one table."""

    id: Slug
    edition: Words
    kind: TableKind
    status: Literal["official", "template", "excerpt"]
    title: Words
    title_en: str = ""
    issued_by: str = ""
    decision: str = ""
    units: tuple[UnitKeys, ...] = ()
    unit_kind: str = ""
    valid: ValidKeys = ValidKeys()
    rounding: RoundingKeys = Field(default_factory=lambda: RoundingKeys.model_validate({"step": "0.01"}))
    not_applicable: Literal["rebase", "full"] = "rebase"
    notes: tuple[Words, ...] = ()
    registers: dict[RegisterCode, RegisterKeys] = Field(default_factory=dict)
    indicators: dict[Code, IndicatorKeys] = Field(min_length=1)
    tree: tuple[NodeKeys, ...] = Field(min_length=1)
    cap: Annotated[Exact, Field(ge=0)] | None = None
    lowest: Exact | None = None
    gate: GateKeys | None = None
    conflicts: tuple[ConflictKeys, ...] = ()
