import Matching
import Testing

@Suite("Plan")
struct PlanStatisticsTests {
  @Test("Figures are those of the pairs the problem allows")
  func figures() throws {
    let problem = try AssignmentProblem(
      candidates: [
        [Candidate(reviewer: 0, score: 5), Candidate(reviewer: 1, score: 4)], [Candidate(reviewer: 0, score: -2)], [],
      ],
      demand: [2, 1, 0], loadMinimum: [0, 0, 0], loadMaximum: [2, 2, 2])
    let plan = Plan(pairs: [
      Pair(paper: 1, reviewer: 0), Pair(paper: 0, reviewer: 1), Pair(paper: 0, reviewer: 0), Pair(paper: 7, reviewer: 0),
    ])
    let statistics = PlanStatistics(plan, problem)
    #expect(statistics.totalScore == 7)
    #expect(statistics.reviewCount == 3)
    #expect(statistics.meanScore == 7.0 / 3)
    #expect(statistics.paperScores == [9, -2, 0])
    #expect(statistics.worstPaper == PlanStatistics.PaperScore(paper: 1, score: -2))
    #expect(statistics.loads == [2, 1, 0])
    #expect(statistics.loadHistogram == [1, 1, 1])
    #expect(plan.reviewers(of: 0) == [0, 1])
    #expect(plan.reviewers(of: 3).isEmpty)
    #expect(plan.papers(of: 0) == [0, 1, 7])
  }

  @Test("An empty plan of an empty problem has figures of zero")
  func empty() throws {
    let problem = try AssignmentProblem(candidates: [], demand: [], loadMinimum: [], loadMaximum: [])
    let statistics = PlanStatistics(Plan(pairs: []), problem)
    #expect(statistics.meanScore == 0 && statistics.worstPaper == nil && statistics.loadHistogram.isEmpty)
  }
}
