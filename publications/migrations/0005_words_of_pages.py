"""The full-text index of the documents' pages, which each database keeps in step by itself.

On SQLite three triggers do. Django makes a table anew when it changes a column, and forgets them: a migration
that changes ``DocumentPage`` must run ``drop_index`` before and ``make_index`` after.
"""

from django.db import migrations, models

from publications.reading import postgresql, sqlite
from publications.reading.spellings import spellings

INDEXES = {"postgresql": postgresql, "sqlite": sqlite}


def fill_spellings(apps, schema_editor):
    """Work out the spellings of the pages that were read before."""
    pages = apps.get_model("publications", "DocumentPage").objects.all()
    for page in pages.iterator(chunk_size=200):
        if found := spellings(page.text):
            pages.filter(pk=page.pk).update(spellings=found)


def make_index(apps, schema_editor):
    """Make the index from what the table holds."""
    for statement in INDEXES[schema_editor.connection.vendor].MAKE:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    """Take the index away again."""
    for statement in INDEXES[schema_editor.connection.vendor].DROP:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("publications", "0004_download_count")]

    operations = [
        migrations.AddField(
            model_name="documentpage",
            name="spellings",
            field=models.TextField(blank=True, default="", editable=False),
        ),
        migrations.RunPython(fill_spellings, migrations.RunPython.noop),
        migrations.RunPython(make_index, drop_index),
    ]
