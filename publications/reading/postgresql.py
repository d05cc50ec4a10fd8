"""The words of documents in PostgreSQL: a column that the database itself keeps in step with the pages."""

from portal.search.words import SHORTEST_STEM, stem

TABLE = "publications_documentpage"
# Ranking reads all words of a hit, which takes long: it is done for so many hits of each document at most.
RANKED_OF_EACH = 20


def _beginning(word: str) -> str:
    """Return a word in quotes, so that nothing in it is an operator; others that begin so match too."""
    start = stem(word)
    quoted = "'" + start.replace("'", "''") + "'"
    return f"{quoted}:*" if len(start) > SHORTEST_STEM else quoted


def _asked(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return SQL for the words in PostgreSQL's language, and its parameters."""
    if every:
        return "plainto_tsquery('english', %s)", [" ".join(words)]
    return "to_tsquery('english', %s)", [" | ".join(_beginning(word) for word in words)]


def matching(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return SQL for the ids of the pages with every one (or any) of the words, and its parameters."""
    asked, parameters = _asked(words, every)
    # Only names of tables and functions go into the text of the query; the words are a parameter.
    return f"SELECT id FROM {TABLE} WHERE words @@ {asked}", parameters  # noqa: S608


def scored(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return the same for (id, score), the lower the better, of the first hits of each document."""
    asked, parameters = _asked(words, every)
    sql = f"""
    SELECT page.id, -ts_rank(page.words, {asked}) AS score FROM (
        SELECT id, row_number() OVER (PARTITION BY document_id ORDER BY number) AS nth
        FROM {TABLE} WHERE words @@ {asked}
    ) AS found JOIN {TABLE} AS page ON page.id = found.id WHERE nth <= {RANKED_OF_EACH}
    """  # noqa: S608
    return sql, parameters * 2
