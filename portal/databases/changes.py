"""Notices every change in the database that a visitor could see, whichever way it is made.

Each statement is looked at on its way to the database: what pages, forms, commands and ``.update()`` do is
then noticed alike, and nobody has to remember to say so. What is not on the lists below counts as a change.
"""

import re
from collections.abc import Callable
from functools import cache

from django.apps import apps
from django.db.backends.signals import connection_created
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import DraftStateMixin

# The framework's tables that no visitor sees anything of: who is signed in, what was done, drafts, indexes. A
# model of the project says so of itself: ``unseen_by_visitors = True``.
UNSEEN = re.compile(
    r"^(?:django_(?:session|admin_log|content_type|migrations)|auth_.*|sqlite_.*|taggit_.*"
    r"|wagtailusers_.*|wagtailadmin_.*|wagtailsearch.*|modelsearch.*"
    r"|wagtailcore_(?:revision|pagelogentry|modellogentry|referenceindex|comment.*|pagesubscription"
    r"|task.*|workflow.*|grouppagepermission|groupcollectionpermission|uploadedfile|locale))$"
)
# What saving a draft changes in the row of a page or record.
DRAFT_COLUMNS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision_id",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by_id",
}
# What takes something away when a row is added, changed or removed.
RESTRICTING = re.compile(r"^wagtailcore_(?:pageviewrestriction|collectionviewrestriction)(?:_groups)?$")
# What is something by itself: removing a row takes it down.
THINGS = (DraftStateMixin, AbstractDocument, AbstractImage)
_STATEMENT = re.compile(r'^(INSERT (?:OR \w{1,9} )?INTO|UPDATE|DELETE FROM|REPLACE INTO) "?(\w{1,63})"?')
_READING = re.compile(
    r"^(?:SELECT|PRAGMA|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|SET|SHOW|EXPLAIN|DECLARE|FETCH|CLOSE)\b"
)
_WRITING = re.compile(r"\b(?:INSERT|UPDATE|DELETE)\b")
_MOVED = re.compile(r'"?\b(?:url_)?path"? ?= ?+(?!%s)')
_COLUMN = re.compile(r'"(\w{1,63})" = ')


@cache
def _unseen_tables() -> frozenset[str]:
    return frozenset(
        model._meta.db_table for model in apps.get_models() if getattr(model, "unseen_by_visitors", False)
    )


@cache
def _tables_of_things() -> frozenset[str]:
    return frozenset(
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, THINGS) or getattr(model, "is_seen_by_itself", False)
    )


def _set_columns(sql: str) -> set[str]:
    """Return the columns that an UPDATE writes."""
    return set(_COLUMN.findall(sql.partition(" WHERE ")[0]))


def _value_of(column: str, sql: str, params) -> object:
    """Return what an UPDATE writes into a column, or None if it does not, or writes no plain value."""
    before, found, _ = sql.partition(f'"{column}" = %s')
    at = before.count("%s")
    return params[at] if found and isinstance(params, (list, tuple)) and at < len(params) else None


def _takes_down(verb: str, table: str, sql: str, params) -> bool:
    """Whether the statement takes something from visitors."""
    if RESTRICTING.match(table):
        return True
    if verb == "DELETE FROM":
        return apps.models_ready and table in _tables_of_things()
    if verb == "UPDATE":
        # A move of pages may lead below a private one. It works out paths; saving a page writes them.
        if _MOVED.search(sql.partition(" WHERE ")[0]):
            return True
        is_unpublished = '"live" = %s' in sql and not _value_of("live", sql, params)
        return is_unpublished or '"live" = False' in sql or bool(_value_of("deleted_at", sql, params))
    return False


def seen(sql: str, params) -> tuple[bool, bool]:
    """Return whether visitors could see what a statement changes, and whether it takes something down."""
    if not isinstance(sql, str):
        return True, False
    sql = sql.lstrip("( \t\r\n")
    statement = _STATEMENT.match(sql)
    if statement is None:
        is_reading = _READING.match(sql) or (sql.startswith("WITH") and not _WRITING.search(sql))
        return not is_reading, False
    verb, table = statement.groups()
    if UNSEEN.match(table) or (apps.models_ready and table in _unseen_tables()):
        return False, False
    columns = _set_columns(sql) if verb == "UPDATE" else set()
    if columns and columns <= DRAFT_COLUMNS:
        return False, False
    return True, _takes_down(verb, table, sql, params)


class Watch:
    """Stands between one connection and its database, and says once for each commit what was changed."""

    def __init__(self, connection, say: Callable[..., None]):
        self.connection, self.say = connection, say

    def __call__(self, execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        changed, takedown = seen(sql, params)
        # Jobs that look again and again for what is due mostly find nothing.
        is_idle = str(sql)[:6] in ("UPDATE", "DELETE") and context["cursor"].rowcount == 0
        if changed and not is_idle:
            self._after_commit(self._taken_down if takedown else self._changed)
        return result

    def _after_commit(self, say: Callable[[], None]) -> None:
        # What is waiting already is taken back with the part of the transaction that it belongs to.
        if not any(waiting == say for _, waiting, _ in self.connection.run_on_commit):
            self.connection.on_commit(say)

    def _changed(self) -> None:
        self.say(takedown=False)

    def _taken_down(self) -> None:
        self.say(takedown=True)


def watch_changes(say: Callable[..., None]) -> None:
    """Let ``say(takedown=…)`` be called after each commit that visitors could notice, in this process."""

    def begin(connection, **kwargs):
        if not any(isinstance(one, Watch) for one in connection.execute_wrappers):
            connection.execute_wrappers.append(Watch(connection, say))

    connection_created.connect(begin, weak=False, dispatch_uid="portal_changes")
