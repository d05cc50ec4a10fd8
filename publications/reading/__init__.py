"""Reading a publication in part: contents, words inside, what cites it, other editions."""
