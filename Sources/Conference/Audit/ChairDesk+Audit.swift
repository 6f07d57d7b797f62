public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  private static let entriesPerPage = 100
  private static let entriesReadLimit = 5_000
  /// Entries of one file; older ones are in the next.
  private static let entriesPerFile = 20_000

  /// The record of this call, newest first, without entries about papers this chair may not know of: of the days asked for,
  /// and with all the words. `before` is the number of an entry: only older ones are shown.
  ///
  /// Entries are counted as this chair sees them and shown with a hash of their own: a gap in the numbers, or a hash that
  /// covers the entry before, would tell of what stands between. `isRecordWhole` checks the chain itself.
  public func audit(_ listing: AuditPage.Listing = .init(), before: Int? = nil) async throws -> AuditPage {
    try await audit(listing, before: before, shows: Self.entriesPerPage, reads: Self.entriesReadLimit)
  }

  /// The same for a file, up to 20,000 entries.
  public func auditFile(_ listing: AuditPage.Listing = .init(), before: Int? = nil) async throws -> ListTable {
    try await audit(listing, before: before, shows: Self.entriesPerFile, reads: Self.entriesPerFile).listTable
  }

  private func audit(_ listing: AuditPage.Listing, before: Int?, shows: Int, reads: Int) async throws -> AuditPage {
    try await lookOnRecord("audit log") { act, reveal in
      try requireHouse(.record)
      let total = try act.session.countAudit(of: call, chairedBy: viewer.email)
      let words = SearchWords(listing.query)
      let days = AuditDays(listing)
      var next = min(total, max(0, (before ?? total + 1) - 1))
      if let end = days.end { next = try min(next, total - countNewer(than: end, total, act)) }
      var entries: [AuditPage.Entry] = []
      var read = 0
      while next > 0 && entries.count < shows && read < reads {
        let rows = try act.session.audit(
          of: call, chairedBy: viewer.email, limit: words.isEmpty ? min(shows, 500) : 500, offset: total - next)
        if rows.isEmpty { break }
        for (entry, paper) in try named(rows, newest: next, act) where entries.count < shows {
          next = Int(entry.sequence) - 1
          read += 1
          guard days.contain(entry.at), words.match([entry.who, entry.act, entry.subject, entry.details]) else { continue }
          entries.append(entry)
          if let paper { reveal.papers.insert(paper) }
        }
        if let last = rows.last, entries.count < shows, days.areAfter(last.at) { next = 0 }
      }
      try reveal.require(.authors, .assignments, .committeeConflicts, .bids, .reviewerIdentity)
      let head = try act.session.audit(of: call, chairedBy: viewer.email, limit: 1, offset: 0).first
      return AuditPage(
        entries: entries, listing: listing, older: next > 0 ? listing.address(before: next + 1) : nil,
        headHash: head?.fingerprint ?? "", problems: days.problems)
    }
  }

  /// How many entries this chair may know of were written after a moment: found by halves, as they stand in the order of time.
  private func countNewer(than end: Instant, _ total: Int, _ act: Act) throws -> Int {
    var (low, high) = (0, total)
    while low < high {
      let middle = (low + high) / 2
      let row = try act.session.audit(of: call, chairedBy: viewer.email, limit: 1, offset: middle).first
      if let row, row.at >= end.adding(AuditDays.slack) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether every entry of the server's record follows from the one before it: nothing was changed or taken out.
  public func isRecordWhole() async throws -> Bool {
    try await conference.look { act in
      _ = try load(act)
      return try act.session.firstBrokenAuditEntry() == nil && act.session.firstBrokenReveal() == nil
    }
  }

  /// The rows with people and papers by name; the first is number `newest`.
  private func named(_ rows: [AuditRow], newest: Int, _ act: Act) throws -> [(AuditPage.Entry, SubmissionNumber?)] {
    let words = rows.flatMap { $0.detail.split(separator: " ").map(String.init) }.filter { $0.count == 26 }
    let people = try act.session.people((rows.flatMap { [$0.actor, $0.subject] } + words).map { ID<Person>($0) })
    let numbers = try act.session.numbers(of: (rows.map(\.subject) + words).map { ID<Submission>($0) })
    func name(_ id: String) -> String? { people[ID(id)]?.displayName ?? numbers[ID(id)]?.description }
    return rows.enumerated().map { position, row in
      let paper = numbers[ID(row.subject)]
      let details = row.detail.split(separator: " ", omittingEmptySubsequences: false)
        .map { name(String($0)) ?? String($0) }.joined(separator: " ")
      let entry = AuditPage.Entry(
        sequence: Int64(Mutation.opens("the record shows its own numbers") ? row.number : newest - position), at: row.at,
        who: name(row.actor) ?? row.actor, act: row.act,
        subject: paper?.description ?? name(row.subject) ?? (row.subject == call.text ? "" : row.subject), details: details,
        hash: Mutation.opens("the record shows its own chain") ? row.hash : row.fingerprint)
      return (entry, paper)
    }
  }
}

/// The days of entries that are asked for, in UTC; without a day on either side all are meant.
private struct AuditDays {
  /// A server's clock may be set back: entries that stand out of order by no more than this are found by their days, too.
  static let slack = Span.hours(1)

  private let start: Instant?
  /// The end of the last day.
  let end: Instant?
  let problems: [FieldProblem]

  /// A day that can't be read is told, and not asked for.
  init(_ listing: AuditPage.Listing) {
    func day(_ text: String) -> Instant? { Instant(iso8601: "\(text)T00:00Z") }
    start = day(listing.from)
    end = day(listing.to).map { $0.adding(.days(1)) }
    problems = [("from", listing.from), ("to", listing.to)].compactMap { field, text in
      text.isEmpty || day(text) != nil ? nil : FieldProblem(field, "Write the day as 2026-03-31.")
    }
  }

  func contain(_ moment: Instant) -> Bool {
    if let start, moment < start { return false }
    if let end, moment >= end { return false }
    return true
  }

  /// Whether nothing older than this can be among them.
  func areAfter(_ moment: Instant) -> Bool {
    start.map { moment.adding(Self.slack) < $0 } ?? false
  }
}
