"""Nothing that others stand on is taken away, and nobody changes what they may not publish.

``uses`` finds what stands on an object, ``rights`` who may change what is shown, ``intent`` what an address
of the admin is about to do, ``watch`` what a request did. ``gate`` asks them around every view of the admin.
"""
