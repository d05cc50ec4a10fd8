"""What `make run` and `make dev` use: SQLite and a made-up secret, both kept in DATA_DIR."""

import os
import secrets
from pathlib import Path

import environ

_env = environ.Env()
_data_dir = Path(_env.str("DATA_DIR", default=str(Path(__file__).resolve().parents[2] / "var"))).resolve()
_port = _env.str("PORT", default="8000")


def _kept_secret() -> str:
    """Return the secret of this data folder, made on the first start."""
    path = _data_dir / "secret_key"
    if not path.exists():
        _data_dir.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="utf-8")
    return path.read_text(encoding="utf-8")


os.environ.setdefault("SECRET_KEY", _kept_secret())
os.environ.setdefault("BASE_URL", f"http://127.0.0.1:{_port}")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_data_dir / 'db.sqlite3'}")

from .production import *  # noqa: E402, F403
from .production import BASE_URL  # noqa: E402

DEBUG = _env.bool("DEBUG", default=False)
if not BASE_URL.startswith("https://"):
    SECURE_SSL_REDIRECT = False
    SECURE_HSTS_SECONDS = 0
    SESSION_COOKIE_SECURE = False
    CSRF_COOKIE_SECURE = False

if DEBUG:
    STORAGES = {
        **STORAGES,  # noqa: F405
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    LOGGING["loggers"]["django.server"] = {"level": "INFO", "propagate": True}  # noqa: F405  (`make dev`)
    MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
