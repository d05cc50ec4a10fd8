import os
import time
from pathlib import Path

from django.apps import AppConfig


class SlowStart(AppConfig):
    name = "tests.server.slow_start"

    def ready(self):
        while not Path(os.environ["MAY_BE_LOADED"]).exists():
            time.sleep(0.1)
