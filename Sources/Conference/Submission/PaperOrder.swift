internal import Pages
internal import PeerReview
internal import Store

/// The order of the chairs' list: a column's name, with a minus sign for the highest first.
struct PaperOrder {
  enum Key: String {
    case number, title, track, state, findings, reviews, score
  }

  /// What is compared; the second where the first is equal.
  struct Figure: Comparable {
    let first: Double
    let second: Double

    init(_ first: Double, _ second: Double = 0) {
      self.first = first
      self.second = second
    }

    static func < (left: Figure, right: Figure) -> Bool { (left.first, left.second) < (right.first, right.second) }
  }

  let key: Key
  let isDescending: Bool

  /// An unknown name orders by number.
  init(_ sort: String) {
    isDescending = sort.hasPrefix("-")
    key = Key(rawValue: isDescending ? String(sort.dropFirst()) : sort) ?? .number
  }

  /// Among equals by number. Papers without a figure come before all others; for reviews, as if it were 0.
  func sorted(_ rows: [SubmissionRow], figures: [ID<Submission>: Figure]) -> [SubmissionRow] {
    switch key {
    case .title: sorted(rows) { $0.title.lowercased() }
    case .track: sorted(rows, by: \.facts.track)
    case .state: sorted(rows) { SubmissionState.allCases.firstIndex(of: $0.facts.state) ?? 0 }
    case .findings, .reviews: sorted(rows) { figures[$0.id] ?? Figure(0) }
    case .score: sorted(rows) { figures[$0.id] ?? Figure(-1) }
    case .number: sorted(rows, by: \.number)
    }
  }

  private func sorted<Value: Comparable>(_ rows: [SubmissionRow], by value: (SubmissionRow) -> Value) -> [SubmissionRow] {
    let values = rows.map(value)
    let numbers = rows.map(\.number)
    return rows.indices.sorted { left, right in
      if values[left] != values[right] { return (values[left] < values[right]) != isDescending }
      return numbers[left] < numbers[right]
    }.map { rows[$0] }
  }
}
