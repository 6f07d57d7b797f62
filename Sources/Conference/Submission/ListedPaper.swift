internal import Pages
internal import PeerReview
internal import Store

/// One paper with everything the chairs' list shows or orders by.
struct ListedPaper {
  let row: SubmissionRow
  let authors: [String]
  let findings: Int
  let assigned: Int
  let done: Int
  let score: Double?
  let tags: [Tag]

  func listed(_ call: Call, _ secrecy: (Secret) -> Secrecy?, _ extra: [Double?]) -> ChairSubmissionListPage.Row {
    ChairSubmissionListPage.Row(
      id: row.id, number: row.number, title: row.title, track: call.track(row.facts.track)?.name ?? row.facts.track,
      state: row.facts.state.badge, authors: .unless(secrecy(.authors)) { authors.joined(separator: ", ") },
      findings: secrecy(.screeningFindings) == nil ? findings : 0,
      reviews: .unless(secrecy(.reviewCount)) { .init(done: done, assigned: assigned) },
      score: .unless(secrecy(.reviews)) { score }, tags: tags.map { $0.badge(call) }, extra: extra)
  }
}

/// Nil without values.
func mean(_ values: [Int]) -> Double? {
  values.isEmpty ? nil : Double(values.reduce(0) { $0 &+ $1 }) / Double(values.count)
}
