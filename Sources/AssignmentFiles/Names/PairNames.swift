internal import Matching

/// The papers and reviewers of an instance, by name.
struct PairNames: Sendable {
  let papers: NameTable
  let reviewers: NameTable
  /// The files they come from, as the caller named them.
  let papersFile: String
  let reviewersFile: String

  /// The pair in a row's first two columns; an unknown name is told.
  func read(_ table: TableReader, _ problems: inout ProblemList) -> Pair? {
    let paper = paper(table, 0, &problems)
    let reviewer = reviewer(table, 1, &problems)
    guard let paper, let reviewer else { return nil }
    return Pair(paper: paper, reviewer: reviewer)
  }

  func paper(_ table: TableReader, _ column: Int, _ problems: inout ProblemList) -> Int? {
    if let paper = papers.number(of: table.bytes, table.field(column)) { return paper }
    problems.add(
      table.file, table.line, "paper “\(table.text(column))” is not in \(papersFile). Add it there, or take this line out")
    return nil
  }

  func reviewer(_ table: TableReader, _ column: Int, _ problems: inout ProblemList) -> Int? {
    if let reviewer = reviewers.number(of: table.bytes, table.field(column)) { return reviewer }
    problems.add(
      table.file, table.line, "reviewer “\(table.text(column))” is not in \(reviewersFile). Add them there, or take this line out"
    )
    return nil
  }
}
