"""The words of documents in PostgreSQL: a column that the database itself keeps in step with the pages."""

from portal.search.words import SHORTEST_STEM, stem

TABLE = "publications_documentpage"
# Ranking reads each hit's words: beyond so many hits, those left out would hardly be missed.
POOL = 2_000

MAKE = [
    f"ALTER TABLE {TABLE} ADD COLUMN words tsvector "
    "GENERATED ALWAYS AS (to_tsvector('english', text || ' ' || spellings)) STORED",
    f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
]
DROP = [f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS words"]


def _beginning(word: str) -> str:
    """Return a word in quotes, so that nothing in it is an operator; others that begin so match too."""
    start = stem(word)
    quoted = "'" + start.replace("'", "''") + "'"
    return f"{quoted}:*" if len(start) > SHORTEST_STEM else quoted


def hits(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return SQL for (id, score) of the pages with every one (or any) of the words, and its parameters.

    The lower the score, the better.
    """
    if every:
        query, parameter = "plainto_tsquery('english', %s)", " ".join(words)
    else:
        query, parameter = "to_tsquery('english', %s)", " | ".join(_beginning(word) for word in words)
    # Only names of tables and functions go into the text of the query; the words are a parameter.
    sql = (
        f"SELECT id, -ts_rank(words, asked) AS score FROM {TABLE}, {query} AS asked "  # noqa: S608
        f"WHERE words @@ asked"
    )
    return sql, [parameter]
