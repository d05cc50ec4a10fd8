"""See the package's docstring for what the app is for."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "statistics"
    verbose_name = "Statistics"

    def ready(self):
        from django.db.models.signals import post_migrate
        from wagtail.signals import page_published

        from publications.signals import document_file_replaced

        from .models import StatisticPage
        from .publishing import check_again, figure_published, keep_first_versions

        page_published.connect(figure_published, sender=StatisticPage)
        document_file_replaced.connect(check_again)
        post_migrate.connect(keep_first_versions, sender=self)
