internal import Matching

/// Reads an instance's files one after the other. Each is read to its end, or to `InputProblems.limit` problems, before
/// anything is refused.
struct InstanceReading {
  private let files: InstanceFiles
  private(set) var problems = ProblemList()
  private(set) var instance: AssignmentInstance?

  init(_ files: InstanceFiles) { self.files = files }

  mutating func run() throws {
    let core = try PackedInstance.isOne(files.scores) ? readPacked() : readTables()
    let (names, table, counts, attributes) = (core.names, core.table, core.counts, core.attributes)
    let pairs = try read(files.constraints) { lines, problems in
      try ConstraintsFile(lines, names, scores: table, &problems)
    }
    let authors = try read(files.authors) { try RelationFiles.authors($0, names, &$1) } ?? []
    let constraints = SideConstraints(
      attributes: try read(files.rules) { try RulesFile.read($0, attributes, &$1) } ?? [],
      apart: try read(files.apart) { try RelationFiles.apart($0, names, &$1) } ?? [], authorship: authors,
      alternatives: try read(files.roles) { try RolesFile($0, names, &$1).alternatives(table) } ?? [],
      tracks: try trackRules(names))
    let previous = try read(files.previous) { lines, problems in
      try EarlierPlanFile(lines, papers: names.papers, reviewers: names.reviewers, &problems)
    }
    let problem = try problem(table, counts, pairs ?? ConstraintsFile(), authors: authors, names)
    instance = AssignmentInstance(
      problem: problem, constraints: constraints, previous: previous.map { Plan(pairs: $0.pairs) }, names: names,
      scores: table)
  }

  private struct Counts {
    let demandMinimum: [Int]
    let demandMaximum: [Int]
    let loadMinimum: [Int]
    let loadMaximum: [Int]
    /// Nil where the files state none.
    var loadTarget: [Int]?
  }

  private struct Core {
    let names: PairNames
    let table: ScoreTable
    let counts: Counts
    let attributes: Attributes
  }

  private mutating func readTables() throws -> Core {
    guard let papersFile = files.papers, let reviewersFile = files.reviewers else {
      throw FileProblem(files.scores, "is a table of scores, so --papers and --reviewers are needed too")
    }
    let papers = try CountsFile.papers(SeparatedLines(file: papersFile), &problems)
    let reviewers = try CountsFile.reviewers(SeparatedLines(file: reviewersFile), &problems)
    try problems.check()
    let names = PairNames(
      papers: papers.names, reviewers: reviewers.names, papersFile: papersFile, reviewersFile: reviewersFile)
    let table = try ScoreLines.read(SeparatedLines(file: files.scores), names, &problems)
    try problems.check()
    let attributes = try read(files.attributes) { try Attributes($0, names, &$1) }
    return Core(
      names: names, table: table,
      counts: Counts(
        demandMinimum: papers.minimum, demandMaximum: papers.maximum, loadMinimum: reviewers.minimum,
        loadMaximum: reviewers.maximum, loadTarget: reviewers.hasTargets ? reviewers.target : nil),
      attributes: attributes ?? Attributes())
  }

  private mutating func readPacked() throws -> Core {
    for (option, file) in [("--papers", files.papers), ("--reviewers", files.reviewers)] {
      if let file { throw FileProblem(file, "\(files.scores) carries papers and reviewers already. Leave \(option) out") }
    }
    let packed = try PackedInstance(file: files.scores)
    let names = PairNames(
      papers: .indices(packed.demandHigh.count), reviewers: .indices(packed.loadHigh.count), papersFile: files.scores,
      reviewersFile: files.scores)
    let attributes = try read(files.attributes) { try Attributes($0, names, &$1) }
    return Core(
      names: names, table: packed.table,
      counts: Counts(
        demandMinimum: packed.demandLow, demandMaximum: packed.demandHigh, loadMinimum: packed.loadLow,
        loadMaximum: packed.loadHigh),
      attributes: attributes ?? Attributes(packed))
  }

  private mutating func read<Part>(
    _ file: String?, _ body: (SeparatedLines, inout ProblemList) throws -> Part
  ) throws -> Part? {
    guard let file else { return nil }
    let part = try body(SeparatedLines(file: file), &problems)
    try problems.check()
    return part
  }

  private mutating func trackRules(_ names: PairNames) throws -> [TrackRule] {
    switch (files.tracks, files.trackLimit) {
    case (nil, nil): return []
    case (let tracks?, let limit?):
      return try read(tracks) { [TrackRule(trackOfPaper: try RelationFiles.tracks($0, names, &$1), atMost: limit)] } ?? []
    case (let tracks?, nil): throw FileProblem(tracks, "--track-limit is needed too: the most papers of one track for a reviewer")
    case (nil, .some): throw FileProblem("--track-limit", "--tracks is needed too: a file of paper,track")
    }
  }

  private func loadTargets(_ counts: Counts) throws(FileProblem) -> LoadTargets? {
    let target = counts.loadTarget
    guard let written = files.targetPrice else { return target.map { LoadTargets(load: $0) } }
    guard let target else {
      throw FileProblem("--target-price", "there are no targets. Write --reviewers as reviewer,min,target,max")
    }
    let bytes = Array(written.utf8)
    guard case .score(let price) = Score.read(bytes, 0..<bytes.count), price.rest == 0,
      (0...AssignmentProblem.scoreLimit).contains(price.units)
    else { throw FileProblem("--target-price", "“\(written)” is no price from 0 to 1000 of at most six decimals, such as 0.05") }
    return LoadTargets(load: target, price: price.units)
  }

  /// Nobody reads what they wrote.
  private func problem(
    _ table: ScoreTable, _ counts: Counts, _ pairs: ConstraintsFile, authors: [Pair], _ names: PairNames
  ) throws -> AssignmentProblem {
    let targets = try loadTargets(counts)
    do {
      return try AssignmentProblem(
        candidates: CandidateRows(rowStart: table.rowStart, reviewer: table.reviewers, score: table.units),
        demandMinimum: counts.demandMinimum, demandMaximum: counts.demandMaximum, loadMinimum: counts.loadMinimum,
        loadMaximum: counts.loadMaximum, loadTargets: targets, forbidden: pairs.forbidden + authors, forced: pairs.forced)
    } catch {
      throw FileProblem(files.constraints ?? files.scores, error.sentence(names))
    }
  }
}

extension ProblemError {
  /// What is wrong with an instance whose files are each right by themselves.
  fileprivate func sentence(_ names: PairNames) -> String {
    func pair(_ paper: Int, _ reviewer: Int) -> String {
      "paper “\(names.papers.text(of: paper))”, reviewer “\(names.reviewers.text(of: reviewer))”"
    }
    switch self {
    case .forcedAndForbidden(_, let paper, let reviewer):
      return "\(pair(paper, reviewer)) is forced, but the reviewer wrote the paper. Take the forced pair out"
    case .forcedNotCandidate(_, let paper, let reviewer):
      return "\(pair(paper, reviewer)) is forced but has no score. Give the pair a score, 0 for instance"
    case .forcedAboveDemand(let paper, let forced, let demand):
      return "paper “\(names.papers.text(of: paper))” has \(forced) forced reviewers and takes at most \(demand). Force fewer"
    case .forcedAboveLoad(let reviewer, let forced, let maximum):
      return
        "reviewer “\(names.reviewers.text(of: reviewer))” has \(forced) forced papers and takes at most \(maximum). Force fewer"
    default: return description
    }
  }
}
