"""What is made from the record classes and the catalogue for others: schemas, the table of fields, scaffolds, reports."""
