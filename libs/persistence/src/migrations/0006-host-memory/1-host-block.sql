-- Which short lines stand on how many pages of a host: what many pages share is the page's and not the article's.

CREATE TABLE host_block (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  host text NOT NULL,
  block_hash text NOT NULL,
  pages integer NOT NULL DEFAULT 1 CHECK (pages >= 1),
  -- The page counted last: the same page posted again is not another one.
  last_page text NOT NULL,
  seen_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, host, block_hash)
);
CREATE INDEX host_block_by_age ON host_block (seen_at);

ALTER TABLE host_block ENABLE ROW LEVEL SECURITY;
ALTER TABLE host_block FORCE ROW LEVEL SECURITY;
CREATE POLICY own_newsroom ON host_block TO isnad_app USING (newsroom_id = nullif(current_setting('app.newsroom', true), '')::uuid);
CREATE POLICY owner ON host_block TO CURRENT_USER USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE ON host_block TO isnad_app;
