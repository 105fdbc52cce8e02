-- Checks that others published, and ours from before: imported as ClaimReview, found beside our own claims, never a verdict.

CREATE TABLE archive_import (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('ndjson', 'json', 'csv')),
  status text NOT NULL DEFAULT 'receiving' CHECK (status IN ('receiving', 'queued', 'running', 'done', 'failed')),
  bytes bigint NOT NULL DEFAULT 0,
  sha256 text,
  -- Read and stored up to here, with what the reader must know to go on: a killed worker loses no line and repeats none.
  bytes_read bigint NOT NULL DEFAULT 0,
  reader jsonb,
  accepted integer NOT NULL DEFAULT 0,
  repeated integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  failure text,
  requested_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, requested_by) REFERENCES member (newsroom_id, id)
);

-- The file as it came, in pieces of one size, until it is read.
CREATE TABLE archive_chunk (
  newsroom_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (newsroom_id, import_id, number),
  FOREIGN KEY (newsroom_id, import_id) REFERENCES archive_import (newsroom_id, id)
);
ALTER TABLE archive_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE archive_rejection (
  newsroom_id uuid NOT NULL,
  import_id uuid NOT NULL,
  line integer NOT NULL,
  errors jsonb NOT NULL,
  PRIMARY KEY (newsroom_id, import_id, line),
  FOREIGN KEY (newsroom_id, import_id) REFERENCES archive_import (newsroom_id, id)
);

CREATE TABLE archive_item (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  import_id uuid NOT NULL,
  document integer NOT NULL,
  -- Of address and claim: what comes a second time is the same item.
  item_key bytea NOT NULL,
  language text NOT NULL CHECK (language IN ('ar', 'en')),
  claim text NOT NULL,
  title text,
  url text,
  publisher text,
  claimant text,
  rating text,
  published_on date,
  line text NOT NULL,
  stems text NOT NULL,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, import_id) REFERENCES archive_import (newsroom_id, id)
);
CREATE UNIQUE INDEX archive_item_of_document ON archive_item (newsroom_id, document);
CREATE UNIQUE INDEX archive_item_of_key ON archive_item (newsroom_id, item_key);

-- Of the documents named, those the reader may see: active claims of visible articles, and the archive.
CREATE FUNCTION match_documents(p_newsroom uuid, p_member uuid, p_documents integer[])
  RETURNS TABLE (document integer, claim_id uuid, archive_id uuid, line text, stems text)
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.newsroom', p_newsroom::text, true);
  RETURN QUERY
  SELECT a.document, NULL::uuid, a.id, a.line, a.stems FROM archive_item a
    WHERE a.newsroom_id = p_newsroom AND a.document = ANY (p_documents)
  UNION ALL
  SELECT d.document, d.claim_id, NULL, d.line, d.stems FROM claim_document d
    JOIN claim c ON c.newsroom_id = p_newsroom AND c.id = d.claim_id AND c.disposition = 'active'
    JOIN article a ON a.newsroom_id = p_newsroom AND a.id = c.article_id
    WHERE d.newsroom_id = p_newsroom AND d.document = ANY (p_documents)
      AND (a.visibility = 'newsroom' OR p_member = ANY (a.visible_to || a.author_ids || a.created_by));
END $$;

-- What an answer says of a hit. Nothing here is derived from anybody's verdict unless the claim is decided.
CREATE FUNCTION match_hits(p_newsroom uuid, p_claims uuid[], p_archive uuid[])
  RETURNS TABLE (claim_id uuid, archive_id uuid, text text, language text, state text, rating text, closure jsonb, attribution jsonb,
    article_id uuid, article_title text, outlet text, url text, claimant text, published_on text)
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.newsroom', p_newsroom::text, true);
  RETURN QUERY
  SELECT NULL::uuid, i.id, i.claim, i.language, NULL::text, i.rating, NULL::jsonb, NULL::jsonb, NULL::uuid, i.title, i.publisher, i.url,
      i.claimant, i.published_on::text
    FROM archive_item i WHERE i.newsroom_id = p_newsroom AND i.id = ANY (p_archive)
  UNION ALL
  SELECT c.id, NULL, c.quote, a.language, c.state, c.rating, c.closure, c.attribution, a.id, a.title, a.outlet, a.source_url,
      NULL, to_char(a.published_at, 'YYYY-MM-DD')
    FROM claim c JOIN article a ON a.newsroom_id = p_newsroom AND a.id = c.article_id
    WHERE c.newsroom_id = p_newsroom AND c.id = ANY (p_claims);
END $$;

-- Takes away the pieces of a file that have been read, or of one that never came whole.
CREATE FUNCTION drop_archive_chunks(p_newsroom uuid, p_import uuid, p_below integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_newsroom IS DISTINCT FROM nullif(current_setting('app.newsroom', true), '')::uuid THEN
    RAISE EXCEPTION 'drop_archive_chunks: not this transaction''s newsroom' USING ERRCODE = '42501';
  END IF;
  DELETE FROM archive_chunk WHERE newsroom_id = p_newsroom AND import_id = p_import AND number < p_below;
END $$;

-- A file that never came whole leaves nothing: no leaf had told of it, nobody was shown it.
CREATE FUNCTION abandon_archive_import(p_newsroom uuid, p_import uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_newsroom IS DISTINCT FROM nullif(current_setting('app.newsroom', true), '')::uuid THEN
    RAISE EXCEPTION 'abandon_archive_import: not this transaction''s newsroom' USING ERRCODE = '42501';
  END IF;
  PERFORM 1 FROM archive_import WHERE newsroom_id = p_newsroom AND id = p_import AND status = 'receiving' FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  DELETE FROM archive_chunk WHERE newsroom_id = p_newsroom AND import_id = p_import;
  DELETE FROM archive_import WHERE newsroom_id = p_newsroom AND id = p_import;
END $$;
