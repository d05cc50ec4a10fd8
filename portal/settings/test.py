"""What the tests use: the local settings, in a data folder of their own, quick passwords."""

import os
import tempfile
from pathlib import Path

_folder = Path(tempfile.gettempdir()) / f"portal-tests-{os.getuid()}"
_folder.mkdir(exist_ok=True)
os.environ["DATA_DIR"] = str(_folder)
os.environ["BASE_URL"] = "http://testserver"
os.environ["SECRET_KEY"] = "for-tests-only"  # noqa: S105
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_folder / 'db.sqlite3'}")

from .local import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = dict.fromkeys(TASKS, TASKS["default"])  # noqa: F405
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405
