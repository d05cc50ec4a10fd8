"""The full-text index that each database searches by."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_database_has_the_index_that_search_asks():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'portal_search_title_body'")
            wanted = ["gin", "(title || body)"]
        else:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'wagtailsearch_indexentry_fts'")
            wanted = ["fts5", "title", "body"]
        (definition,) = cursor.fetchone()
    assert all(words in definition for words in wanted)
