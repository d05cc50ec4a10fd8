"""What helps in which need: the slugs of routes and the addresses of pages, any one of which will do.

A page that only describes a crime does not help a frightened reader. Written before the words were filled in.
"""

YOUNG = "/what-you-can-do/for-children-and-young-people/"
PICTURES = {
    "report-remove",
    "stopncii",
    "revenge-porn-helpline",
    "/what-you-can-do/someone-has-pictures-of-me/",
}
FRAUD = {"report-fraud", "call-159", "/what-you-can-do/i-may-have-been-scammed/"}
CYBER = {
    "ncsc",
    "report-fraud",
    "/cyber-threat-to-uk-businesses/",
    "/what-you-can-do/i-may-have-been-scammed/",
}
SURVIVOR = {
    "napac",
    "survivors-trust",
    "rape-crisis-scotland",
    "police-101",
    "emergency",
    "/what-you-can-do/it-happened-to-me/",
}
CHILD = {"childline", YOUNG}
CHILD_ONLINE = {*CHILD, "ceop-safety-centre"}
WORRIED = {
    "nspcc-helpline",
    "childrens-social-care",
    "ceop-safety-centre",
    "/what-you-can-do/worried-about-a-child/",
    "/what-you-can-do/if-a-child-is-in-danger-now/",
    "/what-you-can-do/messages-on-a-childs-phone/",
    "/what-you-can-do/signs-to-look-for/",
}
DANGER = {"emergency", "/what-you-can-do/if-a-child-is-in-danger-now/"}
DARK = {"samaritans", "emergency", "childline"}
BEHAVIOUR = {"stop-it-now", "/what-you-can-do/worried-about-thoughts-or-behaviour/"}
SLAVERY = {
    "modern-slavery-helpline",
    "salvation-army-referral-helpline",
    "/categories/modern-slavery-and-human-trafficking/",
}
CRIME = {"crimestoppers", "fearless", "police-101", "emergency"}
GANGS = {*CRIME, "childline", *WORRIED, YOUNG}
MULE = {*FRAUD, "/categories/money-laundering/", "crimestoppers"}
QUESTIONS = {"/what-you-can-do/", "/next/"}
ANONYMOUS = {*QUESTIONS, "crimestoppers", "fearless"}
SILENT = {"emergency", "/what-you-can-do/if-you-cannot-speak/"}
WEB_ADDRESS = {"internet-watch-foundation"}
