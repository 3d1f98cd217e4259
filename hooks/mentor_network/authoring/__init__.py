"""What helps people write: scaffolds, schemas for editors, and the table of fields."""
