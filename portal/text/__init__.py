"""What every text is made of: its characters, the numbers in it, slugs, cells of a spreadsheet."""
