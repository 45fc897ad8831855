"""What is reckoned in each row of a register, in words for people."""

import ast

from scoring.expression import DAYS_LATE, constant_of
from scoring.messages import Message, Title, _
from scoring.register import FromRows, Register

_SIGNS = {ast.Add: "{one} + {other}", ast.Sub: "{one} - {other}", ast.Mult: "{one} × {other}"}
_OF_TWO = {"smaller": _("the smaller of {one} and {other}"), "larger": _("the larger of {one} and {other}")}


def formed_words(formed: FromRows, register: Register | None) -> Message:
    """How the figure is formed; codes stand for names where the table does not know the register any more."""
    title = register.name if register is not None else formed.register
    what = _said(formed.of.tree, formed, register)
    if not formed.where:
        return Message(
            _("Formed from the rows of “{register}”: each row adds {what}"), {"register": title, "what": what}
        )
    values = {"register": title, "what": what, "where": _column(formed.where, register)}
    return Message(_("Formed from the rows of “{register}” that say yes to “{where}”: each adds {what}"), values)


def _said(node: ast.expr, formed: FromRows, register: Register | None) -> object:
    if isinstance(node, ast.Name):
        return _column(node.id, register)
    if isinstance(node, ast.Constant):
        return constant_of(node, formed.of.source)
    if isinstance(node, ast.BinOp):
        sides = [_said(side, formed, register) for side in (node.left, node.right)]
        if isinstance(node.op, ast.Mult):
            apart = [isinstance(side, ast.BinOp) for side in (node.left, node.right)]
            sides = [
                Message("({one})", {"one": said}) if held else said for said, held in zip(sides, apart, strict=True)
            ]
        return Message(_SIGNS[type(node.op)], {"one": sides[0], "other": sides[1]})
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        parts = [_said(part, formed, register) for part in node.args]
        if node.func.id == DAYS_LATE:
            late = _("the working days late of “{day}” after “{deadline}”") if formed.working else _LATE
            return Message(late, {"day": parts[0], "deadline": parts[1]})
        said = parts[0]
        for other in parts[1:]:
            said = Message(_OF_TWO[node.func.id], {"one": said, "other": other})
        return said
    return formed.of.source


_LATE = _("the days late of “{day}” after “{deadline}”")


def _column(code: str, register: Register | None) -> Title | str:
    column = register.columns.get(code) if register is not None else None
    return column.name if column is not None else code
