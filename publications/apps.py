"""See the package's docstring for what the app is for."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = "Publications"

    def ready(self):
        from django.db.models.signals import post_delete

        from .files.removal import remove_cover, remove_version
        from .models import DocumentVersion, PublicationDocument

        post_delete.connect(remove_cover, sender=PublicationDocument)
        post_delete.connect(remove_version, sender=DocumentVersion)
