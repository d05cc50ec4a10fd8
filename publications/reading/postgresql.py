"""The words of documents in PostgreSQL: a column that the database itself keeps in step with the pages."""

from portal.search.words import SHORTEST_STEM, forms, is_number, stem

TABLE = "publications_documentpage"
NUMBER = "phraseto_tsquery('english', %s)"
# Ranking reads all words of a hit, which takes long: it is done for so many hits of each document at most.
RANKED_OF_EACH = 20


def _beginning(word: str) -> str:
    """Return a word in quotes, so that nothing in it is an operator; others that begin so match too."""
    start = stem(word)
    quoted = "'" + start.replace("'", "''") + "'"
    return f"{quoted}:*" if len(start) > SHORTEST_STEM else quoted


def _asked(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return SQL for the words in PostgreSQL's language, numbers in all spellings, and its parameters."""
    plain = [word for word in words if not is_number(word)]
    spelled = [forms(word) for word in words if is_number(word)]
    parts = [f"({' || '.join([NUMBER] * len(number))})" for number in spelled]
    parameters = [form for number in spelled for form in number]
    if plain and every:
        parts, parameters = [*parts, "plainto_tsquery('english', %s)"], [*parameters, " ".join(plain)]
    elif plain:
        any_of_them = " | ".join(_beginning(word) for word in plain)
        parts, parameters = [*parts, "to_tsquery('english', %s)"], [*parameters, any_of_them]
    return f"({(' && ' if every else ' || ').join(parts)})", parameters


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
