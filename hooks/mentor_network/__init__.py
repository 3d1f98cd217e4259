"""From YAML catalogues to the pages of a Clinical Leadership Mentors' guide.

Data flows one way: text → located values (`source`) → typed records (`records`) → problems that one record cannot know
alone (`rules`) → a linked `catalogue` → `pages` → files (`render`). `pipeline.build` is that journey on one screen.
Nothing in here imports MkDocs: the adapter in `hooks/mkdocs_adapter.py` does.
"""
