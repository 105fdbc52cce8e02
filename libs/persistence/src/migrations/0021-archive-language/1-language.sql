-- A published check may be written in a language that nobody here reads (Persian, Urdu, French …): kept, shown, and not called Arabic.
ALTER TABLE archive_item DROP CONSTRAINT archive_item_language_check;
ALTER TABLE archive_item ADD CONSTRAINT archive_item_language_check CHECK (language IN ('ar', 'en', 'other'));
