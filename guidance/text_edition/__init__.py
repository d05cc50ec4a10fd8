"""Pages of help as text alone: page by page, and all in one file that needs no site. Knows no model."""
