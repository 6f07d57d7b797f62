/// The checks an assignment problem's input must pass.
struct ProblemCheck {
  let paperCount: Int
  let reviewerCount: Int

  func sizes(candidates: [[Candidate]], loadMinimum: [Int]) throws(ProblemError) {
    let sizeLimit = AssignmentProblem.sizeLimit
    guard paperCount <= sizeLimit else { throw .tooMany(.demand, found: paperCount, limit: sizeLimit) }
    guard reviewerCount <= sizeLimit else { throw .tooMany(.loadMaximum, found: reviewerCount, limit: sizeLimit) }
    guard candidates.count == paperCount else {
      throw .lengthMismatch(.candidates, expected: paperCount, found: candidates.count)
    }
    guard loadMinimum.count == reviewerCount else {
      throw .lengthMismatch(.loadMinimum, expected: reviewerCount, found: loadMinimum.count)
    }
    let pairLimit = AssignmentProblem.pairLimit
    let pairCount = candidates.reduce(0) { $0 + $1.count }
    guard pairCount <= pairLimit else { throw .tooMany(.candidates, found: pairCount, limit: pairLimit) }
  }

  func counts(demand: [Int], loadMinimum: [Int], loadMaximum: [Int]) throws(ProblemError) {
    let fields: [(ProblemError.Field, [Int])] = [
      (.demand, demand), (.loadMinimum, loadMinimum), (.loadMaximum, loadMaximum),
    ]
    let limit = AssignmentProblem.countLimit
    for (field, values) in fields {
      for (index, value) in values.enumerated() where !(0...limit).contains(value) {
        throw .countOutOfRange(field, index: index, value: value, limit: limit)
      }
    }
    for (reviewer, bounds) in zip(loadMinimum, loadMaximum).enumerated() where bounds.0 > bounds.1 {
      throw .minimumAboveMaximum(reviewer: reviewer, minimum: bounds.0, maximum: bounds.1)
    }
  }

  func indices(of pairs: [Pair], in field: ProblemError.Field) throws(ProblemError) {
    for (index, pair) in pairs.enumerated() {
      guard (0..<paperCount).contains(pair.paper) else {
        throw .unknownPaper(field, index: index, paper: pair.paper)
      }
      guard (0..<reviewerCount).contains(pair.reviewer) else {
        throw .unknownReviewer(field, index: index, reviewer: pair.reviewer)
      }
    }
  }

  /// Expects indices that passed `indices(of:in:)`.
  func forcedPairs(
    _ forced: [Pair], demand: [Int], loadMaximum: [Int], forbidden: Set<Pair>
  ) throws(ProblemError) {
    var ofPaper: [Int: Int] = [:]
    var ofReviewer: [Int: Int] = [:]
    var seen: Set<Pair> = []
    for (index, pair) in forced.enumerated() where seen.insert(pair).inserted {
      guard !forbidden.contains(pair) else {
        throw .forcedAndForbidden(index: index, paper: pair.paper, reviewer: pair.reviewer)
      }
      ofPaper[pair.paper, default: 0] += 1
      ofReviewer[pair.reviewer, default: 0] += 1
    }
    for (paper, count) in ofPaper.sorted(by: { $0.key < $1.key }) where count > demand[paper] {
      throw .forcedAboveDemand(paper: paper, forced: count, demand: demand[paper])
    }
    for (reviewer, count) in ofReviewer.sorted(by: { $0.key < $1.key }) where count > loadMaximum[reviewer] {
      throw .forcedAboveLoad(reviewer: reviewer, forced: count, maximum: loadMaximum[reviewer])
    }
  }
}

/// Compressed sparse rows under construction.
struct CandidateRows {
  var rowStart: [Int]
  var reviewers: [Int32] = []
  var scores: [Int64] = []
  var isForced: [Bool] = []

  init(paperCount: Int) {
    rowStart = [0]
    rowStart.reserveCapacity(paperCount + 1)
  }

  mutating func append(
    _ row: [Candidate], paper: Int, reviewerCount: Int, forbidden: Set<Pair>, forced: Set<Pair>
  ) throws(ProblemError) {
    let limit = AssignmentProblem.scoreLimit
    var previous = -1
    for candidate in row.sorted(by: { $0.reviewer < $1.reviewer }) {
      let reviewer = candidate.reviewer
      guard (0..<reviewerCount).contains(reviewer) else {
        throw .unknownReviewer(.candidates, index: paper, reviewer: reviewer)
      }
      guard reviewer != previous else { throw .duplicateCandidate(paper: paper, reviewer: reviewer) }
      guard (-limit...limit).contains(candidate.score) else {
        throw .scoreOutOfRange(paper: paper, reviewer: reviewer, score: candidate.score)
      }
      previous = reviewer
      let pair = Pair(paper: paper, reviewer: reviewer)
      if !forbidden.isEmpty, forbidden.contains(pair) { continue }
      reviewers.append(Int32(reviewer))
      scores.append(candidate.score)
      isForced.append(!forced.isEmpty && forced.contains(pair))
    }
    rowStart.append(reviewers.count)
  }
}
