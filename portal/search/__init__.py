"""The search: plain words in, the pages that anyone may read out. No query is kept anywhere.

The words are looked up in the index that Wagtail keeps as pages are published, but asked for
directly: see ``sqlite`` and ``postgresql`` for why. Start reading at ``engine.search_pages``.
"""
