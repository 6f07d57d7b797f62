import Matching
import Testing

@Suite("Problem input")
struct ProblemErrorTests {
  private let sound = ProblemInput(
    candidates: [[Candidate(reviewer: 0, score: 1), Candidate(reviewer: 1, score: 2)], [Candidate(reviewer: 0, score: 3)]],
    demand: [1, 1], loadMinimum: [0, 0], loadMaximum: [2, 2])

  private func expect(_ error: ProblemError, _ change: (inout ProblemInput) -> Void) {
    var input = sound
    change(&input)
    let changed = input
    #expect(throws: error) { try changed.problem() }
    #expect(!error.description.isEmpty)
  }

  @Test("Lists of the wrong length are refused")
  func lengths() {
    expect(.lengthMismatch(.candidates, expected: 2, found: 1)) { $0.candidates.removeLast() }
    expect(.lengthMismatch(.candidates, expected: 0, found: 2)) { $0.demand = [] }
    expect(.lengthMismatch(.loadMinimum, expected: 2, found: 3)) { $0.loadMinimum.append(0) }
    let limit = AssignmentProblem.sizeLimit
    expect(.tooMany(.demand, found: limit + 1, limit: limit)) { $0.demand = Array(repeating: 0, count: limit + 1) }
    expect(.tooMany(.loadMaximum, found: limit + 1, limit: limit)) {
      $0.loadMaximum = Array(repeating: 0, count: limit + 1)
    }
  }

  @Test("Negative and huge counts are refused by field and index")
  func counts() {
    let limit = AssignmentProblem.countLimit
    expect(.countOutOfRange(.demand, index: 1, value: -1, limit: limit)) { $0.demand[1] = -1 }
    expect(.countOutOfRange(.demand, index: 0, value: .max, limit: limit)) { $0.demand[0] = .max }
    expect(.countOutOfRange(.loadMinimum, index: 1, value: .min, limit: limit)) { $0.loadMinimum[1] = .min }
    expect(.countOutOfRange(.loadMaximum, index: 0, value: .max, limit: limit)) { $0.loadMaximum[0] = .max }
    expect(.minimumAboveMaximum(reviewer: 1, minimum: 3, maximum: 2)) { $0.loadMinimum[1] = 3 }
  }

  @Test("Indices outside the problem are refused")
  func indices() {
    expect(.unknownReviewer(.candidates, index: 1, reviewer: 2)) { $0.candidates[1][0].reviewer = 2 }
    expect(.unknownReviewer(.candidates, index: 1, reviewer: .max)) { $0.candidates[1][0].reviewer = .max }
    expect(.unknownReviewer(.candidates, index: 0, reviewer: -1)) { $0.candidates[0][1].reviewer = -1 }
    expect(.unknownPaper(.forbidden, index: 0, paper: -1)) { $0.forbidden = [Pair(paper: -1, reviewer: 0)] }
    expect(.unknownReviewer(.forbidden, index: 0, reviewer: .min)) { $0.forbidden = [Pair(paper: 0, reviewer: .min)] }
    expect(.unknownPaper(.forced, index: 1, paper: 2)) {
      $0.forced = [Pair(paper: 0, reviewer: 0), Pair(paper: 2, reviewer: 0)]
    }
    expect(.unknownReviewer(.forced, index: 0, reviewer: 9)) { $0.forced = [Pair(paper: 0, reviewer: 9)] }
  }

  @Test("Scores beyond the limit are refused")
  func scores() {
    let above = AssignmentProblem.scoreLimit + 1
    expect(.scoreOutOfRange(paper: 0, reviewer: 1, score: above)) { $0.candidates[0][1].score = above }
    expect(.scoreOutOfRange(paper: 0, reviewer: 1, score: .min)) { $0.candidates[0][1].score = .min }
  }

  @Test("A candidate listed twice is refused, in any order")
  func duplicates() {
    expect(.duplicateCandidate(paper: 0, reviewer: 0)) { $0.candidates[0].append(Candidate(reviewer: 0, score: 9)) }
  }

  @Test("Forced pairs that contradict the rest are refused")
  func forcedPairs() {
    expect(.forcedNotCandidate(index: 0, paper: 1, reviewer: 1)) { $0.forced = [Pair(paper: 1, reviewer: 1)] }
    expect(.forcedAndForbidden(index: 0, paper: 0, reviewer: 1)) {
      $0.forced = [Pair(paper: 0, reviewer: 1)]
      $0.forbidden = [Pair(paper: 0, reviewer: 1)]
    }
    expect(.forcedAboveDemand(paper: 0, forced: 2, demand: 1)) {
      $0.forced = [Pair(paper: 0, reviewer: 1), Pair(paper: 0, reviewer: 0)]
    }
    expect(.forcedAboveLoad(reviewer: 0, forced: 2, maximum: 1)) {
      $0.loadMaximum[0] = 1
      $0.forced = [Pair(paper: 0, reviewer: 0), Pair(paper: 1, reviewer: 0)]
    }
  }

  @Test("Repeated forced and forbidden pairs are harmless, and reading outside the problem gives nothing")
  func harmless() throws {
    var input = sound
    input.forced = [Pair(paper: 1, reviewer: 0), Pair(paper: 1, reviewer: 0)]
    input.forbidden = [Pair(paper: 0, reviewer: 0), Pair(paper: 0, reviewer: 0), Pair(paper: 1, reviewer: 1)]
    let problem = try input.problem()
    #expect(problem.forced == [Pair(paper: 1, reviewer: 0)])
    #expect(problem.candidateCount == 2)
    #expect(problem.candidates(of: -1).isEmpty && problem.candidates(of: 2).isEmpty)
    #expect(problem.candidates(of: 0) == [Candidate(reviewer: 1, score: 2)])
    #expect(problem.score(of: Pair(paper: 0, reviewer: 0)) == nil)
    #expect(problem.score(of: Pair(paper: .max, reviewer: .min)) == nil)
    #expect(problem.score(of: Pair(paper: 1, reviewer: 0)) == 3)
  }
}
