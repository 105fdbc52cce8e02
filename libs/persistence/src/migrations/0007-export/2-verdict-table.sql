-- A text as a CSV cell (RFC 4180; semicolon and tab are quoted too) that no spreadsheet runs as a formula: what could start one,
-- white space and invisible marks before it included, gets an apostrophe in front. The same rule as cell.guard.ts, for rows that
-- the database writes itself; a spec holds the two together.
CREATE FUNCTION csv_cell(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE
    -- Most texts begin with a digit or a letter.
    WHEN NOT (ascii(t) BETWEEN 48 AND 57 OR ascii(t) BETWEEN 65 AND 90 OR ascii(t) BETWEEN 97 AND 122 OR ascii(t) BETWEEN 1569 AND 1610)
      AND t ~ '^[\u0009-\u000D \u00A0\u00AD\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u206F\u3000\uFEFF\uFFF9-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0001\U000E0020-\U000E007F]*[-=+@\t\r\uFF0B\uFF0D\uFF1D\uFF20]'
      THEN CASE WHEN t ~ '[",;\t\r\n]' THEN '"''' || replace(t, '"', '""') || '"' ELSE '''' || t END
    WHEN t ~ '[",;\t\r\n]' THEN '"' || replace(t, '"', '""') || '"'
    ELSE t
  END;
