internal import PeerReview

/// A list of papers to bid on as a file: what the list shows, without abstracts.
public struct BidTable: ListFile, Sendable {
  public let rows: [BidsPage.Row]
  /// Names of the columns the search asked for.
  public let columns: [String]
  public init(rows: [BidsPage.Row], columns: [String]) {
    self.rows = rows
    self.columns = columns
  }

  /// One paper for a program. What is unknown is null.
  public struct Entry: Encodable, Sendable {
    public let number: Int
    public let title: String
    public let track: String
    public let topics: [String]
    /// A level's key; empty for none.
    public let bid: String
    public let affinity: Int?
    public let columns: [String: Double]
  }

  public var entries: [Entry] {
    rows.map { row in
      Entry(
        number: row.number.value, title: row.title, track: row.track, topics: row.topics, bid: row.level, affinity: row.nearness,
        columns: ComputedColumns.known(columns, row.extra))
    }
  }

  /// RFC 4180 with a header line, in UTF-8. What is unknown is empty.
  public var csv: String {
    rows.reduce(into: CommaSeparated.line(["number", "title", "track", "topics", "bid", "affinity"] + columns)) { text, row in
      text += CommaSeparated.line(
        [
          String(row.number.value), row.title, row.track, row.topics.joined(separator: "; "), row.level,
          row.nearness.map(String.init) ?? "",
        ] + row.extra.map(ComputedColumns.text))
    }
  }
}
