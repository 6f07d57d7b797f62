internal import Matching

/// Scores by paper, then reviewer: compressed sparse rows. A pair that is not in it can't be assigned.
struct ScoreTable: Sendable {
  /// Row `p` is `rowStart[p]..<rowStart[p + 1]`.
  private(set) var rowStart: [Int]
  /// Ascending within a row.
  private(set) var reviewers: [Int32]
  private(set) var units: [Int64]
  /// What the scores hold beyond whole units; empty when none does.
  private(set) var rests: [Int32]

  init(rowStart: [Int], reviewers: [Int32], units: [Int64], rests: [Int32] = []) {
    self.rowStart = rowStart
    self.reviewers = reviewers
    self.units = units
    self.rests = rests
  }

  func row(_ paper: Int) -> Range<Int> { rowStart[paper]..<rowStart[paper + 1] }

  /// The pair's place in the table.
  func place(paper: Int, reviewer: Int) -> Int? {
    var low = rowStart[paper]
    var high = rowStart[paper + 1]
    while low < high {
      let middle = low + (high - low) / 2
      if reviewers[middle] == Int32(reviewer) { return middle }
      if reviewers[middle] < Int32(reviewer) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  func score(at place: Int) -> Score { Score(units: units[place], rest: rests.isEmpty ? 0 : rests[place]) }
}

/// The lines of a scores file as they come.
struct ScoreLines {
  private var papers: [Int32] = []
  private var reviewers: [Int32] = []
  private var units: [Int64] = []
  private var rests: [Int32] = []
  /// The line of the first score, and of each that doesn't stand on the line after the one before it.
  private var jumps: [(entry: Int, line: Int)] = []
  private var isInOrder = true

  /// Reads every line; problems are told, and what they touch is left out.
  static func read(
    _ lines: SeparatedLines, _ names: PairNames, _ problems: inout ProblemList
  ) throws(FileProblem) -> ScoreTable {
    var table = TableReader(lines, .scores)
    var scores = ScoreLines()
    while try table.next(&problems) {
      guard let pair = names.read(table, &problems) else { continue }
      guard let score = table.score(2, limit: AssignmentProblem.scoreLimit, &problems) else { continue }
      scores.append(paper: Int32(pair.paper), reviewer: Int32(pair.reviewer), score, line: table.line)
      if scores.papers.count >= Int(Int32.max) { throw FileProblem(table.file, line: table.line, "there are too many scores") }
    }
    return scores.table(file: table.file, names, &problems)
  }

  private mutating func append(paper: Int32, reviewer: Int32, _ score: Score, line: Int) {
    let entry = papers.count
    if let last = papers.last, let lastReviewer = reviewers.last, (last, lastReviewer) >= (paper, reviewer) { isInOrder = false }
    if let jump = jumps.last, jump.line + (entry - jump.entry) == line {} else { jumps.append((entry, line)) }
    papers.append(paper)
    reviewers.append(reviewer)
    units.append(score.units)
    if score.rest != 0, rests.isEmpty { rests = Array(repeating: 0, count: entry) }
    if score.rest != 0 || !rests.isEmpty { rests.append(score.rest) }
  }

  private func line(of entry: Int) -> Int {
    var low = 0
    var high = jumps.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if jumps[middle].entry <= entry { low = middle } else { high = middle }
    }
    return jumps.isEmpty ? 0 : jumps[low].line + entry - jumps[low].entry
  }

  /// Sorts by paper and reviewer: a count of each row, then each row by itself.
  private consuming func table(
    file: String, _ names: PairNames, _ problems: inout ProblemList
  ) -> ScoreTable {
    let paperCount = names.papers.count
    var rowStart = [Int](repeating: 0, count: paperCount + 1)
    for paper in papers { rowStart[Int(paper) + 1] += 1 }
    for paper in 0..<paperCount { rowStart[paper + 1] += rowStart[paper] }
    if isInOrder { return ScoreTable(rowStart: rowStart, reviewers: reviewers, units: units, rests: rests) }

    var next = rowStart
    var order = [Int32](repeating: 0, count: papers.count)
    for (entry, paper) in papers.enumerated() {
      order[next[Int(paper)]] = Int32(entry)
      next[Int(paper)] += 1
    }
    for paper in 0..<paperCount {
      let row = rowStart[paper]..<rowStart[paper + 1]
      order[row].sort { (reviewers[Int($0)], $0) < (reviewers[Int($1)], $1) }
      for place in row.dropFirst() where reviewers[Int(order[place])] == reviewers[Int(order[place - 1])] {
        let reviewer = names.reviewers.text(of: Int(reviewers[Int(order[place])]))
        problems.add(
          file, line(of: Int(order[place])),
          "paper “\(names.papers.text(of: paper))”, reviewer “\(reviewer)” has a score already in line "
            + "\(line(of: Int(order[place - 1]))). Keep one of the two")
      }
    }
    return ScoreTable(
      rowStart: rowStart, reviewers: order.map { reviewers[Int($0)] }, units: order.map { units[Int($0)] },
      rests: rests.isEmpty ? [] : order.map { rests[Int($0)] })
  }
}
