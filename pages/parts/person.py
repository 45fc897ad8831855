"""Who acts on the pages: the one place where a page run becomes an acting person."""

from data.accounts.person import LOCAL, Person


def acting_person() -> Person:
    """Until there are accounts, whoever sits at this computer."""
    return LOCAL
