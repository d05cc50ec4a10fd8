"""The first logins of a new site, and what editors may do beside editing pages."""

import os
import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail import hooks

# An app registers a function without arguments that returns what members of Wagtail's two groups may do with
# its own records, such as {"Editors": ["guidance.change_helproute"]}. Pages, pictures and documents they may
# edit already.
HOOK = "portal_group_permissions"
GROUPS = ("Editors", "Moderators")


def grant_editors_permissions() -> None:
    """Let Wagtail's two groups do what the apps say under ``HOOK``."""
    for provider in hooks.get_hooks(HOOK):
        for name, permissions in provider().items():
            group, _ = Group.objects.get_or_create(name=name)
            for permission in permissions:
                app, codename = permission.split(".")
                group.permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))


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
