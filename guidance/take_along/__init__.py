"""Help that leaves the screen: cards, posters, a file for a stick; what is out of date. Knows no model."""
