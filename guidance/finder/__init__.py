"""Who should I tell? Two or three questions in ordinary pages, at addresses that say nothing."""
