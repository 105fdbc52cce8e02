-- Where earlier claims are found again: an inverted index a newsroom, over its own claims and its archive together.
-- All of it can be made anew from the texts, so that nothing of it enters the ledger.

-- One row a newsroom, locked by whoever adds to its index: what it holds, and how far it has followed the ledger.
CREATE TABLE match_index (
  newsroom_id uuid PRIMARY KEY REFERENCES newsroom (id),
  documents integer NOT NULL DEFAULT 0,
  -- Terms of all documents together: with `documents` their mean length.
  length bigint NOT NULL DEFAULT 0,
  next_document integer NOT NULL DEFAULT 1,
  next_term integer NOT NULL DEFAULT 1,
  -- Claims changed up to this leaf are indexed.
  ledger_seq bigint NOT NULL DEFAULT 0,
  -- Archive items below this document can also be found from the other language.
  bridged_below integer NOT NULL DEFAULT 1
);

-- Numbers are given by match_index.next_term and not by a sequence, so that a restored backup goes on where it was.
CREATE TABLE match_term (
  newsroom_id uuid NOT NULL,
  term text NOT NULL,
  id integer NOT NULL,
  df integer NOT NULL,
  PRIMARY KEY (newsroom_id, term)
) WITH (fillfactor = 80);

-- Postings in blocks: of each text six bytes, its document number (4, big-endian), how often the term occurs in it and how many
-- terms it has (1 each, at most 255). A row a posting would take fifteen times the room and the time to add.
CREATE TABLE match_posting (
  newsroom_id uuid NOT NULL,
  term_id integer NOT NULL,
  first_document integer NOT NULL,
  postings bytea NOT NULL CHECK (length(postings) BETWEEN 6 AND 6000),
  PRIMARY KEY (newsroom_id, term_id, first_document)
);
-- Never moved out of the row: a block is read for its bytes.
ALTER TABLE match_posting ALTER COLUMN postings SET STORAGE PLAIN;

-- A claim of the newsroom as matching reads it. A claim whose words changed gets a new document number; postings of the old
-- one lead nowhere.
CREATE TABLE claim_document (
  newsroom_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  document integer NOT NULL,
  line text NOT NULL,
  stems text NOT NULL,
  PRIMARY KEY (newsroom_id, claim_id),
  FOREIGN KEY (newsroom_id, claim_id) REFERENCES claim (newsroom_id, id)
);
CREATE UNIQUE INDEX claim_of_document ON claim_document (newsroom_id, document);

-- Which terms of a question lead where: every term's document frequency, and the postings of the rarest of them. A term is
-- followed while the postings of all rarer ones and its own stay within the budget, or while fewer than `p_floor` have been
-- met. The row without a term tells the size of the index and how many leaves of the ledger it has not followed.
CREATE FUNCTION match_postings(p_newsroom uuid, p_terms text[], p_budget integer, p_floor integer, p_ceiling integer)
  RETURNS TABLE (term text, df integer, postings bytea, documents integer, length bigint, last_document integer, behind bigint)
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.newsroom', p_newsroom::text, true);
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT t.term, t.id, t.df, sum(t.df) OVER (ORDER BY t.df, t.term) AS total
    FROM match_term t WHERE t.newsroom_id = p_newsroom AND t.term = ANY (p_terms)
  ), followed AS MATERIALIZED (
    SELECT a.id, a.term FROM asked a
    WHERE a.total <= p_budget OR (a.total - a.df < p_floor AND a.total <= p_ceiling)
      OR a.total = (SELECT min(total) FROM asked)
  )
  SELECT a.term, a.df, NULL::bytea, NULL::integer, NULL::bigint, NULL::integer, NULL::bigint FROM asked a
  UNION ALL
  (SELECT f.term, NULL, p.postings, NULL, NULL, NULL, NULL FROM followed f
     JOIN match_posting p ON p.newsroom_id = p_newsroom AND p.term_id = f.id LIMIT 4000)
  UNION ALL
  SELECT NULL, NULL, NULL, coalesce(i.documents, 0), coalesce(i.length, 0), coalesce(i.next_document, 1) - 1,
      h.seq - coalesce(i.ledger_seq, 0)
    FROM ledger_head h LEFT JOIN match_index i ON i.newsroom_id = h.newsroom_id WHERE h.newsroom_id = p_newsroom;
END $$;

-- Blocks of the terms from one number up to another that single additions left behind are joined, so that a term is read in few
-- rows. Answers how many blocks there were.
CREATE FUNCTION match_tidy(p_newsroom uuid, p_from integer, p_below integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  joined integer;
BEGIN
  IF p_newsroom IS DISTINCT FROM nullif(current_setting('app.newsroom', true), '')::uuid THEN
    RAISE EXCEPTION 'match_tidy: not this transaction''s newsroom' USING ERRCODE = '42501';
  END IF;
  PERFORM 1 FROM match_index WHERE newsroom_id = p_newsroom FOR UPDATE;
  WITH crowded AS MATERIALIZED (
    SELECT term_id FROM match_posting
    WHERE newsroom_id = p_newsroom AND term_id >= p_from AND term_id < p_below AND octet_length(postings) < 3000
    GROUP BY term_id HAVING count(*) >= 8
  ), gone AS (
    DELETE FROM match_posting p USING crowded c
    WHERE p.newsroom_id = p_newsroom AND p.term_id = c.term_id AND octet_length(p.postings) < 3000
    RETURNING p.term_id, p.first_document, p.postings
  ), placed AS (
    SELECT *, (sum(octet_length(g.postings)) OVER (PARTITION BY g.term_id ORDER BY g.first_document) - octet_length(g.postings)) / 3000 AS block
    FROM gone g
  ), added AS (
    INSERT INTO match_posting
    SELECT p_newsroom, term_id, min(first_document), string_agg(postings, ''::bytea ORDER BY first_document)
    FROM placed GROUP BY term_id, block
  )
  SELECT count(*) INTO joined FROM gone;
  RETURN joined;
END $$;
