internal import Matching

/// `kind,name,of`: papers and reviewers that stand in an instance once for each role, and which paper or person each is, such as
/// `paper,17-meta,17` and `reviewer,ann-meta,ann`. What has no line is itself alone.
struct RolesFile {
  /// For each paper and each reviewer, the first of those that are the same.
  private var samePaper: [Int]
  private var samePerson: [Int]

  init(_ lines: SeparatedLines, _ names: PairNames, _ problems: inout ProblemList) throws(FileProblem) {
    var table = TableReader(lines, .roles)
    var paperOf: [Int: String] = [:]
    var personOf: [Int: String] = [:]
    while try table.next(&problems) {
      switch table.text(0) {
      case "paper":
        if let paper = names.paper(table, 1, &problems) { Self.note(paper, in: &paperOf, table, &problems) }
      case "reviewer":
        if let reviewer = names.reviewer(table, 1, &problems) { Self.note(reviewer, in: &personOf, table, &problems) }
      case let kind:
        problems.add(table.file, table.line, "“\(kind)” is no kind; paper or reviewer belongs here")
      }
    }
    samePaper = Self.groups(names.papers, paperOf)
    samePerson = Self.groups(names.reviewers, personOf)
  }

  private static func note(_ number: Int, in known: inout [Int: String], _ table: TableReader, _ problems: inout ProblemList) {
    if let earlier = known[number], earlier != table.text(2) {
      problems.add(
        table.file, table.line, "\(table.text(0)) “\(table.text(1))” is “\(earlier)” by an earlier line. Keep one of the two")
    }
    known[number] = table.text(2)
  }

  private static func groups(_ names: NameTable, _ of: [Int: String]) -> [Int] {
    var first: [String: Int] = [:]
    return (0..<names.count).map { number in
      let name = of[number] ?? names.text(of: number)
      if let known = first[name] { return known }
      first[name] = number
      return number
    }
  }

  /// Nobody reads a paper in two roles: of the pairs that are the same person on the same paper at most one is taken.
  func alternatives(_ table: ScoreTable) -> [PairOfPairs] {
    var taken: [Pair: [Pair]] = [:]
    for paper in samePaper.indices {
      for place in table.rowStart[paper]..<table.rowStart[paper + 1] {
        let pair = Pair(paper: paper, reviewer: Int(table.reviewers[place]))
        taken[Pair(paper: samePaper[paper], reviewer: samePerson[pair.reviewer]), default: []].append(pair)
      }
    }
    return taken.keys.sorted().flatMap { key -> [PairOfPairs] in
      let pairs = taken[key] ?? []
      return pairs.indices.flatMap { first in pairs[..<first].map { PairOfPairs($0, pairs[first]) } }
    }
  }
}
