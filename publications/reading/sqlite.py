"""The words of documents in SQLite: a full-text table that triggers keep in step with the pages."""

from portal.search.sqlite import expression

# The migration makes it, and the triggers that keep it in step.
FULL_TEXT = "publications_documentpage_fts"


def matching(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return SQL for the ids of the pages with every one (or any) of the words, and its parameters."""
    # Only names of tables go into the text of the query; the words are a parameter.
    return f"SELECT rowid FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH %s", [expression(words, every)]  # noqa: S608


def scored(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return the same for (id, score): the lower, the better."""
    sql, parameters = matching(words, every)
    return sql.replace("rowid", f"rowid AS id, bm25({FULL_TEXT}) AS score", 1), parameters
