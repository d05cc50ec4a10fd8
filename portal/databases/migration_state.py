"""Whether the database is as the models say."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor


def has_unapplied_migrations(alias: str = DEFAULT_DB_ALIAS) -> bool:
    """Whether a migration of any app is still to be applied to the database."""
    executor = MigrationExecutor(connections[alias])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
