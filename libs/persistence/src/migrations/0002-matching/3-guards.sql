-- The same net as under every other table.

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['match_index', 'match_term', 'match_posting', 'claim_document', 'archive_import', 'archive_chunk',
    'archive_rejection', 'archive_item']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_newsroom ON %I TO isnad_app USING (newsroom_id = nullif(current_setting(''app.newsroom'', true), '''')::uuid)', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO isnad_app', t);
  END LOOP;
END $$;

CREATE TRIGGER version_grows BEFORE UPDATE ON archive_import FOR EACH ROW EXECUTE FUNCTION refuse_version_jump();

REVOKE ALL ON FUNCTION match_tidy(uuid, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION match_tidy(uuid, integer, integer) TO isnad_app;
REVOKE ALL ON FUNCTION drop_archive_chunks(uuid, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_archive_chunks(uuid, uuid, integer) TO isnad_app;
REVOKE ALL ON FUNCTION abandon_archive_import(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION abandon_archive_import(uuid, uuid) TO isnad_app;
