"""Who asks: the one place where a request becomes an acting person."""

from starlette.requests import Request

from data.accounts.person import Person
from pages.parts.person import person_of


def acting_person(request: Request) -> Person:
    """The person behind ``request``. Until there are accounts, whoever sits at this computer, by the name he gave."""
    return person_of(request.cookies)
