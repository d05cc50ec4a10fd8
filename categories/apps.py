"""See the package's docstring for what the app is for."""

from django.apps import AppConfig


class CategoriesConfig(AppConfig):
    name = "categories"
    verbose_name = "Categories"
