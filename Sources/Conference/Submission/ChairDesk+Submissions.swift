public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// The papers this chair may know of, filtered and ordered as asked. `sort` is one of `number`, `title`, `track`,
  /// `state`, `findings`, `reviews`, `score`, descending with a leading `-`; anything else means `number`.
  public func submissions(
    query: String = "", track: String = "", state: String = "", sort: String = "number"
  ) async throws -> ChairSubmissionListPage {
    try await lookOnRecord("submissions") { act, reveal in
      let call = try load(act).call
      let all = try papers(call, reveal.secrecy, act)
      let wanted = all.filter { paper in
        (track.isEmpty || paper.row.facts.track == track) && (state.isEmpty || paper.row.facts.state.rawValue == state)
          && SearchWords(query).match(number: paper.row.number, [paper.row.title] + paper.authors)
      }
      reveal.papers = Set(wanted.map(\.row.number))
      return ChairSubmissionListPage(
        rows: Self.sorted(wanted, by: sort).map { $0.listed(call, reveal.secrecy) }, tracks: call.tracks, query: query,
        track: track,
        state: state, sort: sort, total: all.count)
    }
  }

  private func papers(_ call: Call, _ secrecy: (Secret) -> Secrecy?, _ act: Act) throws -> [ListedPaper] {
    let email = viewer.email
    let authors = secrecy(.authors) == nil ? try act.session.authorNames(in: self.call, chairedBy: email) : [:]
    let findings = try act.session.findingCounts(in: self.call, chairedBy: email)
    let reviews = Dictionary(
      grouping: try act.session.assignedReviews(in: self.call, chairedBy: email), by: \.submission)
    let scores = try overallScores(call, act)
    return try act.session.submissions(chairedBy: email, in: self.call).map { row in
      ListedPaper(
        row: row, authors: authors[row.id] ?? [], findings: findings[row.id].map { $0.violations + $0.warnings } ?? 0,
        assigned: reviews[row.id]?.count ?? 0, done: reviews[row.id]?.count { $0.firstReviewAt != nil } ?? 0,
        score: mean(scores[row.id] ?? []))
    }
  }

  /// Overall grades by paper, in the order of the reviewers' pseudonyms.
  func overallScores(_ call: Call, _ act: Act) throws -> [ID<Submission>: [Int]] {
    let keys = Set(call.tracks.map(\.reviewForm.overall.key))
    let all = try act.session.scores(in: self.call, chairedBy: viewer.email).compactMap { row in
      row.scores.first { keys.contains($0.key) }.map { (row.submission, $0.value) }
    }
    return Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
  }

  private static func sorted(_ papers: [ListedPaper], by sort: String) -> [ListedPaper] {
    let down = sort.hasPrefix("-")
    let before: (ListedPaper, ListedPaper) -> Bool? =
      switch down ? String(sort.dropFirst()) : sort {
      case "title": { differ($0.folded, $1.folded) }
      case "track": { differ($0.row.facts.track, $1.row.facts.track) }
      case "state": { differ($0.row.facts.state.order, $1.row.facts.state.order) }
      case "findings": { differ($0.findings, $1.findings) }
      case "reviews": { differ($0.done - $0.assigned, $1.done - $1.assigned) ?? differ($0.done, $1.done) }
      case "score": { differ($0.score ?? -1, $1.score ?? -1) }
      default: { differ($0.row.number, $1.row.number) }
      }
    return papers.sorted { left, right in
      (down ? before(right, left) : before(left, right)) ?? (left.row.number < right.row.number)
    }
  }
}

/// One paper with everything the list shows or orders by.
private struct ListedPaper {
  let row: SubmissionRow
  let authors: [String]
  let findings: Int
  let assigned: Int
  let done: Int
  let score: Double?
  let folded: String

  init(row: SubmissionRow, authors: [String], findings: Int, assigned: Int, done: Int, score: Double?) {
    self.row = row
    self.authors = authors
    self.findings = findings
    self.assigned = assigned
    self.done = done
    self.score = score
    folded = row.title.lowercased()
  }

  func listed(_ call: Call, _ secrecy: (Secret) -> Secrecy?) -> ChairSubmissionListPage.Row {
    ChairSubmissionListPage.Row(
      id: row.id, number: row.number, title: row.title, track: call.track(row.facts.track)?.name ?? row.facts.track,
      state: row.facts.state.badge, authors: .unless(secrecy(.authors)) { authors.joined(separator: ", ") },
      findings: secrecy(.screeningFindings) == nil ? findings : 0,
      reviews: .unless(secrecy(.reviewCount)) { assigned == 0 ? "" : "\(done) / \(assigned)" },
      score: .unless(secrecy(.reviews)) { score })
  }
}

/// Nil when the two are equal, so that the next criterion decides.
func differ<Value: Comparable>(_ left: Value, _ right: Value) -> Bool? {
  left == right ? nil : left < right
}

/// Nil without values.
func mean(_ values: [Int]) -> Double? {
  values.isEmpty ? nil : Double(values.reduce(0) { $0 &+ $1 }) / Double(values.count)
}

extension SubmissionState {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Every word of a search, each of which has to occur. `#17` and `17` find the paper of that number too.
struct SearchWords {
  private let words: [String]

  init(_ query: String) {
    words = query.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  var isEmpty: Bool { words.isEmpty }

  func match(number: SubmissionNumber? = nil, _ texts: [String]) -> Bool {
    if words.isEmpty { return true }
    let folded = texts.map { $0.lowercased() }
    return words.allSatisfy { word in
      if let number, word == "#\(number.value)" || word == "\(number.value)" { return true }
      return folded.contains { $0.contains(word) }
    }
  }
}
