"""Facts of pages of help that somebody has to look at."""
