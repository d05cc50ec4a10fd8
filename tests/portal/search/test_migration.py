"""The index that PostgreSQL searches by."""

import pytest
from django.db import connection


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has a full-text table instead")
def test_postgresql_has_an_index_on_title_and_text_together():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'portal_search_title_body'")
        (definition,) = cursor.fetchone()
    assert "gin" in definition
    assert "(title || body)" in definition
