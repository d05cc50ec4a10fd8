"""Services that the finder names by their slugs, each only at the ends that it fits."""

FOR_SURVIVORS = (
    "napac",
    "survivors-trust",
    "rape-crisis-247-england-wales",
    "rape-crisis-scotland",
    "domestic-and-sexual-abuse-helpline-ni",
    "male-survivor-helpline",
)
FOR_PICTURES = ("revenge-porn-helpline", "stopncii")
FOR_VICTIMS = ("victim-support-england-wales", "victim-support-scotland")
# Not about crime: for whoever needs somebody to talk to, after all others.
FOR_ANYBODY = ("samaritans",)
FRAUD_IN_SCOTLAND = ("cyber-and-fraud-hub-scotland", "advice-direct-scotland-scams")
# Services for a few of the answers, whatever audience and category an editor gives them.
ONLY_WHERE_NAMED = (
    *FOR_SURVIVORS,
    *FOR_PICTURES,
    *FOR_VICTIMS,
    *FRAUD_IN_SCOTLAND,
    "call-159",
    "fearless",
    "shore",
    "salvation-army-referral-helpline",
    *FOR_ANYBODY,
    "serious-fraud-office",
)
