import Matching
import Testing

@Suite("Shortfall")
struct ShortfallTests {
  private func shortfall(of problem: AssignmentProblem) throws -> Shortfall {
    guard case .shortfall(let shortfall) = OptimalAssignment.solve(problem, seed: 1) else {
      throw Unexpected()
    }
    #expect(Verifier.verifyShortfall(shortfall, problem) == [])
    return shortfall
  }

  private struct Unexpected: Error {}

  private func row(_ reviewers: [Int], score: Int64 = 1) -> [Candidate] {
    reviewers.map { Candidate(reviewer: $0, score: score) }
  }

  @Test("A chair is told which papers need how many reviews, and who has room for how many")
  func namesTheBottleneck() throws {
    // Papers 1, 2 and 4 can be read by reviewers 0 and 3 alone; the rest has plenty.
    let scarce = row([0, 3])
    let plenty = row([1, 2, 4])
    let problem = try AssignmentProblem(
      candidates: [plenty, scarce, scarce, plenty, scarce], demand: [2, 2, 2, 2, 2],
      loadMinimum: [0, 0, 0, 0, 0], loadMaximum: [2, 4, 4, 1, 4])
    let shortfall = try shortfall(of: problem)
    #expect(
      shortfall.paperBottlenecks == [
        PaperBottleneck(papers: [1, 2, 4], reviewers: [0, 3], neededReviews: 6, roomReviews: 3)
      ])
    #expect(shortfall.papers.reduce(0) { $0 + $1.missingReviews } == 3)
    #expect(shortfall.plan.pairs.count == 7)
    #expect(shortfall.reviewers.isEmpty && shortfall.loadBottlenecks.isEmpty)
  }

  @Test("Unrelated bottlenecks are told apart, and a paper with too few candidates is one of its own")
  func separatesBottlenecks() throws {
    let problem = try AssignmentProblem(
      candidates: [row([0]), row([0]), row([1, 2]), row([])], demand: [1, 1, 3, 2],
      loadMinimum: [0, 0, 0], loadMaximum: [1, 9, 9])
    let shortfall = try shortfall(of: problem)
    #expect(
      shortfall.paperBottlenecks == [
        PaperBottleneck(papers: [0, 1], reviewers: [0], neededReviews: 2, roomReviews: 1),
        PaperBottleneck(papers: [2], reviewers: [1, 2], neededReviews: 3, roomReviews: 2),
        PaperBottleneck(papers: [3], reviewers: [], neededReviews: 2, roomReviews: 0),
      ])
  }

  @Test("With too few places the better pair is kept, wherever it stands")
  func keepsTheBestScore() throws {
    for best in 0..<3 {
      let problem = try AssignmentProblem(
        candidates: (0..<3).map { row([0], score: $0 == best ? 10 : 1) }, demand: [1, 1, 1],
        loadMinimum: [0], loadMaximum: [1])
      #expect(try shortfall(of: problem).plan.pairs == [Pair(paper: best, reviewer: 0)])
    }
  }

  @Test("More reviews go before score")
  func reviewsGoFirst() throws {
    // Reviewer 0 on paper 0 scores most but would leave paper 1 without a reader; paper 2 has none in any plan.
    let problem = try AssignmentProblem(
      candidates: [
        [Candidate(reviewer: 0, score: 1_000_000_000), Candidate(reviewer: 1, score: -1_000_000_000)], row([0]), [],
      ],
      demand: [1, 1, 1], loadMinimum: [0, 0], loadMaximum: [1, 1])
    let shortfall = try shortfall(of: problem)
    #expect(shortfall.plan.pairs == [Pair(paper: 0, reviewer: 1), Pair(paper: 1, reviewer: 0)])
    #expect(shortfall.papers == [PaperShortage(paper: 2, missingReviews: 1)])
  }

  @Test("Reviewers whose minimum load can't be met are named with the papers they may read")
  func namesUnderloadedReviewers() throws {
    let problem = try AssignmentProblem(
      candidates: [row([0, 1, 2]), row([1, 2]), row([2])], demand: [1, 1, 1],
      loadMinimum: [2, 2, 0], loadMaximum: [3, 3, 3])
    let shortfall = try shortfall(of: problem)
    #expect(shortfall.papers.isEmpty && shortfall.paperBottlenecks.isEmpty)
    #expect(shortfall.reviewers.reduce(0) { $0 + $1.missingPapers } == 2)
    #expect(
      shortfall.loadBottlenecks == [
        LoadBottleneck(reviewers: [0, 1], papers: [0, 1], neededPapers: 4, roomPapers: 2)
      ])
  }

  @Test("Forced pairs elsewhere take room away")
  func forcedPairsTakeRoom() throws {
    let problem = try AssignmentProblem(
      candidates: [row([0]), row([0])], demand: [1, 1], loadMinimum: [0], loadMaximum: [1],
      forced: [Pair(paper: 1, reviewer: 0)])
    let shortfall = try shortfall(of: problem)
    #expect(
      shortfall.paperBottlenecks == [PaperBottleneck(papers: [0], reviewers: [0], neededReviews: 1, roomReviews: 0)])
    #expect(shortfall.plan.pairs == [Pair(paper: 1, reviewer: 0)])
  }

  @Test("A demand of a million reviews nobody can give is answered, not worked through")
  func hugeDemand() throws {
    let problem = try AssignmentProblem(
      candidates: [row([0, 1]), row([0, 1])], demand: [1_000_000, 1_000_000], loadMinimum: [0, 0], loadMaximum: [5, 5])
    #expect(try shortfall(of: problem).papers.map(\.missingReviews) == [999_998, 999_998])
  }

  @Test("A conference with too few places is solved and proven short")
  func shortConference() throws {
    let input = ProblemInput.dense(papers: 60, reviewers: 40, demand: 3, minimum: 3, maximum: 4, spread: 1000, seed: 3)
    let shortfall = try shortfall(of: try input.problem())
    #expect(shortfall.plan.pairs.count == 160)
    #expect(shortfall.papers.reduce(0) { $0 + $1.missingReviews } == 20)
  }
}
