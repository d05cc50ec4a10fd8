"""The register of help routes for editors: what is missing, and where to fill it in."""
