/// Answers to statements within a transaction, by statement, binds and what was made of their rows.
public final class KeptRows {
  private struct Asked: Hashable {
    let statement: String
    let binds: [SQLValue]
    let value: ObjectIdentifier
  }

  private class Found {}

  private final class FoundRows<Value>: Found {
    let rows: [Value]

    init(_ rows: [Value]) { self.rows = rows }
  }

  private var found: [Asked: Found] = [:]

  func found<Value>(_ sql: SQL, _ find: () throws -> [Value]) throws -> [Value] {
    let asked = Asked(statement: sql.marked, binds: sql.binds, value: ObjectIdentifier(Value.self))
    if let known = found[asked] as? FoundRows<Value> { return known.rows }
    let rows = try find()
    found[asked] = FoundRows(rows)
    return rows
  }

  func forget() { found = [:] }
}
