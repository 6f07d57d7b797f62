internal import PeerReview

/// What a search for many papers leads to, or what is wrong: for pages that tell it and keep what was typed.
struct TriedSearch<Planned> {
  private(set) var planned: Planned?
  private(set) var problem: SearchProblem?
  private(set) var problems: [FieldProblem]

  /// Plans nothing where there are problems already.
  init(problems: [FieldProblem], _ plan: () throws -> Planned?) throws {
    self.problems = problems
    guard problems.isEmpty else { return }
    do {
      planned = try plan()
    } catch let found as SearchProblem {
      problem = found
    } catch Refusal.invalid(let found) {
      self.problems = found
    }
  }

  /// The same for an act, which a search that is not understood refuses.
  static func required(_ plan: () throws -> Planned) throws -> Planned {
    do {
      return try plan()
    } catch let problem as SearchProblem {
      throw Refusal.invalid([FieldProblem("q", problem.message)])
    }
  }
}
