"""The one kind of page that other sites may show in a frame, and what it has to give up for that.

A page in a frame of somebody else's can be covered and made to be clicked. So such a page has no
form, no script and no cookie, and nothing on it does more than lead to a page of this site or a
source. ``portal.safety`` holds these pages to it, and every other page to the closed policy.
"""

from django.http import HttpResponse
from django.utils.csp import CSP, build_policy

# The last part of the address of every page that may be framed.
CARD = "card"
CARD_CSP = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.NONE],
    "frame-ancestors": ["*"],
}


def let_anyone_frame(response: HttpResponse) -> HttpResponse:
    """Let any site show the page in a frame."""
    response.xframe_options_exempt = True
    response["Content-Security-Policy"] = build_policy(CARD_CSP)
    return response
