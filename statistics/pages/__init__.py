"""Parts of what a figure's page shows, each worked out from the figure it is handed: no model, no query."""
