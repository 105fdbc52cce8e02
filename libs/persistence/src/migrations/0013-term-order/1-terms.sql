-- Nobody reads terms in alphabetical order. Comparing them by a language's rules, at every step down their index, took a third of
-- what adding them costs.
ALTER TABLE match_term ALTER COLUMN term TYPE text COLLATE "C";
