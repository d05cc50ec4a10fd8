"""Groups and categories of serious and organised crime."""
