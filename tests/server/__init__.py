"""The site through its real server: what a network sees of it."""
