"""The root settings: secure as they stand, refusing to start by naming what is missing.

``local`` and ``test`` only loosen them. Configuration is by environment variables; the
table in docs/settings.md lists every one.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from publications.inspection.limits import MAX_BYTES

from .databases import tuned
from .leaving import LEAVE_SITES, allowed_leave_site
from .security import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()


def required(name: str) -> str:
    """Return the environment variable, or stop the start-up and say what it is for."""
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(
            f"The environment variable {name} is missing. docs/settings.md says what it is for. "
            "To try the site on this machine, use `make run` instead."
        )
    return value


DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
SECRET_KEY = required("SECRET_KEY")
BASE_URL = required("BASE_URL").rstrip("/")
ALLOWED_HOSTS = required("ALLOWED_HOSTS").split(",")
DATABASES = {"default": tuned(env.db_url_config(required("DATABASE_URL")))}

# Where “Leave this page” leads.
LEAVE_URL = allowed_leave_site(env.str("LEAVE_URL", default=LEAVE_SITES[0]))

DEBUG = False

INSTALLED_APPS = [
    "portal",
    "publications",
    "statistics",
    "guidance",
    "categories",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Before the headers that only pages need: they are half of what a small script weighs.
    "portal.files.staticfiles.StaticFilesMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.answering.middleware.VisitorPrivacyMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "portal.answering.middleware.TextGZipMiddleware",
    "portal.answering.middleware.ShortPathsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.text.characters.CleanTextMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "portal.answering.middleware.AtomicUnsafeRequestsMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True  # the admin's own words; the site itself is in English
USE_TZ = True

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "portal.files.storage.WholeFileStorage"},
    # Documents have a folder of their own that no URL reaches: their page serves them.
    "documents": {
        "BACKEND": "portal.files.storage.WholeFileStorage",
        # A string, since the task that removes a deleted document's file is told of it as JSON.
        "OPTIONS": {"location": str(DATA_DIR / "documents"), "base_url": None},
    },
    "staticfiles": {"BACKEND": "portal.files.staticfiles.BundledStaticFilesStorage"},
}
# Where nginx has the folder of documents, if it sends the files: see docs/serving.md.
X_ACCEL_PREFIX = env.str("X_ACCEL_PREFIX", default="").rstrip("/")
# Where the schedule keeps the public site as files, if anywhere: see docs/mirror.md.
MIRROR_DIR = env.str("MIRROR_DIR", default="")
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ADD_HEADERS_FUNCTION = who_may_load_a_static_file  # noqa: F405
_PICTURES = ("avif", "webp", "jpg", "jpeg", "png", "gif", "ico")
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*_PICTURES, "gz", "br", "zip", "pdf", "woff2", "woff", "map")
# A page that links every other (the site map in the admin) posts many fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Serious and organised crime"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # staff addresses are not sent to anyone
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILIMAGES_IMAGE_MODEL = "portal.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.pictures.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_MODEL = "publications.PublicationDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "publications.documents.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = MAX_BYTES
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS = []  # nothing from another host is ever put into a page
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.search.staff.backend", "SEARCH_CONFIG": "english"}}
WAGTAIL_AGING_PAGES_ENABLED = True
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "portal.rich_text.widget.RichTextArea"}}

TASKS = {
    # Wagtail's own small tasks, such as the search index, are done at once.
    "default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"},
    # Drawing the sizes of a picture takes seconds: see docs/decisions/.
    "pictures": {"BACKEND": "portal.tasks.ThreadBackend"},
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

if env.str("EMAIL_URL", default=""):
    _email = env.email_url("EMAIL_URL")
    MAILERS = {
        "default": {
            "BACKEND": _email["EMAIL_BACKEND"],
            "OPTIONS": {
                "host": _email["EMAIL_HOST"],
                "port": _email["EMAIL_PORT"],
                "username": _email["EMAIL_HOST_USER"],
                "password": _email["EMAIL_HOST_PASSWORD"],
                "use_ssl": _email.get("EMAIL_USE_SSL", False),
                "use_tls": _email.get("EMAIL_USE_TLS", False),
            },
        }
    }
else:
    MAILERS = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}
    WAGTAIL_PASSWORD_RESET_ENABLED = False  # a reset mail that is never sent helps no one

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "portal.logs.WithoutVisitorFormatter",
            "format": "{levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers would write, or mail, the whole request.
        "django": {"handlers": []},
        "django.server": {"level": "CRITICAL"},
        "django.tasks": {"level": "WARNING"},  # else two lines for each task that went well
        # At WARNING this logger writes the address of every page not found.
        "django.request": {"level": "ERROR"},
        # A request for another host is somebody's mistake. (Without any handler Python would write it.)
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
