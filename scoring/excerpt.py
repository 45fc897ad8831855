"""What an excerpt leaves out: the points that the document prints, and those of the rows that could be read."""

from scoring.messages import Message, _
from scoring.table import Table


def explain_excerpt(table: Table) -> tuple[Message, ...]:
    """One sentence for each node whose parts fall short of its maximum; none for a table that is no excerpt."""
    if not table.excerpt:
        return ()
    return tuple(
        Message(
            _("{id}: the document gives {max} points, the rows that could be read {read}. The rest is not scored."),
            {"id": node.id, "max": node.max, "read": node.base},
        )
        for node in table.nodes[1:]
        if node.max is not None and node.base < node.max
    )
