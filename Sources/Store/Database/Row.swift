public import PeerReview

/// One row of an answer, read by position from 0. Every read throws `StoreFault.column` instead of guessing: on a
/// position outside the row, on NULL where a value is due, and on a value of another type.
///
/// Valid only inside the closure that received it.
public struct Row {
  private let columns: any Columns

  init(_ columns: any Columns) {
    self.columns = columns
  }

  public func text(_ position: Int) throws -> String { try required(position, textOrNull(position)) }
  public func int(_ position: Int) throws -> Int { try required(position, intOrNull(position)) }
  public func int64(_ position: Int) throws -> Int64 { try required(position, int64OrNull(position)) }
  /// Accepts the engine's own boolean, or the integers 0 and 1.
  public func bool(_ position: Int) throws -> Bool { try required(position, boolOrNull(position)) }
  public func bytes(_ position: Int) throws -> [UInt8] { try required(position, bytesOrNull(position)) }
  /// From whole microseconds since 1970, UTC.
  public func instant(_ position: Int) throws -> Instant { try required(position, instantOrNull(position)) }
  public func id<Noun>(_ position: Int, of noun: Noun.Type = Noun.self) throws -> ID<Noun> { ID(try text(position)) }

  public func textOrNull(_ position: Int) throws -> String? {
    switch try value(position) {
    case .null: nil
    case .text(let text): text
    case let other: throw mismatch(position, "text", other)
    }
  }

  public func int64OrNull(_ position: Int) throws -> Int64? {
    switch try value(position) {
    case .null: nil
    case .integer(let integer): integer
    case let other: throw mismatch(position, "an integer", other)
    }
  }

  public func intOrNull(_ position: Int) throws -> Int? {
    guard let wide = try int64OrNull(position) else { return nil }
    guard let narrow = Int(exactly: wide) else { throw mismatch(position, "an Int", .integer(wide)) }
    return narrow
  }

  public func boolOrNull(_ position: Int) throws -> Bool? {
    switch try value(position) {
    case .null: nil
    case .boolean(let flag): flag
    case .integer(0): false
    case .integer(1): true
    case let other: throw mismatch(position, "a boolean", other)
    }
  }

  public func bytesOrNull(_ position: Int) throws -> [UInt8]? {
    switch try value(position) {
    case .null: nil
    case .bytes(let bytes): bytes
    case let other: throw mismatch(position, "bytes", other)
    }
  }

  public func instantOrNull(_ position: Int) throws -> Instant? {
    try int64OrNull(position).map(Instant.init(microseconds:))
  }

  public func idOrNull<Noun>(_ position: Int, of noun: Noun.Type = Noun.self) throws -> ID<Noun>? {
    try textOrNull(position).map { ID($0) }
  }

  private func value(_ position: Int) throws -> SQLValue {
    guard position >= 0, position < columns.count else {
      throw StoreFault.column(position: position, problem: "the row has \(columns.count) columns")
    }
    return try columns.value(at: position)
  }

  private func required<Value>(_ position: Int, _ value: Value?) throws -> Value {
    guard let value else { throw StoreFault.column(position: position, problem: "NULL where a value is due") }
    return value
  }

  private func mismatch(_ position: Int, _ wanted: String, _ found: SQLValue) -> StoreFault {
    let kind =
      switch found {
      case .null: "NULL"
      case .integer: "an integer"
      case .boolean: "a boolean"
      case .text: "text"
      case .bytes: "bytes"
      }
    return .column(position: position, problem: "\(wanted) is due, found \(kind)")
  }
}

/// An engine's current row.
protocol Columns {
  var count: Int { get }
  /// `position` is within `0..<count`.
  func value(at position: Int) throws -> SQLValue
}
