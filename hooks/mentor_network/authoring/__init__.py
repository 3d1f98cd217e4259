"""Help for authors: new networks and entries, schemas for editors, and the table of fields."""
