import GRDB

extension Outbox {
  /// What changes with delivery, once for all neighbors that stand alike: until then each group and each record had it in
  /// its row, and each step of delivery wrote them all.
  static func keepSpans(_ db: Database) throws {
    try db.execute(sql: putOldTablesAside)
    try db.execute(sql: tables)
    try db.execute(sql: spanTables)
    try db.execute(sql: stateViews)
    try db.execute(sql: contents)
    try db.execute(sql: spans(of: "feedback_group", groupColumns))
    try db.execute(sql: spans(of: "feedback_record", recordColumns))
    try db.execute(sql: dropOldTables)
  }

  private static let putOldTablesAside = """
    DROP INDEX feedback_group_due;
    DROP INDEX feedback_group_stage;
    DROP INDEX feedback_group_verified;
    ALTER TABLE feedback_group RENAME TO old_feedback_group;
    ALTER TABLE feedback_record RENAME TO old_feedback_record;
    """

  private static let dropOldTables = """
    DROP TABLE feedback_body;
    DROP TABLE old_feedback_record;
    DROP TABLE old_feedback_group;
    """

  /// What is written once and, edits apart, stays. The content is last: what does not need it does not read it.
  private static let tables = """
    CREATE TABLE feedback_group (
      seq INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      namespace BLOB NOT NULL CHECK (length(namespace) = 16),
      verified_at INTEGER
    ) STRICT;
    CREATE INDEX feedback_group_verified ON feedback_group (verified_at) WHERE verified_at IS NOT NULL;
    CREATE TABLE feedback_record (
      seq INTEGER PRIMARY KEY,
      group_seq INTEGER NOT NULL REFERENCES feedback_group (seq) ON DELETE CASCADE,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      target BLOB NOT NULL CHECK (length(target) = 16),
      key TEXT NOT NULL,
      epoch INTEGER NOT NULL CHECK (epoch >= 0),
      created_at INTEGER NOT NULL,
      modified_at INTEGER NOT NULL,
      content BLOB NOT NULL
    ) STRICT;
    CREATE INDEX feedback_record_group ON feedback_record (group_seq);
    """

  /// A row stands for all numbers from `first` to `last`; see `SpanTable`.
  private static let spanTables = """
    CREATE TABLE feedback_group_span (
      first INTEGER PRIMARY KEY,
      last INTEGER NOT NULL CHECK (last >= first),
      stage TEXT NOT NULL CHECK (
        stage = 'waiting' OR stage = 'delivered'
        OR stage = 'dead' OR stage = 'withdrawn'),
      due INTEGER,
      lease_token BLOB CHECK (length(lease_token) = 16),
      lease_owner TEXT,
      is_edited INTEGER NOT NULL DEFAULT 0 CHECK (is_edited IN (0, 1)),
      CHECK ((lease_token IS NULL) = (lease_owner IS NULL)),
      CHECK (lease_token IS NULL OR due IS NOT NULL),
      CHECK (lease_token IS NOT NULL OR NOT is_edited),
      CHECK (stage <> 'waiting' OR due IS NOT NULL)
    ) STRICT;
    CREATE INDEX feedback_group_span_due ON feedback_group_span (due) WHERE due IS NOT NULL;
    CREATE TABLE feedback_record_span (
      first INTEGER PRIMARY KEY,
      last INTEGER NOT NULL CHECK (last >= first),
      desired TEXT NOT NULL CHECK (desired = 'body' OR desired = 'nothing' OR desired = 'heldBack'),
      desired_revision INTEGER NOT NULL CHECK (desired_revision > 0),
      acknowledged_revision INTEGER NOT NULL CHECK (acknowledged_revision BETWEEN 0 AND desired_revision),
      acknowledged_digest INTEGER,
      presence TEXT NOT NULL CHECK (
        presence = 'untouched' OR presence = 'possible'
        OR presence = 'present' OR presence = 'deleted'),
      phase TEXT NOT NULL CHECK (
        phase = 'synced' OR phase = 'pending' OR phase = 'backoff'
        OR phase = 'verify' OR phase = 'dead'),
      due INTEGER NOT NULL,
      unsettled_revision INTEGER CHECK (unsettled_revision >= 0),
      unsettled_until INTEGER,
      is_unproven INTEGER NOT NULL CHECK (is_unproven IN (0, 1)),
      is_edited_in_flight INTEGER NOT NULL CHECK (is_edited_in_flight IN (0, 1)),
      failures INTEGER NOT NULL CHECK (failures >= 0),
      missing_since INTEGER,
      reason TEXT,
      CHECK (phase <> 'synced' OR acknowledged_revision = desired_revision OR presence = 'untouched'),
      CHECK (presence <> 'deleted' OR desired <> 'body'),
      CHECK ((unsettled_revision IS NULL) = (unsettled_until IS NULL)),
      CHECK ((phase = 'dead') = (reason IS NOT NULL))
    ) STRICT;
    """

  /// For what looks at few groups or records.
  private static let stateViews = """
    CREATE VIEW feedback_group_state AS
      SELECT g.seq, g.id, g.namespace, g.verified_at, s.stage, s.due, s.lease_token, s.lease_owner
      FROM feedback_group g CROSS JOIN feedback_group_span s
        ON s.first = (SELECT max(first) FROM feedback_group_span WHERE first <= g.seq);
    CREATE VIEW feedback_record_state AS
      SELECT r.seq, r.group_seq, r.id, r.target, r.key, r.epoch, s.desired, s.phase, s.reason
      FROM feedback_record r CROSS JOIN feedback_record_span s
        ON s.first = (SELECT max(first) FROM feedback_record_span WHERE first <= r.seq);
    """

  private static let contents = """
    INSERT INTO feedback_group (seq, id, namespace, verified_at)
      SELECT seq, id, namespace, verified_at FROM old_feedback_group ORDER BY seq;
    INSERT INTO feedback_record (seq, group_seq, id, target, key, epoch, created_at, modified_at, content)
      SELECT seq, group_seq, id, target, key, epoch, created_at, modified_at, content
      FROM old_feedback_record CROSS JOIN feedback_body ON record_seq = seq ORDER BY seq;
    """

  private static let groupColumns = "stage, due, lease_token, lease_owner"
  private static let recordColumns = """
    desired, desired_revision, acknowledged_revision, acknowledged_digest, presence, phase, due,
    unsettled_revision, unsettled_until, is_unproven, is_edited_in_flight, failures, missing_since, reason
    """

  /// Of rows that are alike and follow each other, the distance between number and rank is the same.
  private static func spans(of table: String, _ columns: String) -> String {
    """
    INSERT INTO \(table)_span (first, last, \(columns))
      SELECT min(seq), max(seq), \(columns) FROM (
        SELECT *, seq - row_number() OVER (PARTITION BY \(columns) ORDER BY seq) AS island FROM old_\(table))
      GROUP BY \(columns), island;
    """
  }
}
