"""What stands above the services at the ends of the finder. Editors may say it otherwise."""

YOUR_OWN_WORDS = "You do not have to find the right words: you can start with a little."
NEVER_COPY = "Never copy, forward or attach the material."

TO_A_CHILD = (
    f"It is not your fault. {YOUR_OWN_WORDS}",
    "You can also tell an adult you trust. It could be someone at school.",
)
TO_A_CHILD_WHO_SAW = (*TO_A_CHILD, "Please do not copy it or send it on.")
TO_A_CHILD_WHO_WORRIES = (
    f"Asking for help is a good step. {YOUR_OWN_WORDS}",
    "You can also talk to an adult you trust. It could be someone at school.",
)
ON_GANGS = (
    "It is not your fault if someone makes you carry, hide, sell or pay for something. Ask for help.",
    "You can also tell an adult you trust. It could be someone at school.",
)
ON_BLACKMAIL_OF_A_CHILD = (
    *TO_A_CHILD,
    "If someone threatens you: do not pay and do not answer. Block them, and keep the messages.",
)
ON_BLACKMAIL_AT_18 = (
    *ON_BLACKMAIL_OF_A_CHILD,
    "Were you under 18 in the picture? Never copy or send it on. Tell the police or the Internet Watch "
    "Foundation.",
)

TO_VICTIMS = ("It is not your fault. You choose what to say, and you can start with a little.",)
TO_SURVIVORS = (
    *TO_VICTIMS,
    "It matters whenever it happened, also if it was long ago. You choose whom you tell.",
)
ON_PICTURES_OF_AN_ADULT = (
    "It is not your fault. Keep the messages and the names: they help the police.",
    "If you want to go to the police, talk to them before pictures are removed.",
)
ON_PICTURES_FROM_CHILDHOOD = (
    "It is not your fault. You can report the web address. Never copy, save or send on the picture itself.",
)
ON_BLACKMAIL = (
    "It is not your fault. Do not pay: it may not stop them. If you have paid, do not pay more.",
    "Keep the messages, the names and any bank details. Then block the person.",
    "If the pictures show you under 18, never copy, save or send them on.",
)

TO_WITNESSES = ("You do not need to be sure. You do not need proof. Please do not look into it yourself.",)
TO_VICTIMS_OR_WITNESSES = (
    "If it happened to you, it is not your fault. Tell the police.",
    "If you know about it, you do not need to be sure. You do not need proof. "
    "Please do not look into it yourself.",
)
ON_MATERIAL = (*TO_WITNESSES, NEVER_COPY)
ON_FRAUD = (
    "If you paid, or told someone your bank details, tell your bank at once. Use the number on your card.",
)
FOR_A_CHILD_ONLINE = (
    *TO_WITNESSES,
    "If there are pictures of the child, do not look at them. Never copy, send on or delete them. "
    "A child under 18 can use Report Remove, and you can help.",
)
ABOUT_A_PHONE = (
    "Stay calm. It is not your child's fault, and not yours. Please do not look into it yourself.",
    "Delete nothing. If there are sexual pictures, do not look at them, and never copy or send them on. "
    "A child under 18 can use Report Remove, and you can help.",
)

ON_OWN_BEHAVIOUR = ("You do not have to wait until something has happened. Asking for help is a good step.",)
ON_BEHAVIOUR_OF_ANOTHER = (
    "You may care about them and still be worried. You do not need to be sure. You do not need proof.",
    "If you think that a child was harmed or is at risk, tell children's social care or the NSPCC.",
)
