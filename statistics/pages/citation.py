"""How a figure is cited: words to copy, and an address that keeps saying what was cited."""

from django.conf import settings
from django.utils import timezone

from portal.addresses import address_of, path_of

from ..numbers.wording import inside_quotation_marks

# How many earlier versions are linked; older ones keep their addresses.
MAX_EARLIER = 10


def citation(figure, version) -> dict:
    """Return ``text`` to copy, the address of this version, its number and day, and earlier numbers.

    The words also say what has taken the figure's place: whoever cites it should know.
    """
    day = timezone.localtime(version.published_at)
    as_at = f"{day.day} {day:%B %Y}"
    below = f"version/{version.number}/"
    said = f"{figure.statement()} ({figure.area}, {figure.period}; {figure.state_label.lower()})"
    newer = (
        f" Newest figure: {figure.newest.value_text}, {address_of(figure.newest)}" if figure.newest else ""
    )
    return {
        "text": f"“{inside_quotation_marks(figure.title)}”: {said}. {settings.WAGTAIL_SITE_NAME}, "
        f"version {version.number}, as at {as_at}. {address_of(figure)}{below} Source given there: "
        f"{figure.source_text}.{newer}",
        "permanent_path": f"{path_of(figure)}{below}",
        "number": version.number,
        "as_at": as_at,
        "state_since": version.state_since,
        "earlier": range(max(version.number - MAX_EARLIER, 1), version.number),
    }
