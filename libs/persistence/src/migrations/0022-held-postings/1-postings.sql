-- The same question as before, of an asker who holds the postings of some terms from earlier ones: `p_held` is the document frequency
-- each of `p_terms` had then, 0 where nothing is held. Postings are only ever added, and with them the frequency grows: where it is the
-- same still, so are the postings, and they stay where they are. The question of old stays for servers of the release before.

CREATE FUNCTION match_postings(p_newsroom uuid, p_terms text[], p_held integer[], p_budget integer, p_floor integer, p_ceiling integer)
  RETURNS TABLE (term text, df integer, held boolean, postings bytea, documents integer, length bigint, last_document integer,
    behind bigint)
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.newsroom', p_newsroom::text, true);
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT t.term, t.id, t.df, t.df = g.held AS held, sum(t.df) OVER (ORDER BY t.df, t.term) AS total
    FROM unnest(p_terms, p_held) AS g (term, held)
    JOIN match_term t ON t.newsroom_id = p_newsroom AND t.term = g.term
  ), followed AS MATERIALIZED (
    SELECT a.id, a.term, a.held FROM asked a
    WHERE a.total <= p_budget OR (a.total - a.df < p_floor AND a.total <= p_ceiling)
      OR a.total = (SELECT min(total) FROM asked)
  )
  SELECT a.term, a.df, NULL::boolean, NULL::bytea, NULL::integer, NULL::bigint, NULL::integer, NULL::bigint FROM asked a
  UNION ALL
  SELECT f.term, NULL, true, NULL, NULL, NULL, NULL, NULL FROM followed f WHERE f.held
  UNION ALL
  (SELECT f.term, NULL, false, p.postings, NULL, NULL, NULL, NULL FROM followed f
     JOIN match_posting p ON p.newsroom_id = p_newsroom AND p.term_id = f.id WHERE NOT f.held
     LIMIT 4000)
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, coalesce(i.documents, 0), coalesce(i.length, 0), coalesce(i.next_document, 1) - 1,
      h.seq - coalesce(i.ledger_seq, 0)
    FROM ledger_head h LEFT JOIN match_index i ON i.newsroom_id = h.newsroom_id WHERE h.newsroom_id = p_newsroom;
END $$;
