"""Says to those who look after the site, not to its visitors, that the owner has not said who they are."""

from django.core.checks import Warning as CheckWarning
from django.core.checks import register
from django.db import DatabaseError
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component

from .site_settings import SiteSettings

REASON = "The owner of this site has not yet filled in who they are."
HINT = "Fill in “Owner text” in the admin, under Settings, Site settings. The footer of every page shows it."


def is_owner_missing() -> bool:
    """Whether nobody has filled in who runs the site."""
    return not SiteSettings.objects.exclude(owner_text="").exists()


@register(deploy=True)
def check_owner(app_configs, **kwargs):
    """Say before the site is put up that its owner is missing; nothing where there is no database yet."""
    try:
        missing = is_owner_missing()
    except DatabaseError:
        return []
    return [CheckWarning(REASON, hint=HINT, id="portal.W004")] if missing else []


class OwnerMissingPanel(Component):
    """A note on the admin's first page, with the way to fill it in."""

    name = "owner_missing"
    template_name = "portal/owner_missing.html"
    order = 50

    def get_context_data(self, parent_context):
        url = reverse("wagtailsettings:edit", args=["portal", "sitesettings"])
        return {"reason": REASON, "url": url}


@hooks.register("construct_homepage_panels")
def say_that_the_owner_is_missing(request, panels):
    """Tell those who can change it."""
    if request.user.has_perm("portal.change_sitesettings") and is_owner_missing():
        panels.append(OwnerMissingPanel())
