"""The pages for requests that were refused: in the editors' words in the admin, with help for visitors."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse

from ..answering import views
from .faults import NOT_WHOLE, Refused

TOO_BIG = (
    "This form holds more text than the site takes at once ({megabytes} MB). Nothing was saved. Go back and "
    "take some of the text out, for example into a page of its own, then save again."
)
TOO_MANY_FIELDS = (
    "This form has more fields than the site takes at once ({fields}). Nothing was saved. Go back and take "
    "some of the blocks out, for example into a page of their own, then save again."
)
TOO_MANY_FILES = "These are more files than the site takes at once ({files}). Send them in smaller groups."
NOT_YOURS = (
    "The site could not tell that this form came from you, so nothing was saved. It happens when you signed "
    "in or out in another window, when the page was open for long, or when your browser keeps no cookies. "
    "Go back, copy what you wrote, load the page again, put it in and save."
)


def is_for_staff(request) -> bool:
    """Whether the address lies in the admin."""
    return request.path_info.startswith(reverse("wagtailadmin_home"))


def refuse(request, words: str, status: int) -> HttpResponse:
    """Answer a member of staff in words, or the admin's own scripts in their form."""
    if request.accepts("application/json") and not request.accepts("text/html"):
        said = {"success": False, "error_code": "refused", "error_message": words}
        return JsonResponse(said, status=status)
    headers = {"Referrer-Policy": "same-origin", **({"Allow": "POST"} if status == 405 else {})}
    return HttpResponse(
        render_to_string("portal/refused.html", {"words": words}), status=status, headers=headers
    )


def _words_for(exception) -> tuple[str, int]:
    """Return sentence and status for what Django or this site raised."""
    if isinstance(exception, Refused):
        return str(exception), exception.status
    if isinstance(exception, RequestDataTooBig):
        megabytes = settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 1024 / 1024
        return TOO_BIG.format(megabytes=f"{megabytes:g}"), 413
    if isinstance(exception, TooManyFieldsSent):
        return TOO_MANY_FIELDS.format(fields=f"{settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:,}"), 413
    if isinstance(exception, TooManyFilesSent):
        return TOO_MANY_FILES.format(files=settings.DATA_UPLOAD_MAX_NUMBER_FILES), 413
    return NOT_WHOLE, 400


def bad_request(request, exception=None) -> HttpResponse:
    """Answer a request that makes no sense, or more than the site takes."""
    if is_for_staff(request):
        return refuse(request, *_words_for(exception))
    return views.server_error(request, status=400)


def not_from_a_form_of_ours(request, reason="") -> HttpResponse:
    """Answer a form without the proof that this site gave it out."""
    if is_for_staff(request):
        return refuse(request, NOT_YOURS, 403)
    return views.server_error(request, status=403)
