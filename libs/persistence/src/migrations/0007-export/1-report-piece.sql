-- Files of reports are kept in pieces, so that neither making nor sending one ever needs it whole in memory.

CREATE TABLE report_piece (
  newsroom_id uuid NOT NULL,
  report_id uuid NOT NULL,
  name text NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  content bytea NOT NULL,
  PRIMARY KEY (newsroom_id, report_id, name, number),
  -- Pieces are written before their file is known to be whole; at COMMIT there is none without its file.
  FOREIGN KEY (newsroom_id, report_id, name) REFERENCES report_file (newsroom_id, report_id, name) DEFERRABLE INITIALLY DEFERRED
);

INSERT INTO report_piece (newsroom_id, report_id, name, number, content) SELECT newsroom_id, report_id, name, 1, content FROM report_file;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE report_file DROP COLUMN content;

-- Articles a report came to when it was made, where they were not known when it was asked for.
CREATE TABLE report_article (
  newsroom_id uuid NOT NULL,
  report_id uuid NOT NULL,
  article_id uuid NOT NULL,
  PRIMARY KEY (newsroom_id, report_id, article_id),
  FOREIGN KEY (newsroom_id, report_id) REFERENCES report (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_piece', 'report_article']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_newsroom ON %I TO isnad_app USING (newsroom_id = nullif(current_setting(''app.newsroom'', true), '''')::uuid)', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', t);
    EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON report_piece, report_article TO isnad_app;

-- Verdict tables repeat themselves: LZ4 halves the time a piece takes to store. A PostgreSQL built without it uses its own.
DO $$
BEGIN
  ALTER TABLE report_piece ALTER COLUMN content SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN
  NULL;
END $$;
