"""Folders of a site that the site makes itself."""

#: Where the index of the search stands.
INDEX = "pagefind"
#: No file of an author may stand in one of these.
MADE = ("assets", "data", INDEX)
