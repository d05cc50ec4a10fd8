"""Nothing that an editor wrote is lost: by somebody else's save, by a session's end, by a field's limit."""
