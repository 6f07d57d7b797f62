public import Foundation
public import Matching

/// Where an instance's parts lie.
public struct InstanceFiles: Sendable, Hashable {
  /// `paper,reviewer,score`, or a packed `.pra` file, which carries papers, reviewers and attributes too.
  public var scores: String
  /// `paper,demand` or `paper,min,max`.
  public var papers: String?
  /// `reviewer,max`, `reviewer,min,max` or `reviewer,min,target,max`.
  public var reviewers: String?
  /// `paper,reviewer,value`: −1 forbidden, 1 forced, 0 neither.
  public var constraints: String?
  /// `reviewer,name,value`.
  public var attributes: String?
  /// `rule,name,value,number`.
  public var rules: String?
  /// `paper,author`.
  public var authors: String?
  /// `reviewer,reviewer`.
  public var apart: String?
  /// `kind,name,of`: which papers and reviewers are the same in several roles.
  public var roles: String?
  /// `paper,track`.
  public var tracks: String?
  /// The most papers of one track for a reviewer.
  public var trackLimit: Int?
  /// What each paper away from a reviewer's target costs, as a score; nil for more than any score.
  public var targetPrice: String?
  /// `paper,reviewer` or `paper,reviewer,score`.
  public var previous: String?

  public init(scores: String) { self.scores = scores }
}

/// An assignment problem with the names its files use.
///
/// Papers and reviewers are numbered in canonical order (whole numbers by value, then all else by bytes), so that the order
/// of lines in the files changes nothing.
public struct AssignmentInstance: Sendable {
  public let problem: AssignmentProblem
  public let constraints: SideConstraints
  /// The plan made before, without pairs that are gone.
  public let previous: Plan?
  let names: PairNames
  let scores: ScoreTable

  public func paperName(_ paper: Int) -> String { names.papers.text(of: paper) }

  public func reviewerName(_ reviewer: Int) -> String { names.reviewers.text(of: reviewer) }

  /// The paper's number; nil for a name that no paper has.
  public func paper(named name: String) -> Int? { names.papers.number(of: Array(name.utf8), 0..<name.utf8.count) }

  public func reviewer(named name: String) -> Int? {
    names.reviewers.number(of: Array(name.utf8), 0..<name.utf8.count)
  }

  /// The pair's score as its file has it.
  public func score(_ pair: Pair) -> Score? {
    guard problem.score(of: pair) != nil else { return nil }
    return scores.place(paper: pair.paper, reviewer: pair.reviewer).map { scores.score(at: $0) }
  }

  /// The sum of the input scores of all the plan's pairs.
  public func total(_ plan: Plan) -> Decimal { total(plan.pairs) }

  func total(_ pairs: some Sequence<Pair>) -> Decimal {
    let sum = sum(pairs)
    return Score.decimal(units: sum.units, rest: sum.rest)
  }

  /// In units and millionths of units, the second brought below one unit.
  func sum(_ pairs: some Sequence<Pair>) -> (units: Int64, rest: Int64) {
    var units: Int64 = 0
    var rest: Int64 = 0
    for pair in pairs {
      guard let score = score(pair) else { continue }
      units += score.units
      rest += Int64(score.rest)
    }
    let whole = rest / 1_000_000 - (rest % 1_000_000 < 0 ? 1 : 0)
    return (units + whole, rest - whole * 1_000_000)
  }

  /// Reads and checks everything. Refuses with all problems of the first file that has any.
  public init(reading files: InstanceFiles) throws(InputProblems) {
    var reading = InstanceReading(files)
    do {
      try reading.run()
    } catch let problem as FileProblem {
      throw InputProblems(problems: reading.problems.problems + [problem])
    } catch let problems as InputProblems {
      throw problems
    } catch {
      throw InputProblems(problems: [FileProblem(files.scores, "\(error)")])
    }
    guard let instance = reading.instance else {
      throw InputProblems(problems: [FileProblem(files.scores, "holds no instance")])
    }
    self = instance
  }

  init(
    problem: AssignmentProblem, constraints: SideConstraints, previous: Plan?, names: PairNames, scores: ScoreTable
  ) {
    self.problem = problem
    self.constraints = constraints
    self.previous = previous
    self.names = names
    self.scores = scores
  }
}
