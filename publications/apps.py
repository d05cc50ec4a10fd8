"""See the package's docstring for what the app is for."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = "Publications"

    def ready(self):
        from . import file_removal

        file_removal.connect()
