import FeedbackSubmission
import Foundation
import GRDB

/// The tables of a workspace. A migration that was shipped never changes: what it misses is a later one's work.
enum WorkspaceSchema {
  /// “Podm”.
  private static let applicationID: Int32 = 0x506F_646D

  /// - Parameter origin: What a workspace that does not exist yet begins with.
  static func schema(origin: WorkspaceOrigin) -> DatabaseSchema {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("comparisons and judgments") { db in
      try db.execute(sql: comparisonsAndJudgments)
      try origin.insert(in: db)
    }
    Outbox.register(in: &migrator)
    migrator.registerMigration("lists") { db in
      try db.execute(sql: lists)
      try fillSearchLines(db)
    }
    migrator.registerMigration("remarks") { try $0.execute(sql: remarks) }
    migrator.registerMigration("rubric") { try $0.execute(sql: rubric) }
    migrator.registerMigration("whole prompts in lists", migrate: refillSearchLines)
    return DatabaseSchema(applicationID: applicationID, migrator: migrator)
  }

  private static let comparisonsAndJudgments = """
    CREATE TABLE workspace (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      order_seed INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL,
      comparative_experiment_id BLOB CHECK (length(comparative_experiment_id) = 16),
      extend_trace_retention INTEGER NOT NULL DEFAULT 1 CHECK (extend_trace_retention IN (0, 1))
    ) STRICT;

    -- Ordinals are 1, 2, 3 … without gaps, and rows never change.
    CREATE TABLE comparison (
      ordinal INTEGER PRIMARY KEY CHECK (ordinal >= 1),
      id TEXT NOT NULL UNIQUE COLLATE BINARY,
      candidate_count INTEGER NOT NULL CHECK (candidate_count >= 2),
      -- Among the comparisons with as many candidates, from 0: what the order of the columns is balanced over.
      peer_index INTEGER NOT NULL CHECK (peer_index >= 0),
      digest BLOB NOT NULL CHECK (length(digest) = 20),
      body TEXT NOT NULL,
      UNIQUE (candidate_count, peer_index)
    ) STRICT;

    -- Files of which everything is in the workspace, as they were when they were read.
    CREATE TABLE imported_file (
      device INTEGER NOT NULL,
      inode INTEGER NOT NULL,
      size INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      PRIMARY KEY (device, inode)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rater (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE BINARY,
      -- How many of the rater's last actions were undone.
      undone INTEGER NOT NULL DEFAULT 0 CHECK (undone >= 0)
    ) STRICT;

    -- What one rater ever said of one comparison. `current` is the revision that holds, if one does.
    CREATE TABLE lineage (
      rater INTEGER NOT NULL REFERENCES rater (id),
      comparison INTEGER NOT NULL REFERENCES comparison (ordinal),
      id BLOB NOT NULL CHECK (length(id) = 16),
      newest INTEGER NOT NULL CHECK (newest >= 1),
      current INTEGER CHECK (current BETWEEN 1 AND newest),
      PRIMARY KEY (rater, comparison)
    ) STRICT, WITHOUT ROWID;

    -- Rows are added and never change. A lineage has the id of its first judgment, and ids grow with time, so that new rows
    -- stand at the end.
    CREATE TABLE judgment (
      lineage BLOB NOT NULL CHECK (length(lineage) = 16),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      id BLOB NOT NULL CHECK (length(id) = 16),
      comparison INTEGER NOT NULL,
      rater INTEGER NOT NULL,
      -- Not IN: for more than two values SQLite makes a temporary table with every row it checks.
      verdict TEXT NOT NULL CHECK (
        verdict = 'ranked' OR verdict = 'allGood' OR verdict = 'allBad' OR verdict = 'cannotJudge'),
      ranking TEXT NOT NULL,
      comment TEXT,
      order_shown TEXT NOT NULL,
      elapsed_milliseconds INTEGER NOT NULL CHECK (elapsed_milliseconds >= 0),
      decided_at INTEGER NOT NULL,
      program_version TEXT NOT NULL,
      PRIMARY KEY (lineage, revision),
      FOREIGN KEY (rater, comparison) REFERENCES lineage (rater, comparison)
    ) STRICT, WITHOUT ROWID;

    -- The runs of ordinals with a current judgment, as long as can be.
    CREATE TABLE judged_span (
      rater INTEGER NOT NULL,
      first INTEGER NOT NULL CHECK (first >= 1),
      last INTEGER NOT NULL CHECK (last >= first),
      PRIMARY KEY (rater, first)
    ) STRICT, WITHOUT ROWID;

    -- What undo and redo walk through: which revision held before, and which after.
    CREATE TABLE action (
      rater INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number >= 1),
      comparison INTEGER NOT NULL,
      before INTEGER,
      after INTEGER,
      PRIMARY KEY (rater, number),
      FOREIGN KEY (rater, comparison) REFERENCES lineage (rater, comparison)
    ) STRICT, WITHOUT ROWID;
    """

  private static let lists = """
    -- What lists are searched by: id and beginning of the prompt, in lower case.
    CREATE TABLE search_line (
      ordinal INTEGER PRIMARY KEY REFERENCES comparison (ordinal),
      line TEXT NOT NULL
    ) STRICT;

    -- What a rater wants to come back to.
    CREATE TABLE flag (
      rater INTEGER NOT NULL REFERENCES rater (id),
      comparison INTEGER NOT NULL REFERENCES comparison (ordinal),
      PRIMARY KEY (rater, comparison)
    ) STRICT, WITHOUT ROWID;

    -- What a rater has begun to say of a comparison and not saved, as JSON.
    CREATE TABLE draft (
      rater INTEGER NOT NULL REFERENCES rater (id),
      comparison INTEGER NOT NULL REFERENCES comparison (ordinal),
      body TEXT NOT NULL,
      PRIMARY KEY (rater, comparison)
    ) STRICT, WITHOUT ROWID;

    -- Where a rater stands, as JSON.
    CREATE TABLE place (
      rater INTEGER PRIMARY KEY REFERENCES rater (id),
      body TEXT NOT NULL
    ) STRICT;
    """

  private static let remarks = """
    -- Comments, corrections and answers, as JSON; the column `comment` was before them.
    ALTER TABLE judgment ADD COLUMN remarks TEXT;

    -- When it was written last.
    ALTER TABLE draft ADD COLUMN kept_at INTEGER;
    """

  private static let rubric = """
    -- What raters were asked beside the order, as JSON. Rows are added and never change.
    CREATE TABLE rubric (
      version INTEGER PRIMARY KEY CHECK (version >= 1),
      body TEXT NOT NULL,
      added_at INTEGER NOT NULL
    ) STRICT;

    ALTER TABLE judgment ADD COLUMN rubric INTEGER REFERENCES rubric (version);
    """

  /// For the comparisons that were there before there were lists.
  static func fillSearchLines(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT ordinal, CAST(id AS BLOB), CAST(coalesce(
          json_extract(body, '$.prompt[#-1].content'), json_extract(body, '$.prompt')) AS BLOB)
        FROM comparison
        """)
    let insertion = try db.makeStatement(
      sql: "INSERT INTO search_line (ordinal, line) VALUES (?, CAST(? AS TEXT))")
    while let row = try rows.next() {
      let (id, prompt): (Data, Data?) = (row[1], row[2])
      let words = [id, prompt ?? Data()].map { excerpt(String(decoding: $0, as: UTF8.self)) }
      try insertion.execute(arguments: [row[0] as Int, Data(words.joined(separator: " ").lowercased().utf8)])
    }
  }

  private static func excerpt(_ text: String) -> String {
    String(text.unicodeScalars.prefix(240).map { $0.value <= 0x20 ? " " : Character($0) })
  }

  /// Lines had the beginning of the last message only.
  static func refillSearchLines(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM search_line")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT ordinal, CAST(id AS BLOB), CAST(iif(
          json_type(body, '$.prompt') = 'array',
          (SELECT group_concat(json_extract(value, '$.content'), char(10)) FROM json_each(body, '$.prompt')),
          json_extract(body, '$.prompt')) AS BLOB)
        FROM comparison
        """)
    let insertion = try db.makeStatement(
      sql: "INSERT INTO search_line (ordinal, line) VALUES (?, CAST(? AS TEXT))")
    while let row = try rows.next() {
      let (id, prompt): (Data, Data?) = (row[1], row[2])
      let line = String(decoding: id + [0x0A] + (prompt ?? Data()), as: UTF8.self).lowercased()
      try insertion.execute(arguments: [row[0] as Int, Data(line.utf8)])
    }
  }
}
