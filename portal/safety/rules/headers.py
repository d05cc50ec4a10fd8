"""Rules about what stands above the page: cookies, headers, and whether it may be kept."""

from collections.abc import Iterator

from ..answer import Answer
from .framed import may_be_framed


def answer(answer: Answer) -> Iterator[str]:
    """The site answers, and not with a fault of its own; what it cannot show cannot be judged."""
    if not answer.status:
        yield "does not answer"
    elif answer.status >= 500:
        yield f"answers with status {answer.status}"


def cookie(answer: Answer) -> Iterator[str]:
    """No cookie. Its name is told, its value is not."""
    for one in answer.cookies:
        yield f"sets the cookie {one.partition('=')[0].strip()}"


def referrer(answer: Answer) -> Iterator[str]:
    """No site that is linked from here learns where its reader came from."""
    value = answer.headers.get("referrer-policy", "").strip()
    # Signing in needs the referrer of this site itself: see portal/admin/urls.py.
    strict = ("no-referrer", "same-origin") if answer.for_staff else ("no-referrer",)
    if value.lower() not in strict:
        yield f"has Referrer-Policy “{value}”" if value else "has no Referrer-Policy"


def framing(answer: Answer) -> Iterator[str]:
    """Nobody can show the page in a frame of theirs, unless it is made for that."""
    value = answer.headers.get("x-frame-options", "")
    if may_be_framed(answer) and not value:
        return
    if answer.is_html and value.strip().upper() != "DENY":
        yield f"has X-Frame-Options “{value}”" if value else "has no X-Frame-Options"


def resource(answer: Answer) -> Iterator[str]:
    """No page of another site can load this as a part of itself, unless it is made for that."""
    value = answer.headers.get("cross-origin-resource-policy", "").strip().lower()
    if value not in ("same-origin", "same-site", "cross-origin"):
        yield (
            f"has Cross-Origin-Resource-Policy “{value}”" if value else "has no Cross-Origin-Resource-Policy"
        )
    elif value == "cross-origin" and answer.is_html and not may_be_framed(answer):
        yield "lets any site load it, though it is a page"


def media_type(answer: Answer) -> Iterator[str]:
    """No browser has to guess what it got."""
    if answer.headers.get("x-content-type-options", "").strip().lower() != "nosniff":
        yield "has no X-Content-Type-Options: nosniff"
    if answer.body and not answer.kind:
        yield "has no Content-Type"


def storage(answer: Answer) -> Iterator[str]:
    """No browser keeps a page; no shared cache keeps a staff page, an error or a redirect."""
    if not answer.is_html:
        return
    if "no-store" not in answer.headers.get("cache-control", "").lower():
        yield "may be stored by the browser"
    shared = answer.headers.get("cdn-cache-control", "no-store").lower()
    if (answer.for_staff or answer.status != 200) and "no-store" not in shared:
        yield "may be kept by shared caches, though it is not the same for everybody"
