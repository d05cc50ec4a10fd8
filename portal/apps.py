"""The floor of the project."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Portal"

    def __init__(self, *args):
        super().__init__(*args)
        from .editing.lengths import say_how_much_is_too_long

        # Before any model is loaded: the fields of blocks are made with their models.
        say_how_much_is_too_long()

    def ready(self):
        from .admin.no_programs import leave_out

        leave_out()  # as the first of all apps
        from . import checks  # noqa: F401  (registers system checks)
        from .admin.dates_in_forms import say_how_dates_are_written
        from .pictures import renditions  # noqa: F401  (registers a signal handler)
        from .site import one_site, owner  # noqa: F401  (register checks, a signal handler and a hook)

        say_how_dates_are_written()
        from .keeping import watch

        watch.connect()
        from .databases.changes import watch_changes
        from .databases.machines import Machines
        from .serving.pages.own import own_generation

        watch_changes(Machines(own_generation()).changed)
        from .editing.stale_saves import refuse_stale_saves

        refuse_stale_saves()
