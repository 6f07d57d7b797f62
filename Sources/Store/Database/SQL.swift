public import PeerReview

/// A statement and the values bound in it.
///
/// Written as a literal; values enter only by interpolation and only as binds, so no value can become text:
/// `"SELECT id FROM person WHERE email = \(email)"` is sent as `… email = $1`. The same shape gives the same text,
/// whatever the values, so that prepared statements are found again.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// The text with `?` where each of `binds` stands: joining two of these renumbers nothing, and SQLite reads it as it is.
  private(set) var marked: String
  /// The values bound to `$1`, `$2`, …
  public private(set) var binds: [SQLValue]
  /// False when the text depends on the length of a long list: preparing it again costs less than keeping every length.
  private(set) var isReused = true
  private(set) var isPerEngine = false

  public init(stringLiteral text: String) {
    marked = text
    binds = []
  }

  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.sql
  }

  /// For text the program wrote itself and can't write as a literal, such as a migration's statements.
  init(trusted text: String) {
    self.init(stringLiteral: text)
  }

  /// The same statement, marked as written for one engine: `SQLSubset` does not check it.
  public var perEngine: SQL {
    var copy = self
    copy.isPerEngine = true
    return copy
  }

  /// The text with `$1`, `$2`, … in the order of `binds`.
  public var text: String {
    guard !binds.isEmpty else { return marked }
    var text: [UInt8] = []
    text.reserveCapacity(marked.utf8.count + 3 * binds.count)
    var position = 0
    for byte in marked.utf8 {
      if byte == Self.mark {
        position += 1
        text.append(UInt8(ascii: "$"))
        text.append(contentsOf: String(position).utf8)
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// No statement the program writes holds this character otherwise.
  private static let mark = UInt8(ascii: "?")

  fileprivate mutating func append(text: String) {
    marked += text
  }

  fileprivate mutating func append(bind: SQLValue) {
    binds.append(bind)
    marked.unicodeScalars.append(Unicode.Scalar(Self.mark))
  }

  fileprivate mutating func append(_ other: SQL) {
    marked += other.marked
    binds.append(contentsOf: other.binds)
    isReused = isReused && other.isReused
    isPerEngine = isPerEngine || other.isPerEngine
  }

  /// As many values as a page has rows, and a few more.
  private static let keptListCount = 128

  /// Short lists are filled up to a power of two with their last value, so that few lengths make few texts.
  fileprivate mutating func append(list: [SQLValue]) {
    guard let last = list.last else { return append(text: "(NULL)") }
    var length = 1
    while length < list.count, length < Self.keptListCount { length *= 2 }
    isReused = isReused && list.count <= length
    append(text: "(")
    for position in 0..<max(length, list.count) {
      if position > 0 { append(text: ",") }
      append(bind: position < list.count ? list[position] : last)
    }
    append(text: ")")
  }

  /// What may stand in `\(…)`. There is no way in for text that isn't a literal.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    fileprivate var sql: SQL = SQL(stringLiteral: "")

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { sql.append(text: literal) }

    public mutating func appendInterpolation(_ value: SQLValue) { sql.append(bind: value) }
    public mutating func appendInterpolation(_ value: String) { sql.append(bind: .text(value)) }
    public mutating func appendInterpolation(_ value: Int) { sql.append(bind: .integer(Int64(value))) }
    public mutating func appendInterpolation(_ value: Int64) { sql.append(bind: .integer(value)) }
    public mutating func appendInterpolation(_ value: Bool) { sql.append(bind: .boolean(value)) }
    public mutating func appendInterpolation(_ value: [UInt8]) { sql.append(bind: .bytes(value)) }
    /// Bound as whole microseconds since 1970, UTC.
    public mutating func appendInterpolation(_ value: Instant) { sql.append(bind: .integer(value.microseconds)) }
    public mutating func appendInterpolation<Noun>(_ value: ID<Noun>) { sql.append(bind: .text(value.text)) }

    public mutating func appendInterpolation(_ value: String?) { sql.append(bind: value.map { .text($0) } ?? .null) }
    public mutating func appendInterpolation(_ value: Int?) {
      sql.append(bind: value.map { .integer(Int64($0)) } ?? .null)
    }
    public mutating func appendInterpolation(_ value: Int64?) { sql.append(bind: value.map { .integer($0) } ?? .null) }
    public mutating func appendInterpolation(_ value: Bool?) { sql.append(bind: value.map { .boolean($0) } ?? .null) }
    public mutating func appendInterpolation(_ value: [UInt8]?) { sql.append(bind: value.map { .bytes($0) } ?? .null) }
    public mutating func appendInterpolation(_ value: Instant?) {
      sql.append(bind: value.map { .integer($0.microseconds) } ?? .null)
    }
    public mutating func appendInterpolation<Noun>(_ value: ID<Noun>?) {
      sql.append(bind: value.map { .text($0.text) } ?? .null)
    }

    /// `($1,$2,…)` for `IN`, which asks for no value twice. An empty list is `(NULL)`: `IN` finds nothing, but so does `NOT IN`; write `NOT EXISTS`.
    /// At most 30,000 values in one statement.
    public mutating func appendInterpolation(list: [String]) { sql.append(list: list.map { .text($0) }) }
    /// As for a list of strings.
    public mutating func appendInterpolation(list: [Int]) { sql.append(list: list.map { .integer(Int64($0)) }) }
    /// As for a list of strings.
    public mutating func appendInterpolation(list: [Int64]) { sql.append(list: list.map { .integer($0) }) }
    /// As for a list of strings.
    public mutating func appendInterpolation<Noun>(list: [ID<Noun>]) { sql.append(list: list.map { .text($0.text) }) }

    /// Another piece of SQL, with its binds renumbered into this one.
    public mutating func appendInterpolation(raw fragment: SQL) { sql.append(fragment) }
  }
}

/// A value as both engines know it.
public enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case boolean(Bool)
  case text(String)
  case bytes([UInt8])
}
