"""The index that PostgreSQL needs to search in title and text at once (see portal.search.postgresql).

Wagtail has an index for each of the two alone, which a search in both cannot use.
"""

from django.db import migrations

MAKE = """
CREATE INDEX IF NOT EXISTS portal_search_title_body
ON wagtailsearch_indexentry USING gin ((title || body))
"""
DROP = "DROP INDEX IF EXISTS portal_search_title_body"


def make_index(apps, schema_editor):
    """Make the index; SQLite's full-text table needs none."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(MAKE)


def drop_index(apps, schema_editor):
    """Take the index away again."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(DROP)


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0001_initial"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(make_index, drop_index)]
