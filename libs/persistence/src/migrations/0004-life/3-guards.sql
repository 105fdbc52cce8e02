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
