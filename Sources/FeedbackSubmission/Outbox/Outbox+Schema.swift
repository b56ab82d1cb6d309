import GRDB

extension Outbox {
  /// Adds the outbox's migrations. A migration that was shipped never changes.
  package static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("feedback outbox 1") { db in
      try db.execute(sql: groupTable)
      try db.execute(sql: recordTable)
      try db.execute(sql: bodyTable)
      try db.execute(sql: endpointTable)
    }
    migrator.registerMigration("feedback outbox 2") { db in
      try db.execute(sql: verification)
      try db.execute(sql: dropTable)
    }
    migrator.registerMigration("feedback outbox: the minute of requests") { db in
      try db.execute(sql: "ALTER TABLE feedback_endpoint ADD COLUMN window_start INTEGER")
    }
    migrator.registerMigration("feedback outbox 3") { db in
      try db.execute(sql: rareStages)
    }
    migrator.registerMigration("feedback outbox 4", migrate: keepSpans)
  }

  // Not IN: for more than two values SQLite makes a temporary table each time it checks a row.
  private static let groupTable = """
    CREATE TABLE feedback_group (
      seq INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      namespace BLOB NOT NULL CHECK (length(namespace) = 16),
      stage TEXT NOT NULL CHECK (
        stage = 'waiting' OR stage = 'delivered'
        OR stage = 'dead' OR stage = 'withdrawn'),
      due INTEGER,
      lease_token BLOB CHECK (length(lease_token) = 16),
      lease_owner TEXT,
      CHECK ((lease_token IS NULL) = (lease_owner IS NULL)),
      CHECK (lease_token IS NULL OR due IS NOT NULL),
      CHECK (stage <> 'waiting' OR due IS NOT NULL)
    ) STRICT;
    CREATE INDEX feedback_group_due ON feedback_group (due) WHERE due IS NOT NULL;
    CREATE INDEX feedback_group_stage ON feedback_group (stage);
    """

  /// Instead of an index of all stages, in which each group would stand twice on its way: those that are waiting have a
  /// time when they are due, and most others are delivered.
  private static let rareStages = """
    DROP INDEX feedback_group_stage;
    CREATE INDEX feedback_group_stage ON feedback_group (stage) WHERE stage = 'dead' OR stage = 'withdrawn';
    """

  /// What changes often, apart from the bodies, so that a step of delivery rewrites little.
  private static let recordTable = """
    CREATE TABLE feedback_record (
      seq INTEGER PRIMARY KEY,
      group_seq INTEGER NOT NULL REFERENCES feedback_group (seq) ON DELETE CASCADE,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      target BLOB NOT NULL CHECK (length(target) = 16),
      key TEXT NOT NULL,
      epoch INTEGER NOT NULL CHECK (epoch >= 0),
      created_at INTEGER NOT NULL,
      modified_at INTEGER NOT NULL,
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
      UNIQUE (group_seq, target, key, epoch),
      CHECK (phase <> 'synced' OR acknowledged_revision = desired_revision OR presence = 'untouched'),
      CHECK (presence <> 'deleted' OR desired <> 'body'),
      CHECK ((unsettled_revision IS NULL) = (unsettled_until IS NULL)),
      CHECK ((phase = 'dead') = (reason IS NOT NULL))
    ) STRICT;
    """

  private static let bodyTable = """
    CREATE TABLE feedback_body (
      record_seq INTEGER PRIMARY KEY REFERENCES feedback_record (seq) ON DELETE CASCADE,
      content BLOB NOT NULL
    ) STRICT;
    """

  /// One row: all processes that deliver from this file act as one client.
  private static let endpointTable = """
    CREATE TABLE feedback_endpoint (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      boot TEXT NOT NULL,
      failures INTEGER NOT NULL CHECK (failures >= 0),
      trouble TEXT,
      openings INTEGER NOT NULL CHECK (openings >= 0),
      held_until INTEGER NOT NULL,
      probe_at INTEGER,
      is_probing INTEGER NOT NULL CHECK (is_probing IN (0, 1)),
      parked TEXT,
      refusals INTEGER NOT NULL CHECK (refusals >= 0),
      forbidden BLOB CHECK (length(forbidden) = 16),
      accepts_others INTEGER NOT NULL CHECK (accepts_others IN (0, 1)),
      CHECK (parked IS NULL OR probe_at IS NOT NULL)
    ) STRICT;
    """

  /// When every record was last read back and found as it should be; microseconds since 1970. Whatever makes a group
  /// outstanding again takes it away: `OutboxGroup.refresh`.
  private static let verification = """
    ALTER TABLE feedback_group ADD COLUMN verified_at INTEGER;
    CREATE INDEX feedback_group_verified ON feedback_group (verified_at) WHERE verified_at IS NOT NULL;
    """

  /// What a person decided not to send, kept for ever: a row for each group that was dropped, each time.
  private static let dropTable = """
    CREATE TABLE feedback_drop (
      seq INTEGER PRIMARY KEY,
      group_id BLOB NOT NULL CHECK (length(group_id) = 16),
      dropped_at INTEGER NOT NULL,
      dropped_by TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (trim(reason) <> ''),
      state TEXT NOT NULL,
      -- A JSON array: each record with what was known of it, and its body.
      records TEXT NOT NULL
    ) STRICT;
    CREATE INDEX feedback_drop_group ON feedback_drop (group_id);
    CREATE TRIGGER feedback_drop_is_not_changed BEFORE UPDATE ON feedback_drop
      BEGIN SELECT raise(ABORT, 'what was dropped is kept as it is'); END;
    CREATE TRIGGER feedback_drop_is_not_deleted BEFORE DELETE ON feedback_drop
      BEGIN SELECT raise(ABORT, 'what was dropped is kept for ever'); END;
    """
}
