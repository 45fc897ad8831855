"""The rule kinds: how decisions write their scales. To add one: CONTRIBUTING.md names the files.

Nothing else in the product knows the kinds; everything else reads the pieces that they make.
"""

from scoring.kinds import (
    bands,
    checklist,
    count_tiers,
    deduction,
    interpolate,
    judgement,
    options,
    per_item,
    proportional,
    target,
    yes_no,
)
from scoring.kinds.rule import RuleKind, one_term

KINDS: dict[str, RuleKind] = {
    "bands": RuleKind(bands.Bands, one_term(bands.pieces)),
    "proportional": RuleKind(proportional.Proportional, one_term(proportional.pieces)),
    "interpolate": RuleKind(interpolate.Interpolate, one_term(interpolate.pieces)),
    "yes_no": RuleKind(yes_no.YesNo, one_term(yes_no.pieces)),
    "options": RuleKind(options.Options, one_term(options.pieces)),
    "count_tiers": RuleKind(count_tiers.CountTiers, one_term(count_tiers.pieces)),
    "per_item": RuleKind(per_item.PerItem, one_term(per_item.pieces)),
    "deduction": RuleKind(deduction.Deduction, one_term(deduction.pieces)),
    "checklist": RuleKind(checklist.Checklist, checklist.terms, own_inputs=True),
    "judgement": RuleKind(judgement.Judgement, one_term(judgement.pieces)),
    "target": RuleKind(target.Target, one_term(target.pieces)),
}
