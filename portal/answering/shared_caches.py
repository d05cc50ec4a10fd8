"""How long caches between the site and its visitors may keep what is the same for everybody."""

# Two in a row, a network in front and the own nginx, have then lost within ten seconds what was taken down.
SHARED_SECONDS = 5
