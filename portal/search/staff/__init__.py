"""The admin's search, on the same index as the site's: ``WAGTAILSEARCH_BACKENDS`` names ``backend``.

Wherever Wagtail searches in the admin (pages, folders, choosers, snippets, pictures, documents) it hands the
rows that the user may see to this backend. Wagtail's own for SQLite runs the whole match again for every hit,
which takes a minute where a word is on all of 10,000 pages.
"""
