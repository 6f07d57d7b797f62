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

  /// Whether an order is by more than the rows tell.
  static func needsFacts(_ sort: String) -> Bool {
    ["findings", "reviews", "score"].contains(sort.hasPrefix("-") ? String(sort.dropFirst()) : sort)
  }

  /// Among equals by number.
  static func sorted(
    _ rows: [SubmissionRow], by sort: String, _ facts: [ID<Submission>: ListedPaper]
  ) -> [SubmissionRow] {
    let down = sort.hasPrefix("-")
    let key = down ? String(sort.dropFirst()) : sort
    let folded = key == "title" ? rows.map { $0.title.lowercased() } : []
    func before(_ left: Int, _ right: Int) -> Bool? {
      let (one, other) = (rows[left], rows[right])
      let (fact, otherFact) = (facts[one.id], facts[other.id])
      return switch key {
      case "title": differ(folded[left], folded[right])
      case "track": differ(one.facts.track, other.facts.track)
      case "state": differ(one.facts.state.order, other.facts.state.order)
      case "findings": differ(fact?.findings ?? 0, otherFact?.findings ?? 0)
      case "reviews": differ(fact?.lacking ?? 0, otherFact?.lacking ?? 0) ?? differ(fact?.done ?? 0, otherFact?.done ?? 0)
      case "score": differ(fact?.score ?? -1, otherFact?.score ?? -1)
      default: differ(one.number, other.number)
      }
    }
    return rows.indices.sorted { left, right in
      (down ? before(right, left) : before(left, right)) ?? (rows[left].number < rows[right].number)
    }.map { rows[$0] }
  }

  /// Reviews in, less those expected: most lacking first.
  private var lacking: Int { done - assigned }
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
