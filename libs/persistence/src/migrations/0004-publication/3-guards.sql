-- The same net as under every other table of a newsroom.

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['legal_note', 'comment_request', 'correction_request', 'source_reading', 'page_fetch', 'notice_claim']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_newsroom ON %I TO isnad_app USING (newsroom_id = nullif(current_setting(''app.newsroom'', true), '''')::uuid)', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    IF t <> 'notice_claim' THEN
      EXECUTE format('CREATE CONSTRAINT TRIGGER leaf_required AFTER INSERT ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_leaf()', t);
    END IF;
  END LOOP;
  FOREACH t IN ARRAY ARRAY['comment_request', 'correction_request', 'page_fetch']
  LOOP
    EXECUTE format('CREATE TRIGGER version_grows BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_version_jump()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['legal_note', 'source_reading', 'notice_claim']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', t);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON comment_request, correction_request, page_fetch TO isnad_app;
GRANT SELECT, INSERT ON legal_note, source_reading, notice_claim TO isnad_app;

-- What is held for the law stays whole: erasing what a leaf commits to is refused, for the owner too, while its article is held.
CREATE FUNCTION refuse_erasure_under_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM outbox o JOIN article a ON a.newsroom_id = o.newsroom_id AND a.id = o.article_id
      WHERE o.newsroom_id = OLD.newsroom_id AND o.seq = OLD.seq AND a.legal_hold) THEN
    RAISE EXCEPTION 'the article of this record is under legal hold' USING ERRCODE = '42501';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER held_for_the_law BEFORE UPDATE OR DELETE ON ledger_payload FOR EACH ROW EXECUTE FUNCTION refuse_erasure_under_hold();
