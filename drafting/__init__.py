"""What is on the table: the words of a draft, who sponsors it, and the record of what was done."""
