"""Where “Leave this page” leads: to one of a few neutral sites, and never anywhere else."""

from django.core.exceptions import ImproperlyConfigured

# Sites that nobody is surprised to see on a screen. The first is used unless LEAVE_URL names another.
LEAVE_SITES = (
    "https://www.bbc.co.uk/weather",
    "https://www.metoffice.gov.uk/",
    "https://www.bbc.co.uk/news",
    "https://www.google.co.uk/",
)


def allowed_leave_site(address: str) -> str:
    """Return the address if it is on the list.

    Raises:
        ImproperlyConfigured: naming the addresses that are allowed. A mistyped or hijacked address would
            take people who are in a hurry somewhere else.
    """
    if address not in LEAVE_SITES:
        raise ImproperlyConfigured(
            f"LEAVE_URL is {address!r}, which is not one of the neutral sites that people may be sent to. "
            f"Choose one of {', '.join(LEAVE_SITES)}, or add it to LEAVE_SITES in portal/settings/leaving.py."
        )
    return address
