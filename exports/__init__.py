"""A draft in and out of files: plain text, Word, and its outline as JSON; values only, never the database."""
