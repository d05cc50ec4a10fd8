"""What is done again and again while the site runs: an app adds its job by the hook ``portal_schedule``.

A job is a function without arguments that is quick when there is nothing to do. The floor imports no app.
"""

from django.core.management import call_command
from wagtail import hooks

HOOK = "portal_schedule"


def run_jobs() -> None:
    """Publish and withdraw what is due, then do the jobs of the apps."""
    call_command("publish_scheduled", verbosity=0)
    for job in hooks.get_hooks(HOOK):
        job()
