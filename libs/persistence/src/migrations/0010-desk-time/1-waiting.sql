-- Until when a query waited for the author: its first answer, or its end without one. An answer may be put right later; the
-- clock that stood still went on at the first. Of earlier queries the answer itself says it.
ALTER TABLE query ADD COLUMN waited_until timestamptz(3);
