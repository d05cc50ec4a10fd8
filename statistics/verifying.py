"""What “verified” stands on: the file of the source, somebody else's acceptance, or a named person."""

from .evidence import Evidence, look_up
from .models.evidence import EvidenceCheck, fingerprint_of
from .states import State

NEEDED = (
    "“Verified” means that somebody has seen the figure in its source. Enter who saw it there, and on which "
    "day; or name the publication, the page and the words, so that they are found in its file; or choose "
    "“Attributed” until then."
)


def _is_accepted(figure) -> bool:
    """Whether somebody else accepted the figure as it is now, although it was not found."""
    if not figure.pk:
        return False
    kept = EvidenceCheck.objects.filter(figure=figure.pk).exclude(accepted_on=None).first()
    return kept is not None and kept.fingerprint == fingerprint_of(figure)


def why_not_verified(figure) -> str:
    """Return why a figure that is called verified must not be published as that, or empty."""
    if figure.state != State.VERIFIED or (figure.seen_by.strip() and figure.seen_on):
        return ""
    return "" if look_up(figure) == Evidence.FOUND or _is_accepted(figure) else NEEDED
