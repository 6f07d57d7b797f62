public import PeerReview

/// A list as a file, for a spreadsheet or a program.
public protocol ListFile {
  associatedtype Entries: Encodable
  /// For a program: one for each row.
  var entries: Entries { get }
  /// RFC 4180 with a header line, in UTF-8.
  var csv: String { get }
}

/// A list as a file: what its page shows, every row. What is hidden or unknown is null, and empty in comma-separated values.
public struct ListTable: ListFile, Sendable {
  public enum Value: Hashable, Sendable {
    case text(String?)
    case number(Int?)
    case measure(Double?)
    case words([String]?)
    case moment(Instant?)
  }

  public let columns: [String]
  public let rows: [[Value]]

  init<Row>(_ rows: [Row], _ columns: KeyValuePairs<String, (Row) -> Value>) {
    self.columns = columns.map { $0.key }
    self.rows = rows.map { row in columns.map { $0.value(row) } }
  }

  /// For a program: each row by the names of the columns.
  public var entries: [[String: Value]] {
    rows.map { row in Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first }) }
  }

  /// RFC 4180 with a header line, in UTF-8; moments in UTC.
  public var csv: String {
    rows.reduce(into: CommaSeparated.line(columns)) { text, row in text += CommaSeparated.line(row.map(\.cell)) }
  }
}

extension ListTable.Value {
  fileprivate var cell: String {
    switch self {
    case .text(let text): text ?? ""
    case .number(let number): number.map(String.init) ?? ""
    case .measure(let measure): ComputedColumns.text(measure)
    case .words(let words): words?.joined(separator: "; ") ?? ""
    case .moment(let moment): moment?.iso8601 ?? ""
    }
  }
}

extension ListTable.Value: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .measure(let measure): try container.encode(measure)
    case .words(let words): try container.encode(words)
    case .moment(let moment): try container.encode(moment?.iso8601)
    }
  }
}

/// Where a list is downloaded; `address` makes that of a format.
func downloads(_ address: (String) -> Link) -> HTML {
  "<p class=\"soft\">Download the list: <a href=\"\(address("csv"))\">CSV</a>, <a href=\"\(address("json"))\">JSON</a>.</p>"
}
