public import PeerReview

/// One step of the schema. Once released it is never edited: a change is a new step.
public struct Migration: Sendable {
  /// 1, 2, 3, … without gaps.
  public let number: Int
  public let name: String
  /// One statement each.
  public let statements: [String]
  /// Whether what was done before has to be on the disk first.
  public let isApart: Bool

  public init(number: Int, name: String, statements: [String], isApart: Bool = false) {
    self.number = number
    self.name = name
    self.statements = statements
    self.isApart = isApart
  }
}

/// The tables, as a list of migrations (`Schema.migrations`) and the one way to apply them.
public enum Schema {
  /// Applies what is missing, in order, inside the caller's transaction, and records it in `schema_migration`; with
  /// `stopsApart` only as far as the next that `isApart`. Does nothing when all is applied. Returns the numbers applied now.
  ///
  /// Refuses a database of a newer program (`newerSchema`) and one whose history differs (`differentSchema`).
  @discardableResult
  public static func migrate(
    _ session: Session, _ migrations: [Migration], at now: Instant, stopsApart: Bool = false
  ) throws -> [Int] {
    guard migrations.map(\.number) == Array(1...max(1, migrations.count)).prefix(migrations.count).map({ $0 }) else {
      throw StoreFault.other("migrations must be numbered 1, 2, 3, … in order")
    }
    try session.execute(
      """
      CREATE TABLE IF NOT EXISTS schema_migration (
        number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)
      """)
    let applied = try session.rows("SELECT number, name FROM schema_migration ORDER BY number NULLS FIRST") {
      (number: try $0.int(0), name: try $0.text(1))
    }
    if let newest = applied.last?.number, newest > migrations.count {
      throw StoreFault.newerSchema(database: newest, program: migrations.count)
    }
    for (known, found) in zip(migrations, applied) where found != (known.number, known.name) {
      throw StoreFault.differentSchema(migration: known.number)
    }
    var missing = migrations.dropFirst(applied.count)
    if stopsApart, let next = missing.indices.dropFirst().first(where: { missing[$0].isApart }) { missing = missing[..<next] }
    for migration in missing {
      for statement in migration.statements {
        try session.execute(SQL(trusted: statement).perEngine)
      }
      try session.execute(
        "INSERT INTO schema_migration (number, name, applied_at) VALUES (\(migration.number), \(migration.name), \(now))")
    }
    return missing.map(\.number)
  }
}
