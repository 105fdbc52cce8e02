-- Addresses of the newsroom's own systems that are told what happens, and what each of them was told.

CREATE TABLE webhook (
  newsroom_id uuid NOT NULL REFERENCES newsroom (id),
  id uuid NOT NULL,
  url text NOT NULL,
  description text NOT NULL,
  events text[] NOT NULL,
  -- Sealed under the installation's key, since what is sent is signed with it; empty once removed.
  secret bytea NOT NULL,
  -- The one before, which signs too until then.
  earlier_secret bytea,
  earlier_until timestamptz(3),
  active boolean NOT NULL DEFAULT true,
  disabled_reason text CHECK (disabled_reason IN ('admin', 'gone', 'failing', 'removed')),
  disabled_at timestamptz(3),
  removed_at timestamptz(3),
  -- Up to where the ledger was read for it. This and the next two change without the version, which counts what people change.
  read_seq bigint NOT NULL,
  -- An address that gives no answer at all is left alone until then.
  rests_until timestamptz(3),
  succeeded_at timestamptz(3),
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, created_by) REFERENCES member (newsroom_id, id),
  CHECK (active = (disabled_reason IS NULL)),
  CHECK (removed_at IS NULL OR (secret = '\x' AND earlier_secret IS NULL AND NOT active))
);
CREATE INDEX webhook_active ON webhook (newsroom_id) WHERE active;

-- One message for one address. Its id is the message's: the same at every attempt and at every replay.
CREATE TABLE webhook_delivery (
  newsroom_id uuid NOT NULL,
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  -- The leaf it tells of; null for a message that only tries the address.
  seq bigint,
  event text NOT NULL,
  body text NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed', 'withheld', 'cancelled')),
  -- All attempts, and those since it was last asked for: the schedule starts anew with a replay.
  attempts integer NOT NULL DEFAULT 0,
  round_attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz(3),
  finished_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (newsroom_id, id),
  FOREIGN KEY (newsroom_id, webhook_id) REFERENCES webhook (newsroom_id, id),
  UNIQUE (newsroom_id, webhook_id, seq),
  CHECK ((status = 'pending') = (finished_at IS NULL)),
  CHECK ((status = 'pending') = (next_at IS NOT NULL))
);
CREATE INDEX webhook_delivery_newest ON webhook_delivery (newsroom_id, webhook_id, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_pending ON webhook_delivery (newsroom_id, webhook_id) WHERE status = 'pending';
CREATE INDEX webhook_delivery_old ON webhook_delivery (created_at) WHERE status <> 'pending';

CREATE TABLE webhook_attempt (
  newsroom_id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  number integer NOT NULL,
  at timestamptz(3) NOT NULL,
  status_code integer,
  failure text,
  duration_ms integer NOT NULL,
  PRIMARY KEY (newsroom_id, delivery_id, number),
  FOREIGN KEY (newsroom_id, delivery_id) REFERENCES webhook_delivery (newsroom_id, id) ON DELETE CASCADE
);
