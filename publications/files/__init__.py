"""The files of documents: how a reader gets one, which versions there are, how one takes another's place."""
