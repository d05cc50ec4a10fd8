"""The words of documents in SQLite: a full-text table that triggers keep in step with the pages."""

from portal.search.sqlite import expression

TABLE = "publications_documentpage"
FULL_TEXT = f"{TABLE}_fts"
_COLUMNS = "text, spellings"
_FORGET = (
    f"INSERT INTO {FULL_TEXT}({FULL_TEXT}, rowid, {_COLUMNS}) "  # noqa: S608
    "VALUES ('delete', old.id, old.text, old.spellings);"
)
_LEARN = f"INSERT INTO {FULL_TEXT}(rowid, {_COLUMNS}) VALUES (new.id, new.text, new.spellings);"  # noqa: S608

MAKE = [
    f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5({_COLUMNS}, content='{TABLE}', content_rowid='id')",
    f"CREATE TRIGGER {FULL_TEXT}_new AFTER INSERT ON {TABLE} BEGIN {_LEARN} END",
    f"CREATE TRIGGER {FULL_TEXT}_gone AFTER DELETE ON {TABLE} BEGIN {_FORGET} END",
    f"CREATE TRIGGER {FULL_TEXT}_changed AFTER UPDATE ON {TABLE} BEGIN {_FORGET} {_LEARN} END",
    f"INSERT INTO {FULL_TEXT}({FULL_TEXT}) VALUES ('rebuild')",  # noqa: S608
]
DROP = [
    *(f"DROP TRIGGER IF EXISTS {FULL_TEXT}_{name}" for name in ("new", "gone", "changed")),
    f"DROP TABLE IF EXISTS {FULL_TEXT}",
]


def matching(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return SQL for the ids of the pages with every one (or any) of the words, and its parameters."""
    # Only names of tables go into the text of the query; the words are a parameter.
    return f"SELECT rowid FROM {FULL_TEXT} WHERE {FULL_TEXT} MATCH %s", [expression(words, every)]  # noqa: S608


def scored(words: list[str], every: bool) -> tuple[str, list[str]]:
    """Return the same for (id, score): the lower, the better."""
    sql, parameters = matching(words, every)
    return sql.replace("rowid", f"rowid AS id, bm25({FULL_TEXT}) AS score", 1), parameters
