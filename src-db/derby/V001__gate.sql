-- The gate's first schema, for Derby 10.16. Its twin in ../postgresql has the same names.

-- Which state may follow which. Every row that has a state refers to its last step here, so that an illegal step
-- cannot be stored, not even by hand.
CREATE TABLE legal_transition (
  kind VARCHAR(16) NOT NULL,
  prior_state VARCHAR(16) NOT NULL,
  next_state VARCHAR(16) NOT NULL,
  CONSTRAINT legal_transition_pk PRIMARY KEY (kind, prior_state, next_state)
);
INSERT INTO legal_transition (kind, prior_state, next_state) VALUES
  ('SESSION', 'NONE', 'OPEN'),
  ('SESSION', 'OPEN', 'ENDED'),
  ('SESSION', 'OPEN', 'KILLED'),
  ('REQUEST', 'NONE', 'PENDING'),
  ('REQUEST', 'PENDING', 'APPROVED'),
  ('REQUEST', 'PENDING', 'DENIED'),
  ('REQUEST', 'PENDING', 'EXPIRED'),
  ('GRANT', 'NONE', 'ACTIVE'),
  ('GRANT', 'ACTIVE', 'CONSUMED'),
  ('GRANT', 'ACTIVE', 'EXPIRED'),
  ('GRANT', 'ACTIVE', 'REVOKED'),
  ('EXECUTION', 'NONE', 'STARTED'),
  ('EXECUTION', 'STARTED', 'SUCCEEDED'),
  ('EXECUTION', 'STARTED', 'FAILED'),
  ('EXECUTION', 'STARTED', 'UNKNOWN'),
  ('EXECUTION', 'UNKNOWN', 'SUCCEEDED'),
  ('EXECUTION', 'UNKNOWN', 'FAILED');

-- Numbers without gaps: the row is locked from the increment to the commit, and a rollback takes the number back.
CREATE TABLE counter (
  name VARCHAR(32) NOT NULL,
  last_value BIGINT NOT NULL,
  CONSTRAINT counter_pk PRIMARY KEY (name)
);
INSERT INTO counter (name, last_value) VALUES ('event', 0), ('connection', 0);

-- The audit trail. The detail is kept as the bytes that were handed over.
CREATE TABLE event (
  number BIGINT NOT NULL,
  happened_at TIMESTAMP NOT NULL,
  kind VARCHAR(32) NOT NULL,
  session_id VARCHAR(64) NOT NULL,
  exchange_id VARCHAR(64) NOT NULL,
  actor VARCHAR(512) NOT NULL,
  subject VARCHAR(512) NOT NULL,
  client VARCHAR(512) NOT NULL,
  connection_name VARCHAR(255) NOT NULL,
  decision VARCHAR(16) NOT NULL,
  detail BLOB(64M) NOT NULL,
  CONSTRAINT event_pk PRIMARY KEY (number)
);
CREATE INDEX event_session ON event (session_id, number);
-- No index on exchange_id here: its keys come in random order, and splitting pages for them cost as much processor time
-- as everything else that an event costs (80 instead of 41 microseconds an event). PostgreSQL has one.

-- Nothing in the trail is ever changed or removed: a trigger that tries to store what a check forbids.
CREATE TABLE event_guard (
  touched INTEGER NOT NULL,
  CONSTRAINT event_is_append_only CHECK (touched = 0)
);
CREATE TRIGGER event_unchanged AFTER UPDATE ON event FOR EACH ROW INSERT INTO event_guard (touched) VALUES (1);
CREATE TRIGGER event_unremoved AFTER DELETE ON event FOR EACH ROW INSERT INTO event_guard (touched) VALUES (1);

CREATE TABLE policy_version (
  number INTEGER NOT NULL,
  author VARCHAR(512) NOT NULL,
  created_at TIMESTAMP NOT NULL,
  document BLOB(16M) NOT NULL,
  CONSTRAINT policy_version_pk PRIMARY KEY (number)
);

-- The credential is encrypted before it comes here.
CREATE TABLE gate_connection (
  name VARCHAR(64) NOT NULL,
  protocol VARCHAR(16) NOT NULL,
  url VARCHAR(2048) NOT NULL,
  credential BLOB(1M) NOT NULL,
  labels BLOB(1M) NOT NULL,
  settings BLOB(4M) NOT NULL,
  changed_by VARCHAR(512) NOT NULL,
  changed_at TIMESTAMP NOT NULL,
  CONSTRAINT gate_connection_pk PRIMARY KEY (name)
);

CREATE TABLE gate_session (
  id VARCHAR(64) NOT NULL,
  issuer VARCHAR(512) NOT NULL,
  subject VARCHAR(512) NOT NULL,
  client VARCHAR(512) NOT NULL,
  caller_name VARCHAR(512) NOT NULL,
  connection_name VARCHAR(64) NOT NULL,
  protocol VARCHAR(16) NOT NULL,
  upstream_id VARCHAR(1024) NOT NULL,
  protocol_version VARCHAR(64) NOT NULL,
  started_at TIMESTAMP NOT NULL,
  last_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  kind VARCHAR(16) DEFAULT 'SESSION' NOT NULL,
  prior_state VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  CONSTRAINT gate_session_pk PRIMARY KEY (id),
  CONSTRAINT gate_session_kind CHECK (kind = 'SESSION'),
  CONSTRAINT gate_session_step FOREIGN KEY (kind, prior_state, state)
    REFERENCES legal_transition (kind, prior_state, next_state)
);
CREATE INDEX gate_session_started ON gate_session (started_at, id);
CREATE INDEX gate_session_subject ON gate_session (subject, connection_name);
CREATE INDEX gate_session_ended ON gate_session (ended_at);

-- What was asked: never changed but for its state. pending_key is the digest while the request is pending and empty
-- after, so that the same action is pending at most once. The arguments are encrypted before they come here.
CREATE TABLE approval_request (
  id VARCHAR(64) NOT NULL,
  issuer VARCHAR(512) NOT NULL,
  subject VARCHAR(512) NOT NULL,
  client VARCHAR(512) NOT NULL,
  caller_name VARCHAR(512) NOT NULL,
  connection_name VARCHAR(64) NOT NULL,
  session_id VARCHAR(64) NOT NULL,
  command VARCHAR(2048) NOT NULL,
  shown BLOB(16M) NOT NULL,
  arguments BLOB(16M) NOT NULL,
  digest CHAR(64) NOT NULL,
  policy_version INTEGER NOT NULL,
  rules BLOB(1M) NOT NULL,
  plans BLOB(1M) NOT NULL,
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  votes_cast INTEGER NOT NULL,
  pending_key VARCHAR(64),
  decided_at TIMESTAMP,
  reason VARCHAR(2000) NOT NULL,
  finalized_by VARCHAR(512) NOT NULL,
  kind VARCHAR(16) DEFAULT 'REQUEST' NOT NULL,
  prior_state VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  CONSTRAINT approval_request_pk PRIMARY KEY (id),
  CONSTRAINT approval_request_pending UNIQUE (pending_key),
  CONSTRAINT approval_request_kind CHECK (kind = 'REQUEST'),
  CONSTRAINT approval_request_step FOREIGN KEY (kind, prior_state, state)
    REFERENCES legal_transition (kind, prior_state, next_state)
);
CREATE INDEX approval_request_digest ON approval_request (digest);
CREATE INDEX approval_request_state ON approval_request (state, expires_at);
CREATE INDEX approval_request_created ON approval_request (created_at);

-- Roles are those approver roles that the voter held when voting.
CREATE TABLE approval_vote (
  id VARCHAR(64) NOT NULL,
  request_id VARCHAR(64) NOT NULL,
  issuer VARCHAR(512) NOT NULL,
  subject VARCHAR(512) NOT NULL,
  approver_name VARCHAR(512) NOT NULL,
  choice VARCHAR(16) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  roles BLOB(1M) NOT NULL,
  cast_at TIMESTAMP NOT NULL,
  CONSTRAINT approval_vote_pk PRIMARY KEY (id),
  CONSTRAINT approval_vote_once UNIQUE (request_id, issuer, subject),
  CONSTRAINT approval_vote_request FOREIGN KEY (request_id) REFERENCES approval_request (id)
);

-- The right to run once: one request makes one grant.
CREATE TABLE approval_grant (
  id VARCHAR(64) NOT NULL,
  request_id VARCHAR(64) NOT NULL,
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  finalized_by VARCHAR(512) NOT NULL,
  kind VARCHAR(16) DEFAULT 'GRANT' NOT NULL,
  prior_state VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  CONSTRAINT approval_grant_pk PRIMARY KEY (id),
  CONSTRAINT approval_grant_request UNIQUE (request_id),
  CONSTRAINT approval_grant_of FOREIGN KEY (request_id) REFERENCES approval_request (id),
  CONSTRAINT approval_grant_kind CHECK (kind = 'GRANT'),
  CONSTRAINT approval_grant_step FOREIGN KEY (kind, prior_state, state)
    REFERENCES legal_transition (kind, prior_state, next_state)
);
CREATE INDEX approval_grant_state ON approval_grant (state, expires_at);
CREATE INDEX approval_grant_created ON approval_grant (created_at);

-- An attempt to run. A grant is used once: (grant_id, use_no) is unique and use_no is 1.
CREATE TABLE execution (
  id VARCHAR(64) NOT NULL,
  grant_id VARCHAR(64) NOT NULL,
  use_no INTEGER NOT NULL,
  session_id VARCHAR(64) NOT NULL,
  exchange_id VARCHAR(64) NOT NULL,
  node VARCHAR(255) NOT NULL,
  started_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  kind VARCHAR(16) DEFAULT 'EXECUTION' NOT NULL,
  prior_state VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  CONSTRAINT execution_pk PRIMARY KEY (id),
  CONSTRAINT execution_once UNIQUE (grant_id, use_no),
  CONSTRAINT execution_single_use CHECK (use_no = 1),
  CONSTRAINT execution_grant FOREIGN KEY (grant_id) REFERENCES approval_grant (id),
  CONSTRAINT execution_kind CHECK (kind = 'EXECUTION'),
  CONSTRAINT execution_step FOREIGN KEY (kind, prior_state, state)
    REFERENCES legal_transition (kind, prior_state, next_state)
);
CREATE INDEX execution_state ON execution (state, started_at);
