"""The first logins of a new site, and what editors may do beside editing pages."""

import os
import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

# Permissions by group name; Wagtail's own groups already may edit pages, pictures and documents.
EDIT = ("add_helproute", "change_helproute", "view_helproute", "change_categorygroup", "view_categorygroup")
FIGURES = ("add_figureseries", "change_figureseries", "delete_figureseries", "view_figureseries")
PUBLISH = (
    *EDIT,
    *FIGURES,
    "publish_helproute",
    "add_categorygroup",
    "change_sitesettings",
    "change_alertbanner",
)
GROUPS = {"Editors": (*EDIT, *FIGURES), "Moderators": PUBLISH}


def grant_editors_permissions() -> None:
    """Let Wagtail's two groups work on help routes, groups and settings as well."""
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        wanted = Q(codename__in=codenames) & Q(
            content_type__app_label__in=("guidance", "categories", "portal", "statistics")
        )
        group.permissions.add(*Permission.objects.filter(wanted))


def make_first_logins() -> dict[str, str]:
    """Make an administrator and an editor if there is no user yet; return their passwords by name.

    The password is ``ADMIN_PASSWORD`` where that is set, else one made up for each.
    """
    user_model = get_user_model()
    if user_model.objects.exists():
        return {}
    grant_editors_permissions()
    given = os.environ.get("ADMIN_PASSWORD", "")
    passwords = {name: given or secrets.token_urlsafe(12) for name in ("admin", "editor")}
    user_model.objects.create_superuser("admin", "", passwords["admin"])
    editor = user_model.objects.create_user("editor", "", passwords["editor"])
    editor.groups.set(Group.objects.filter(name__in=GROUPS))
    return passwords
