internal import PeerReview

/// A chair's list of papers as a file: what the page shows, every row.
public struct PaperTable: Sendable {
  public let rows: [ChairSubmissionListPage.Row]
  /// Names of the columns the search asked for.
  public let columns: [String]
  public init(rows: [ChairSubmissionListPage.Row], columns: [String] = []) {
    self.rows = rows
    self.columns = columns
  }

  /// One paper for a program. What is hidden or unknown is null.
  public struct Entry: Encodable, Sendable {
    public let number: Int
    public let title: String
    public let track: String
    public let state: String
    public let authors: String?
    public let findings: Int
    public let reviews: Int?
    public let assigned: Int?
    public let score: Double?
    public let tags: [String]
    public let columns: [String: Double]
  }

  public var entries: [Entry] {
    rows.map { row in
      Entry(
        number: row.number.value, title: row.title, track: row.track, state: row.state.label, authors: row.authors.known,
        findings: row.findings, reviews: row.reviews.known?.done, assigned: row.reviews.known?.assigned,
        score: row.score.known ?? nil, tags: row.tags.map(\.text),
        columns: ComputedColumns.known(columns, row.extra))
    }
  }

  /// RFC 4180 with a header line, in UTF-8. What is hidden or unknown is empty.
  public var csv: String { csvHead + csvLines }

  public var csvHead: String {
    CommaSeparated.line(
      ["number", "title", "track", "state", "authors", "findings", "reviews", "assigned", "score", "tags"] + columns)
  }

  public var csvLines: String {
    var text = ""
    for row in rows {
      text += CommaSeparated.line(
        [
          String(row.number.value), row.title, row.track, row.state.label, row.authors.known ?? "", String(row.findings),
          row.reviews.known.map { String($0.done) } ?? "", row.reviews.known.map { String($0.assigned) } ?? "",
          ComputedColumns.text(row.score.known ?? nil), row.tags.map(\.text).joined(separator: " "),
        ] + row.extra.map(ComputedColumns.text))
    }
    return text
  }
}

extension Disclosure {
  var known: Value? {
    if case .shown(let value) = self { value } else { nil }
  }
}

/// Lines of comma-separated values, RFC 4180.
enum CommaSeparated {
  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell of words that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers. Byte by byte, as
  /// readers go: to Swift a sign with an accent on it is another character.
  private static func cell(_ text: String) -> String {
    let isFormula = text.utf8.first.map(startsFormula) ?? false && Double(text) == nil
    let safe = isFormula ? "'" + text : text
    guard safe.utf8.contains(where: needsQuotes) else { return safe }
    let parts = safe.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return "\"" + parts.map { String(Substring($0)) }.joined(separator: "\"\"") + "\""
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
