"""The small addresses every site has, and the pages for when something goes wrong."""

import logging
import sys
from datetime import timedelta
from mimetypes import guess_type
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from wagtail.permissions import policy_registry

from ..addresses import address_at, address_of
from ..pictures.models import PortalRendition
from ..serving.files import reply_from_storage
from ..site.site_settings import SiteSettings
from ..visibility import is_public, restricted_paths
from .context import visitor_context
from .links import LinkedTemplateResponse
from .read_only import read_only
from .shared_caches import SHARED_SECONDS

logger = logging.getLogger(__name__)
MONTH = 30 * 24 * 60 * 60


@read_only
def rendition(request, name: str):
    """Send a rendition, to anyone if its collection is not private, else to staff who work with the picture.

    Originals are never sent. Browsers keep what they were given, but shared caches ask again after seconds,
    so that a picture which became private is gone from them too.
    """
    if "\0" in name:
        raise Http404  # PostgreSQL cannot even be asked for it
    renditions = PortalRendition.objects.filter(file=f"images/{name}")
    is_public = renditions.in_open_collections().exists()
    if not is_public and not _works_with(request.user, renditions.first()):
        raise Http404
    try:
        kind = guess_type(name)[0] or "application/octet-stream"
        response = reply_from_storage(request, default_storage, f"images/{name}", kind)
    except (OSError, ValueError, SuspiciousOperation) as error:
        raise Http404 from error
    if response.status_code < 400:
        keep = (
            {"public": True, "max_age": MONTH, "s_maxage": SHARED_SECONDS}
            if is_public
            else {"private": True, "no_store": True}
        )
        patch_cache_control(response, **keep)
    return response


def _works_with(user, found) -> bool:
    """Whether the user may choose or change the picture of the rendition."""
    if found is None or not user.is_authenticated:
        return False
    policy = policy_registry.get_by_type(type(found.image))
    return policy.user_has_any_permission_for_instance(user, ["choose", "change", "delete"], found.image)


@read_only
@cache_control(public=True, max_age=3600)
def robots_txt(request):
    """Say what search engines may read: everything but the admin and the way out.

    Search results must be read to be told apart from pages: they say ``noindex``.
    """
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /leave/",
        f"Sitemap: {address_at('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@read_only
@cache_control(public=True, max_age=3600)
def security_txt(request):
    """Say where a weakness of the site can be reported (RFC 9116): by mail, or else on the page about it.

    Raises:
        Http404: if the owner has filled in neither, since a file without a contact helps no one.
    """
    site_settings = SiteSettings.load(request_or_site=request)
    about = site_settings.about_page
    contact = f"mailto:{site_settings.security_contact}" if site_settings.security_contact else ""
    if not contact and is_public(about, restricted_paths()):
        contact = address_of(about)
    if not contact:
        raise Http404("No security contact is set. Fill it in under Settings, Site settings.")
    expires = (timezone.now() + timedelta(days=180)).replace(microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: en",
        f"Canonical: {address_at('/.well-known/security.txt')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@read_only
def favicon(request):
    """Send browsers that ask at the old address to the icon."""
    return redirect(staticfiles_storage.url("favicon.ico"), permanent=False)


@read_only
def sign_in(request):
    """Send readers of a private page to the one door there is, and back to the page afterwards."""
    return redirect(f"{reverse('wagtailadmin_login')}?{request.GET.urlencode()}")


def error_page(request, template: str, status: int, **more):
    """Render an error page with the site around it, or without it where that fails too.

    ``more`` are functions that return what else the template needs, by its name there.
    """
    try:
        context = {name: make() for name, make in more.items()}
        context |= {**visitor_context(request), "title": "Page not found"}
        return LinkedTemplateResponse(request, template, context, status=status).render()
    except DatabaseError:
        logger.exception(
            "The page for status %s was shown without its menu", status, extra={"request": request}
        )
        return server_error(request)


def permission_denied(request, exception=None):
    """Answer a request for something that is not for this reader."""
    return error_page(request, "404.html", 403)


def server_error(request, status: int = 500):
    """Answer when something broke: from a file, without context or database.

    Where the database did not answer, or not in time, it may do so again soon (503). Editors are told
    then what has become of their work, and what visitors see meanwhile.
    """
    is_away = status == 500 and _is_away(sys.exception())
    is_for_staff = is_away and request.path.startswith("/admin/")
    name = "503_staff.html" if is_for_staff else "500.html"
    path = Path(settings.BASE_DIR) / "templates" / name
    response = HttpResponse(path.read_text(encoding="utf-8"), status=503 if is_away else status)
    if is_away:
        response["Retry-After"] = "5"
    return response


def _is_away(error: BaseException | None) -> bool:
    """Whether the fault, or one that led to it, is that the database cannot be asked now."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        error = error.__cause__ or error.__context__
    return False
