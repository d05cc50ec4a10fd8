"""Answers that are kept, so that most visitors need neither a thread nor the database."""
