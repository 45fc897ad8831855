-- 002_declaration: what a person declared when a document's content came in, beside who and when of the revision.
-- no_state_secret: TRUE, the person declared that it holds no state secrets; NULL, not asked (a withdrawal, or a
-- revision from before this column). stamps: the stamp-like words that were shown and answered with "not secret".
ALTER TABLE evidence ADD COLUMN no_state_secret BOOLEAN;
ALTER TABLE evidence ADD COLUMN stamps VARCHAR DEFAULT '';
