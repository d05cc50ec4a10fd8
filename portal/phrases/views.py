"""The page of the admin on which editors change what templates and the finder say."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import log

from ..site.site_settings import SiteSettings
from .forms import PhrasesForm


def _may_change(user) -> bool:
    """Every page shows these words, so whoever changes the site settings changes them."""
    return user.has_perm("portal.change_sitesettings")


class WordsOfTheSiteItem(MenuItem):
    """The way to the page, for whoever may use it."""

    def is_shown(self, request):
        return _may_change(request.user)


@transaction.atomic
def edit_phrases(request):
    """Show and take the words of all phrases.

    Raises:
        PermissionDenied: for whoever may not change the site settings.
    """
    if not _may_change(request.user):
        raise PermissionDenied
    settings = SiteSettings.load(request_or_site=request)
    sent = request.POST if request.method == "POST" else None
    form = PhrasesForm(sent, instead=settings.said_instead)
    if form.is_valid():
        settings = SiteSettings.objects.select_for_update().get(pk=settings.pk)
        settings.said_instead = form.instead
        settings.save(update_fields=["said_instead"])
        log(settings, "wagtail.edit", user=request.user)
        messages.success(request, "The words of the site were saved.")
        return redirect("portal_phrases")
    if form.errors:
        messages.error(request, "Nothing was saved yet. See the words marked below.")
    status = 400 if form.errors else 200
    return TemplateResponse(request, "portal/phrases.html", {"form": form}, status=status)
