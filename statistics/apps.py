"""See the package's docstring for what the app is for."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "statistics"
    verbose_name = "Statistics"

    def ready(self):
        from wagtail.signals import page_published

        from publications.signals import document_file_replaced

        from .models import StatisticPage
        from .publishing import check_again, figure_published

        page_published.connect(figure_published, sender=StatisticPage)
        document_file_replaced.connect(check_again)
