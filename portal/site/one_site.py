"""Why there is one Site of Wagtail's and no second: the check, the form and the database say the same."""

from django.core.checks import Error, Tags, register
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Site

REASON = (
    "This program serves one site, at the address in its settings (BASE_URL). With a second one Wagtail "
    "would write other addresses into every link, feed and data file. Change the one there is, or run the "
    "program once more for another site."
)


@receiver(pre_save, sender=Site, dispatch_uid="portal_one_site")
def refuse_second_site(instance, raw=False, **kwargs):
    """Refuse to store a second one, whichever way it comes.

    Raises:
        ValidationError: with the reason.
    """
    if not raw and instance._state.adding and Site.objects.exists():
        raise ValidationError(REASON)


def refuse_form(request):
    """Answer who wants to add a site in the admin: not with a form, but with the reason."""
    messages.error(request, REASON)
    return redirect("wagtailsites:index")


@register(Tags.database)
def check_one_site(app_configs, databases=None, **kwargs):
    """Say that there are several; `manage.py check --database default` and `migrate` ask."""
    if not databases or "wagtailcore_site" not in _tables(databases[0]):
        return []
    many = Site.objects.using(databases[0]).count() > 1
    return [Error("There is more than one Site.", hint=REASON, id="portal.E001")] if many else []


def _tables(alias: str) -> list[str]:
    from django.db import connections

    return connections[alias].introspection.table_names()
