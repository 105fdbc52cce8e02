-- Newsrooms, the people in them and their credentials.
-- Every tenant table carries newsroom_id and is keyed (newsroom_id, id), so that foreign keys can never cross newsrooms
-- (row-level security does not police foreign keys) and the schema can be sharded by newsroom unchanged.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE newsroom (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text NOT NULL,
  locale text NOT NULL CHECK (locale IN ('ar', 'en')),
  policy jsonb NOT NULL,
  scale jsonb NOT NULL,
  policy_version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1
);

-- What each decision was judged by: a policy version is never edited.
CREATE TABLE policy_version (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  number integer NOT NULL,
  policy jsonb NOT NULL,
  scale jsonb NOT NULL,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, number)
);

CREATE TABLE member (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'service')),
  email text NOT NULL,
  name text NOT NULL,
  roles text[] NOT NULL,
  locale text NOT NULL CHECK (locale IN ('ar', 'en')),
  languages text[] NOT NULL DEFAULT '{}',
  desk_ids uuid[] NOT NULL DEFAULT '{}',
  active boolean NOT NULL DEFAULT true,
  password_hash text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  UNIQUE (newsroom_id, email)
);
CREATE INDEX member_by_email ON member (email);

CREATE TABLE sign_in_link (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'invitation')),
  secret_hash bytea NOT NULL UNIQUE,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, member_id) REFERENCES member (newsroom_id, id)
);

CREATE TABLE session (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  user_agent text NOT NULL DEFAULT '',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  authenticated_at timestamptz(3) NOT NULL DEFAULT now(),
  last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, member_id) REFERENCES member (newsroom_id, id)
);
CREATE INDEX session_by_member ON session (newsroom_id, member_id) WHERE ended_at IS NULL;

CREATE TABLE access_token (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  name text NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, member_id) REFERENCES member (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id),
  CHECK (expires_at <= created_at + interval '366 days')
);

-- The result of a request under an Idempotency-Key, written in the transaction of its effect.
CREATE TABLE idempotency_key (
  newsroom_id uuid NOT NULL,
  member_id uuid NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  result text,
  ledger_seq bigint,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, member_id, operation, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

-- Throttling shared by all processes; losing it in a crash is harmless, so it is not logged.
CREATE UNLOGGED TABLE throttle (
  key text PRIMARY KEY,
  window_start timestamptz NOT NULL,
  taken integer NOT NULL
);
