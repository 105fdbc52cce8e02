-- What leaves the newsroom: releases, corrections, notices on sources, reports.

CREATE TABLE release (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  article_id uuid NOT NULL,
  revision_number integer NOT NULL,
  released_by uuid NOT NULL,
  rests_on jsonb NOT NULL,
  requirements jsonb NOT NULL,
  overrides jsonb NOT NULL DEFAULT '[]',
  keep_as_disputed jsonb NOT NULL DEFAULT '[]',
  supersedes_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id, revision_number) REFERENCES revision (newsroom_id, article_id, number),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id),
  FOREIGN KEY (newsroom_id, released_by) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, supersedes_id) REFERENCES release (newsroom_id, id)
);
CREATE INDEX release_of_article ON release (newsroom_id, article_id, created_at, id);

-- Pending until the next release publishes it (release_id).
CREATE TABLE correction (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  article_id uuid NOT NULL,
  class text NOT NULL CHECK (class IN ('update', 'clarification', 'correction', 'withdrawal')),
  note text NOT NULL,
  created_by uuid NOT NULL,
  release_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, article_id) REFERENCES article (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, release_id) REFERENCES release (newsroom_id, id)
);

CREATE TABLE notice (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL CHECK (type IN ('correction', 'kill', 'withdrawn', 'advisory')),
  source_id uuid,
  evidence_id uuid,
  text text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, source_id) REFERENCES source (newsroom_id, id),
  FOREIGN KEY (newsroom_id, evidence_id) REFERENCES evidence (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id),
  CHECK ((source_id IS NULL) <> (evidence_id IS NULL))
);

CREATE TABLE report (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  scope jsonb NOT NULL,
  formats text[] NOT NULL,
  language text NOT NULL CHECK (language IN ('ar', 'en')),
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed')),
  progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  failure text,
  requested_by uuid NOT NULL,
  ledger_seq bigint,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, requested_by) REFERENCES member (newsroom_id, id)
);
CREATE INDEX report_newest ON report (newsroom_id, created_at DESC, id DESC);

CREATE TABLE report_file (
  newsroom_id uuid NOT NULL,
  report_id uuid NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (newsroom_id, report_id, name),
  FOREIGN KEY (newsroom_id, report_id) REFERENCES report (newsroom_id, id)
);
