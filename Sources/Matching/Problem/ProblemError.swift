/// Why an assignment problem was refused. Every case names the field and the index at fault.
///
/// A problem that is well formed but cannot be satisfied is no error: solving it gives `Outcome.shortfall`.
public enum ProblemError: Error, Sendable, Hashable {
  /// The parts of a problem that an error can name.
  public enum Field: String, Sendable, Hashable {
    case candidates, demand, loadMinimum, loadMaximum, loadTargets, forbidden, forced
  }

  /// A per-paper or per-reviewer list has the wrong number of entries.
  case lengthMismatch(Field, expected: Int, found: Int)
  /// There are more papers, reviewers or candidate pairs than the engine counts to.
  case tooMany(Field, found: Int, limit: Int)
  /// `demand`, `loadMinimum` or `loadMaximum` at `index` lies outside `0...limit`.
  case countOutOfRange(Field, index: Int, value: Int, limit: Int)
  /// The rows of candidates before or after the paper's do not follow one another from the first candidate to the last.
  case rowsOutOfOrder(paper: Int)
  /// The paper's minimum demand is above the maximum demand.
  case minimumDemandAboveMaximum(paper: Int, minimum: Int, maximum: Int)
  /// The reviewer's minimum load is above the maximum load.
  case minimumAboveMaximum(reviewer: Int, minimum: Int, maximum: Int)
  /// The reviewer's target load is below the minimum or above the maximum.
  case targetOutsideLoads(reviewer: Int, target: Int, minimum: Int, maximum: Int)
  /// The price of a paper away from a target is below 0 or above `AssignmentProblem.scoreLimit`.
  case targetPriceOutOfRange(Int64)
  /// The pair names a paper that does not exist. `index` is its place in the list named by the field.
  case unknownPaper(Field, index: Int, paper: Int)
  /// The entry names a reviewer that does not exist. For `candidates`, `index` is the paper.
  case unknownReviewer(Field, index: Int, reviewer: Int)
  /// The score's magnitude is above `AssignmentProblem.scoreLimit`.
  case scoreOutOfRange(paper: Int, reviewer: Int, score: Int64)
  /// The reviewer is listed twice among the paper's candidates.
  case duplicateCandidate(paper: Int, reviewer: Int)
  /// The forced pair has no score: the reviewer is not among the paper's candidates.
  case forcedNotCandidate(index: Int, paper: Int, reviewer: Int)
  /// The pair is both forced and forbidden.
  case forcedAndForbidden(index: Int, paper: Int, reviewer: Int)
  /// More pairs are forced on the paper than it asks reviews for.
  case forcedAboveDemand(paper: Int, forced: Int, demand: Int)
  /// More pairs are forced on the reviewer than their maximum load.
  case forcedAboveLoad(reviewer: Int, forced: Int, maximum: Int)
}

extension ProblemError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .lengthMismatch(let field, let expected, let found):
      "\(field.rawValue): \(found) entries where \(expected) are expected"
    case .tooMany(let field, let found, let limit):
      "\(field.rawValue): \(found) entries, at most \(limit) are allowed"
    case .countOutOfRange(let field, let index, let value, let limit):
      "\(field.rawValue)[\(index)]: \(value) is outside 0...\(limit)"
    case .rowsOutOfOrder(let paper):
      "candidates: the rows around paper \(paper) are out of order"
    case .minimumDemandAboveMaximum(let paper, let minimum, let maximum):
      "demand[\(paper)]: the minimum \(minimum) is above the maximum \(maximum)"
    case .minimumAboveMaximum(let reviewer, let minimum, let maximum):
      "loadMinimum[\(reviewer)]: \(minimum) is above loadMaximum[\(reviewer)] = \(maximum)"
    case .targetOutsideLoads(let reviewer, let target, let minimum, let maximum):
      "loadTargets[\(reviewer)]: \(target) is outside \(minimum)...\(maximum)"
    case .targetPriceOutOfRange(let price):
      "loadTargets: the price \(price) is outside 0...\(AssignmentProblem.scoreLimit)"
    case .unknownPaper(let field, let index, let paper):
      "\(field.rawValue)[\(index)]: there is no paper \(paper)"
    case .unknownReviewer(let field, let index, let reviewer):
      "\(field.rawValue)[\(index)]: there is no reviewer \(reviewer)"
    case .scoreOutOfRange(let paper, let reviewer, let score):
      "candidates[\(paper)], reviewer \(reviewer): score \(score) is outside ±\(AssignmentProblem.scoreLimit)"
    case .duplicateCandidate(let paper, let reviewer):
      "candidates[\(paper)]: reviewer \(reviewer) is listed twice"
    case .forcedNotCandidate(let index, let paper, let reviewer):
      "forced[\(index)]: reviewer \(reviewer) is not a candidate for paper \(paper)"
    case .forcedAndForbidden(let index, let paper, let reviewer):
      "forced[\(index)]: paper \(paper) and reviewer \(reviewer) are also forbidden"
    case .forcedAboveDemand(let paper, let forced, let demand):
      "forced: paper \(paper) has \(forced) forced reviewers and asks for \(demand)"
    case .forcedAboveLoad(let reviewer, let forced, let maximum):
      "forced: reviewer \(reviewer) has \(forced) forced papers and takes at most \(maximum)"
    }
  }
}
