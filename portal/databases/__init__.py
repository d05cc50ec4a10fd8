"""Django's databases, but for waits that end: a visitor is answered even if the database is not there."""
