"""What you can do: guidance pages and the help routes (who to tell)."""
