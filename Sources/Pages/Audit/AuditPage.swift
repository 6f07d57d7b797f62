public import PeerReview

/// The append-only record of every act.
///
/// Filter: `GET /chair/audit?q=&before=`; with `format=csv` as a file.
public struct AuditPage: Page {
  public let entries: [Entry]
  public let query: String
  public let older: Link?
  /// The hash of the newest entry, to note down or compare.
  public let headHash: String
  public init(entries: [Entry], query: String = "", older: Link?, headHash: String) {
    self.entries = entries
    self.query = query
    self.older = older
    self.headHash = headHash
  }

  public struct Entry: Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    public let who: String
    public let act: String
    public let subject: String
    public let details: String
    public let hash: String
    public init(sequence: Int64, at: Instant, who: String, act: String, subject: String, details: String = "", hash: String) {
      self.sequence = sequence
      self.at = at
      self.who = who
      self.act = act
      self.subject = subject
      self.details = details
      self.hash = hash
    }
  }

  /// RFC 4180 with a header line, in UTF-8; moments in UTC.
  public var csv: String {
    entries.reduce(CommaSeparated.line(["number", "at", "who", "act", "subject", "details", "hash"])) { text, entry in
      text
        + CommaSeparated.line([
          String(entry.sequence), entry.at.iso8601, entry.who, entry.act, entry.subject, entry.details, entry.hash,
        ])
    }
  }

  public var title: String { "Audit log" }
  public var section: Section? { .audit }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Audit log</h1><p>Every act, in order; nothing here can be changed or removed. Who was shown \
    what stands under <a href="/chair/reveals">Reveals</a>. Newest hash: <code class="hash">\
    \(headHash)</code></p>
    \(layout.filter("/chair/audit", query: query, label: "Find by person, act or subject", table: "audit-table"))
    \(when(!entries.isEmpty) { "<p class=\"soft\">Download <a href=\"/chair/audit?q=\(query)&format=csv\">CSV</a></p>" })
    \(entries.isEmpty ? nothing("No entry matches.") : table(
      "Audit log", id: "audit-table", head: ["No.", "When (UTC)", "Who", "Act", "Hash"],
      each(entries) { entry in """
        <tr><td class="number">\(String(entry.sequence))</td><td>\(layout.brief(entry.at))</td><td>\(entry.who)</td>
        <td><strong>\(entry.act)</strong> \(entry.subject)\(when(!entry.details.isEmpty) {
          "<br><span class=\"soft\">\(entry.details)</span>" })</td>
        <td><code title="\(entry.hash)">\(String(entry.hash.prefix(10)))</code></td></tr>
        """ }))
    \(with(older) { "<p><a href=\"\($0)\">Older entries</a></p>" })
    """
  }
}
