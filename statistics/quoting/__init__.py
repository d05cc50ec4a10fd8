"""Quoting a figure in running text: the number, its link and its state come from the figure's own page."""
