from portal.settings.local import *  # noqa: F403
from portal.settings.local import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.server.slow_start"]
