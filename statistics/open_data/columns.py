"""The columns of the figures, version 1. Names are stable: a column may be added, none renamed or removed.

``records`` gives each figure its ``newest`` beforehand. A column's ``value`` is handed the figure and the
tree paths of private pages; what it reads of a figure must be there in ``rows`` too.
"""

from portal.addresses import address_of
from portal.open_data.columns import Column
from portal.text.plain_words import plain_words
from portal.visibility import is_public

from ..models import StatisticPage
from ..numbers.wording import plain_number

VERSION = 1


def _category(figure, restricted) -> str:
    return figure.category.title if is_public(figure.category, restricted) else ""


def _newest(figure, restricted) -> str:
    return address_of(figure.newest) if figure.newest else ""


def _updated(figure, restricted) -> str:
    return figure.last_published_at.isoformat() if figure.last_published_at else ""


def _own(name: str):
    """Return a function that takes the value of the figure's field."""
    return lambda figure, restricted: getattr(figure, name)


SAME_UNIT = "as the column “unit” says"

COLUMNS = (
    Column(
        "url",
        "The permanent address of the figure. It names the figure for good.",
        lambda figure, restricted: address_of(figure),
        "anyURI",
    ),
    Column("title", "The title of the figure's page.", _own("title")),
    Column("value", "The value in words, as it should be quoted: “at least 300,000”.", _own("value_text")),
    Column(
        "lower_value",
        "The value as a number. For a range, its lower end.",
        lambda figure, restricted: plain_number(figure.lower_value),
        "number",
        nullable=True,
        unit=SAME_UNIT,
    ),
    Column(
        "upper_value",
        "The upper end of a range. Empty for every other figure.",
        lambda figure, restricted: plain_number(figure.upper_value),
        "number",
        nullable=True,
        unit=SAME_UNIT,
    ),
    Column(
        "bound", "How exact the value is, as the source words it.", _own("bound"), choices_of=StatisticPage
    ),
    Column("unit", "Whether the value is a number or a share.", _own("unit"), choices_of=StatisticPage),
    Column(
        "counted",
        "What was counted. It follows the value in a sentence. With a share, it is what the share is of.",
        _own("counted"),
    ),
    Column("kind", "How the value came about.", _own("kind"), choices_of=StatisticPage),
    Column("period", "The time that the figure covers, in words.", _own("period")),
    Column(
        "year",
        "The last year of the period, for sorting.",
        _own("year"),
        "integer",
        nullable=True,
        unit="year",
    ),
    Column("area", "The place that the figure covers, in words.", _own("area")),
    Column(
        "category",
        "The category of crime. Empty if the figure is about all serious and organised crime.",
        _category,
        nullable=True,
    ),
    Column("source_name", "The source, as it is cited.", _own("source_name")),
    Column(
        "source_url",
        "Where the source can be read on its publisher's site.",
        _own("source_url"),
        "anyURI",
        nullable=True,
    ),
    Column(
        "source_page",
        "The page of the source that holds the figure.",
        _own("source_page"),
        "integer",
        nullable=True,
        unit="page",
    ),
    Column(
        "state",
        "How sure the figure is. Show it wherever you show the figure.",
        _own("state"),
        choices_of=StatisticPage,
    ),
    Column("state_note", "Why the figure has this state.", _own("state_note"), nullable=True),
    Column(
        "superseded_by",
        "The address of the newest figure that took its place. Use that one.",
        _newest,
        "anyURI",
        nullable=True,
    ),
    Column(
        "does_not_mean",
        "The mistake that readers make most. Show it wherever you show the figure.",
        lambda figure, restricted: plain_words(figure.does_not_mean),
        nullable=True,
    ),
    Column("updated", "When this figure was last published here.", _updated, "dateTime", nullable=True),
    Column(
        "thing",
        "What was counted, roughly. Never add different things.",
        _own("thing"),
        choices_of=StatisticPage,
    ),
    Column(
        "likelihood",
        "How likely the source says that it is. Only for an intelligence assessment.",
        _own("likelihood"),
        nullable=True,
        choices_of=StatisticPage,
    ),
    Column("source_edition", "The edition of the source.", _own("source_edition"), nullable=True),
)
NAMES = tuple(column.name for column in COLUMNS)
