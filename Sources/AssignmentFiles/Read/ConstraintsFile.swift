internal import Matching

/// Pairs that must not be, and pairs that must.
struct ConstraintsFile {
  private(set) var forbidden: [Pair] = []
  private(set) var forced: [Pair] = []

  init() {}

  /// Values are −1 for forbidden, 1 for forced and 0 for neither. A pair may be repeated, not contradicted.
  init(
    _ lines: SeparatedLines, _ names: PairNames, scores: ScoreTable, _ problems: inout ProblemList
  ) throws(FileProblem) {
    var table = TableReader(lines, .constraints)
    var said: [Pair: (value: Int64, line: Int)] = [:]
    while try table.next(&problems) {
      guard let value = Self.value(table, &problems), let pair = names.read(table, &problems) else { continue }
      if let earlier = said[pair] {
        if earlier.value != value {
          problems.add(
            table.file, table.line, "line \(earlier.line) gives this pair the value \(earlier.value). Keep one of the two")
        }
        continue
      }
      said[pair] = (value, table.line)
      if value < 0 { forbidden.append(pair) }
      guard value > 0 else { continue }
      if scores.place(paper: pair.paper, reviewer: pair.reviewer) == nil {
        problems.add(
          table.file, table.line,
          "paper “\(table.text(0))”, reviewer “\(table.text(1))” is forced but has no score. Give the pair a score, 0 for instance"
        )
      } else {
        forced.append(pair)
      }
    }
  }

  private static func value(_ table: TableReader, _ problems: inout ProblemList) -> Int64? {
    if case .score(let number) = Score.read(table.bytes, table.field(2)), number.rest == 0,
      number.units % Score.unitsPerOne == 0, abs(number.units) <= Score.unitsPerOne
    {
      return number.units / Score.unitsPerOne
    }
    problems.add(
      table.file, table.line, "the value is “\(table.text(2))”; −1 (forbidden), 1 (forced) or 0 (neither) belongs here")
    return nil
  }
}
