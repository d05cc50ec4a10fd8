"""What may stand after the “?” of open data, and nothing else."""

from typing import Annotated

from ninja.params.models import Query, QueryModel
from pydantic import BeforeValidator, Field

from .problems import refuse_unknown

MAX_DIGITS = 9


def _digits(text: str) -> int:
    """Return the number. Pydantic would also take “1_000”, “7.0”, “ 7” and digits of every script."""
    if not (text.isascii() and text.isdecimal() and len(text) <= MAX_DIGITS):
        raise ValueError
    return int(text)


def whole_number(lowest: int, highest: int):
    """Return the type of a whole number within bounds."""
    return Annotated[int, Field(ge=lowest, le=highest), BeforeValidator(_digits)]


class _KnownModel(QueryModel):
    @classmethod
    def get_request_data(cls, request, api, path_params):
        refuse_unknown(request.GET, cls.__ninja_flatten_map__)
        return super().get_request_data(request, api, path_params)


class Known(Query):
    """Ninja's parameters of an address, and no others: by itself it reads past what it does not know."""

    _model = _KnownModel

    @classmethod
    def _param_source(cls) -> str:
        return "query"
