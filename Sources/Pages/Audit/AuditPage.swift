public import PeerReview

/// The append-only record of every act.
///
/// Filter: `GET /chair/audit?q=&from=&to=&before=`; with `format=csv` or `format=json` as a file.
public struct AuditPage: Page {
  public let entries: [Entry]
  public let listing: Listing
  public let older: Link?
  /// The hash of the newest entry, to note down or compare.
  public let headHash: String
  public let problems: [FieldProblem]
  public init(entries: [Entry], listing: Listing = .init(), older: Link?, headHash: String, problems: [FieldProblem] = []) {
    self.entries = entries
    self.listing = listing
    self.older = older
    self.headHash = headHash
    self.problems = problems
  }

  /// Which entries are asked for.
  public struct Listing: Hashable, Sendable {
    /// Words that all stand in an entry.
    public let query: String
    /// The first and the last day in UTC, as `2026-03-31`; empty for all.
    public let from: String
    public let to: String
    public init(query: String = "", from: String = "", to: String = "") {
      self.query = query
      self.from = from
      self.to = to
    }

    public func address(before: Int) -> Link { "/chair/audit?q=\(query)&from=\(from)&to=\(to)&before=\(before)" }

    func address(format: String) -> Link { "/chair/audit?q=\(query)&from=\(from)&to=\(to)&format=\(format)" }
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

  public var title: String { "Audit log" }
  public var section: Section? { .audit }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Audit log</h1><p>Every act, in order; nothing here can be changed or removed. Who was shown \
    what stands under <a href="/chair/reveals">Reveals</a>. Newest hash: <code class="hash">\
    \(headHash)</code></p>
    \(problemList(problems, heading: "A day could not be read"))
    \(layout.filter("/chair/audit", query: listing.query, label: "Find by person, act or subject; all words have to match",
      table: entries.isEmpty ? nil : "audit-table", days))
    \(when(!entries.isEmpty) { """
      <p class="soft">Download <a href="\(listing.address(format: "csv"))">CSV</a> or
      <a href="\(listing.address(format: "json"))">JSON</a></p>
      """ })
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

  private var days: HTML {
    let fields = Fields(problems: problems)
    return fields.text("from", "From (UTC)", listing.from, .init(type: "date", isNarrow: true))
      + fields.text("to", "To, that day included", listing.to, .init(type: "date", isNarrow: true))
  }
}
