"""The summary of a pull request: what changed, quick fixes, and a list for reviewers."""
