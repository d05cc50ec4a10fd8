"""What all open data of the site share: addresses that are only read, refusals in words, tags, tables.

``columns`` describes a record: the table (CSV), its description (CSVW) and the schema (OpenAPI) come from it.
"""
