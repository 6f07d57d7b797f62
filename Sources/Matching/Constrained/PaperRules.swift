/// The rules that one paper's reviewers must meet among themselves, ready to be asked for any set of them.
struct PaperRules {
  struct Attribute {
    var value: [Int32]
    var bound: AttributeRule.Bound
    /// Nil for all papers.
    var isAbout: [Bool]?

    func applies(to paper: Int) -> Bool { isAbout?[paper] ?? true }
  }

  /// The least sum of scores of each paper; `Int64.min` for none.
  var leastScore = Int64.min
  private(set) var attributes: [Attribute]
  /// For each reviewer, sorted, those they are to be kept apart from; empty where no one is.
  private(set) var apart: [[Int32]] = []

  var isEmpty: Bool { leastScore == .min && attributes.isEmpty && apart.isEmpty }

  init(_ constraints: SideConstraints, _ problem: AssignmentProblem) {
    attributes = constraints.attributes.map { rule in
      var isAbout: [Bool]?
      if let papers = rule.papers {
        var flags = Array(repeating: false, count: problem.paperCount)
        for paper in papers { flags[paper] = true }
        isAbout = flags
      }
      return Attribute(value: rule.valueOfReviewer.map { Int32(clamping: $0) }, bound: rule.bound, isAbout: isAbout)
    }
    guard !constraints.apart.isEmpty else { return }
    apart = Array(repeating: [], count: problem.reviewerCount)
    for pair in constraints.apart where pair.first != pair.second {
      apart[pair.first].append(Int32(truncatingIfNeeded: pair.second))
      apart[pair.second].append(Int32(truncatingIfNeeded: pair.first))
    }
    for reviewer in apart.indices { apart[reviewer].sort() }
  }

  /// Whether the reviewer may join these on the paper; what only a full set can break is not asked.
  func mayJoin(_ reviewer: Int, _ others: [Int], paper: Int) -> Bool {
    if !apart.isEmpty, !apart[reviewer].isEmpty {
      for other in others where isApart(reviewer, other) { return false }
    }
    for rule in attributes where rule.applies(to: paper) {
      let value = rule.value[reviewer]
      guard value >= 0 else { continue }
      switch rule.bound {
      case .atMostOfEach(let most):
        if 1 + others.count(where: { rule.value[$0] == value }) > most { return false }
      case .atMost(let most, let limited) where value == limited:
        if 1 + others.count(where: { rule.value[$0] == value }) > most { return false }
      case .atMost, .atLeast, .distinct:
        continue
      }
    }
    return true
  }

  private func isApart(_ reviewer: Int, _ other: Int) -> Bool {
    var low = 0
    var high = apart[reviewer].count
    while low < high {
      let middle = low + (high - low) / 2
      if Int(apart[reviewer][middle]) < other { low = middle + 1 } else { high = middle }
    }
    return low < apart[reviewer].count && Int(apart[reviewer][low]) == other
  }

  /// How many more reviewers of the right kind the set needs at the least to meet the rules that ask for some.
  func unmetNeed(_ reviewers: [Int], paper: Int) -> Int {
    var need = 0
    for rule in attributes where rule.applies(to: paper) {
      switch rule.bound {
      case .atLeast(let least, let wanted):
        need = max(need, least - reviewers.count { rule.value[$0] == wanted })
      case .distinct(let least):
        var distinct = 0
        for (place, reviewer) in reviewers.enumerated() where rule.value[reviewer] >= 0 {
          if !reviewers[..<place].contains(where: { rule.value[$0] == rule.value[reviewer] }) { distinct += 1 }
        }
        need = max(need, least - distinct)
      case .atMostOfEach, .atMost:
        continue
      }
    }
    return need
  }

  /// Whether the whole set meets every rule.
  func allow(_ reviewers: [Int], score: Int64, paper: Int) -> Bool {
    guard score >= leastScore, unmetNeed(reviewers, paper: paper) <= 0 else { return false }
    for (place, reviewer) in reviewers.enumerated()
    where !mayJoin(reviewer, Array(reviewers[..<place]), paper: paper) {
      return false
    }
    return true
  }
}
