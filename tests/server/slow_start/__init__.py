"""An app that lets the site be loaded only when a file is there."""
