/// A figure computed for each paper. Unknown values stay unknown through arithmetic; aggregates leave them out.
public indirect enum SearchFormula: Hashable, Sendable {
  case number(Double)
  /// A figure of the paper, by its name in the vocabulary.
  case figure(String)
  /// The number of a tag, as it is written.
  case tag(String)
  /// Over the grades that reviewers gave by one criterion.
  case aggregate(Aggregate, criterion: String)
  case arithmetic(Operation, SearchFormula, SearchFormula)
  case comparison(SearchComparison, SearchFormula, SearchFormula)
  /// The second when the first is known and not zero, else the third.
  case choice(SearchFormula, SearchFormula, SearchFormula)

  public enum Aggregate: String, Hashable, Sendable, CaseIterable {
    case mean, min, max, sum, count, median
    /// Highest minus lowest.
    case spread
  }

  public enum Operation: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
  }

  var names: Set<String> {
    switch self {
    case .number: []
    case .tag: [SearchQuery.tagField]
    case .figure(let name), .aggregate(_, let name): [name]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right): left.names.union(right.names)
    case .choice(let condition, let yes, let no): condition.names.union(yes.names).union(no.names)
    }
  }

  /// The figure of one paper; nil when something it needs is unknown, and for a division by zero. A comparison is 1 or 0.
  public func value(of paper: SearchedPaper) -> Double? {
    switch self {
    case .number(let number): number
    case .figure(let name): paper.figures[name]
    case .tag(let tag): paper.tags[tag] ?? nil
    case .aggregate(let aggregate, let criterion): aggregate.value(of: paper.grades[criterion] ?? [])
    case .arithmetic(let operation, let left, let right):
      if let left = left.value(of: paper), let right = right.value(of: paper) { operation.value(left, right) } else { nil }
    case .comparison(let comparison, let left, let right):
      if let left = left.value(of: paper), let right = right.value(of: paper) {
        comparison.holds(left, right) ? 1 : 0
      } else {
        nil
      }
    case .choice(let condition, let yes, let no):
      (condition.value(of: paper) ?? 0) != 0 ? yes.value(of: paper) : no.value(of: paper)
    }
  }
}

extension SearchFormula.Aggregate {
  /// Of no grades the count and the sum are 0, everything else is unknown.
  func value(of grades: [Double]) -> Double? {
    switch self {
    case .count: return Double(grades.count)
    case .sum: return grades.reduce(0, +)
    case .mean: return grades.isEmpty ? nil : grades.reduce(0, +) / Double(grades.count)
    case .min: return grades.min()
    case .max: return grades.max()
    case .spread:
      guard let low = grades.min(), let high = grades.max() else { return nil }
      return high - low
    case .median:
      let sorted = grades.sorted()
      let upper = sorted.dropFirst(sorted.count / 2).first
      guard sorted.count.isMultiple(of: 2) else { return upper }
      guard let upper, let lower = sorted.dropFirst(sorted.count / 2 - 1).first else { return nil }
      return (lower + upper) / 2
    }
  }
}

extension SearchFormula.Operation {
  func value(_ left: Double, _ right: Double) -> Double? {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .dividedBy: right == 0 ? nil : left / right
    }
  }
}
