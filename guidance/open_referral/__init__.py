"""The help routes as open data: Open Referral UK, tables for people, and the way back as drafts.

``telling`` alone decides what of a route leaves the site; JSON and tables are made from it.
"""
