/// Answers to statements within a transaction, by text, binds and what was made of their rows.
public final class KeptRows {
  private struct Asked: Hashable {
    let text: String
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
    let asked = Asked(text: sql.text, binds: sql.binds, value: ObjectIdentifier(Value.self))
    if let known = found[asked] as? FoundRows<Value> { return known.rows }
    let rows = try find()
    found[asked] = FoundRows(rows)
    return rows
  }

  func forget() { found = [:] }
}
