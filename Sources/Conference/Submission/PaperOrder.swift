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

  /// Whether it compares what stands in a paper's row.
  var comparesRows: Bool { [.title, .track, .state].contains(key) }

  /// Among equals by number. Papers without a figure come before all others; for reviews, as if it were 0.
  func sorted(
    _ keys: [SubmissionKey], _ rows: [ID<Submission>: SubmissionRow], figures: [ID<Submission>: Figure]
  ) -> [SubmissionKey] {
    switch key {
    case .title: ordered(keys) { rows[$0.id]?.title.lowercased() ?? "" }
    case .track: ordered(keys) { rows[$0.id]?.facts.track ?? "" }
    case .state: ordered(keys) { key in rows[key.id].flatMap { SubmissionState.allCases.firstIndex(of: $0.facts.state) } ?? 0 }
    case .findings, .reviews: ordered(keys) { figures[$0.id] ?? Figure(0) }
    case .score: ordered(keys) { figures[$0.id] ?? Figure(-1) }
    case .number: ordered(keys, by: \.number)
    }
  }

  private func ordered<Value: Comparable>(_ keys: [SubmissionKey], by value: (SubmissionKey) -> Value) -> [SubmissionKey] {
    keys.ordered(by: value, descending: isDescending, then: \.number)
  }
}

extension Array {
  /// Ordered by a value that is computed once for each element, and among equals by number, smallest first.
  func ordered<Value: Comparable>(
    by value: (Element) -> Value, descending: Bool, then number: (Element) -> SubmissionNumber
  ) -> [Element] {
    let keys = map { (value: value($0), number: number($0)) }
    return indices.sorted { left, right in
      if keys[left].value != keys[right].value { return (keys[left].value < keys[right].value) != descending }
      return keys[left].number < keys[right].number
    }.map { self[$0] }
  }
}
