"""Terms of the glossary that editors mark in running text."""
