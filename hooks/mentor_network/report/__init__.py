"""The monthly report: what is overdue, thin or missing."""
