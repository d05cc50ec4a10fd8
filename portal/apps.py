"""The floor of the project."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Portal"

    def ready(self):
        from . import checks, one_site, renditions  # noqa: F401  (registers system checks and signal handlers)
        from .dates_in_forms import say_how_dates_are_written

        say_how_dates_are_written()
        from .keeping import watch

        watch.connect()
