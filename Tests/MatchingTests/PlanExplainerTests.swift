import Testing

@testable import Matching

@Suite("Explaining a plan")
struct PlanExplainerTests {
  /// The highest total of a problem that can be met; nil when it can't.
  private func optimum(_ input: ProblemInput) throws -> Int64? {
    guard let problem = try? input.problem() else { return nil }
    guard case .optimal(let plan, _) = OptimalAssignment.solve(problem, seed: 1) else { return nil }
    return PlanStatistics(plan, problem).totalScore
  }

  @Test("Turning a pair over costs exactly what the optimum with that pair forced or forbidden falls by", arguments: 0..<300)
  func exchangeIsExact(seed: Int) throws {
    let input = ProblemInput.tiny(seed: seed)
    let problem = try input.problem()
    guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 3) else { return }
    let explainer = PlanExplainer(problem, plan, duals: duals)
    let total = PlanStatistics(plan, problem).totalScore
    for paper in 0..<problem.paperCount {
      for candidate in problem.candidates(of: paper)
      where !problem.forced.contains(Pair(paper: paper, reviewer: candidate.reviewer)) {
        let pair = Pair(paper: paper, reviewer: candidate.reviewer)
        var other = input
        if plan.pairs.contains(pair) { other.forbidden.append(pair) } else { other.forced.append(pair) }
        let expected = try optimum(other)
        let exchange = try #require(explainer.explain(pair)).exchange
        #expect(exchange.map { total - $0.cost } == expected, "seed \(seed), \(pair)")
        if let exchange { try checkMoves(exchange, pair, plan, problem, total) }
      }
    }
  }

  /// The moves, done one after the other, give a plan that meets everything and has the total promised.
  private func checkMoves(
    _ exchange: Exchange, _ pair: Pair, _ plan: Plan, _ problem: AssignmentProblem, _ total: Int64
  ) throws {
    var pairs = plan.pairs
    for move in exchange.moves {
      if let from = move.from { pairs.removeAll { $0 == Pair(paper: move.paper, reviewer: from) } }
      if let to = move.to { pairs.append(Pair(paper: move.paper, reviewer: to)) }
    }
    let changed = Plan(pairs: pairs)
    #expect(Verifier.verify(changed, problem) == [])
    #expect(PlanStatistics(changed, problem).totalScore == total - exchange.cost)
    #expect(changed.pairs.contains(pair) != plan.pairs.contains(pair))
  }

  @Test(
    "A pair's worth is at least 0 in the plan and at most 0 outside, and never promises more than the exchange",
    arguments: 0..<100)
  func worthBoundsTheExchange(seed: Int) throws {
    let problem = try ProblemInput.tiny(seed: seed).problem()
    guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 3) else { return }
    let explainer = PlanExplainer(problem, plan, duals: duals)
    for paper in 0..<problem.paperCount {
      for candidate in problem.candidates(of: paper) {
        let found = try #require(explainer.explain(Pair(paper: paper, reviewer: candidate.reviewer)))
        let worth = try #require(found.worth)
        if found.isForced { continue }
        #expect(found.isAssigned ? worth >= 0 : worth <= 0)
        if let exchange = found.exchange { #expect(exchange.cost >= abs(worth)) }
      }
    }
  }

  @Test("Why a reviewer doesn't read a paper: a lower score, or a place that is needed elsewhere")
  func reasons() throws {
    // Both papers want reviewer 0, who has one place; reviewer 2 suits neither.
    let problem = try AssignmentProblem(
      candidates: [
        [.init(reviewer: 0, score: 9), .init(reviewer: 1, score: 7), .init(reviewer: 2, score: 1)],
        [.init(reviewer: 0, score: 8), .init(reviewer: 1, score: 2), .init(reviewer: 2, score: 1), .init(reviewer: 3, score: 8)],
      ], demand: [1, 1], loadMinimum: [0, 0, 0, 0], loadMaximum: [1, 1, 1, 0])
    guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 1) else {
      Issue.record("not solved")
      return
    }
    let explainer = PlanExplainer(problem, plan, duals: duals)
    let first = try #require(explainer.explain(paper: 0))
    #expect(first.assigned.map(\.pair.reviewer) == [1])
    #expect(first.absent.map(\.reviewer) == [0, 2])
    guard case .neededElsewhere(let price) = first.absent[0].reason else {
      Issue.record("\(first.absent[0])")
      return
    }
    #expect((2...6).contains(price))
    #expect(first.absent[1].reason == .lowerScore(lowest: 7))
    #expect(explainer.explain(paper: 1)?.absent.map(\.reason) == [.noPlaces, .lowerScore(lowest: 8), .lowerScore(lowest: 8)])
    #expect(explainer.explain(paper: 2) == nil && explainer.explain(Pair(paper: 0, reviewer: 9)) == nil)
    #expect(PlanExplainer(problem, plan, duals: nil).explain(paper: 0)?.absent.map(\.reason) == [.full, .lowerScore(lowest: 7)])
  }

  @Test("Figures name the worst served, the wishes missed, the prices of places and how even it is")
  func figures() throws {
    let problem = try AssignmentProblem(
      candidates: [
        [.init(reviewer: 0, score: 9), .init(reviewer: 1, score: 7)],
        [.init(reviewer: 0, score: 8), .init(reviewer: 1, score: 2)], [],
      ], demand: [1, 1, 0], loadMinimum: [0, 0], loadMaximum: [1, 1])
    guard case .optimal(let plan, let duals) = OptimalAssignment.solve(problem, seed: 1) else {
      Issue.record("not solved")
      return
    }
    let figures = PlanExplainer(problem, plan, duals: duals).figures(bins: 2)
    #expect(figures.totalScore == 15 && figures.pairCount == 2)
    #expect(figures.histogram == .init(lowest: 7, highest: 8, counts: [1, 1]))
    #expect(figures.worstPapers == [.init(paper: 0, score: 7), .init(paper: 1, score: 8)])
    #expect(figures.unmetWishes == [.init(pair: Pair(paper: 0, reviewer: 0), score: 9, missed: 2)])
    #expect(figures.loadPrices.first?.reviewer == 0)
    #expect(figures.fairness?.lowest == 7 && figures.fairness?.mean == 7.5)
    #expect(abs((figures.fairness?.gini ?? 0) - 1.0 / 30) < 1e-12)
    #expect(figures.predictability == .init(highest: 1, mean: 1, possiblePairs: 2))
    let drawn = PlanExplainer(problem, plan, duals: nil).figures(
      marginals: Marginals(
        denominator: 4,
        entries: [
          .init(pair: Pair(paper: 0, reviewer: 1), units: 2), .init(pair: Pair(paper: 0, reviewer: 0), units: 2),
          .init(pair: Pair(paper: 1, reviewer: 0), units: 3), .init(pair: Pair(paper: 1, reviewer: 1), units: 1),
        ]))
    #expect(drawn.predictability == .init(highest: 0.75, mean: 0.5, possiblePairs: 4))
    #expect(drawn.loadPrices.isEmpty)
  }
}
