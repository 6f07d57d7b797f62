internal import Foundation
internal import Matching

/// What somebody asks about a plan: the plan, a paper, or a pair, by name.
enum NamedQuestion: Sendable {
  case plan
  case paper(Int)
  case pair(Pair)

  /// Refuses names that no paper or reviewer has.
  init(_ names: [String], _ instance: AssignmentInstance) throws(FileProblem) {
    guard let first = names.first else {
      self = .plan
      return
    }
    guard let paper = instance.paper(named: first) else {
      throw FileProblem("--explain", "there is no paper “\(first)” in \(instance.names.papersFile)")
    }
    guard names.count > 1 else {
      self = .paper(paper)
      return
    }
    guard let reviewer = instance.reviewer(named: names[1]) else {
      throw FileProblem("--explain", "there is no reviewer “\(names[1])” in \(instance.names.reviewersFile)")
    }
    self = .pair(Pair(paper: paper, reviewer: reviewer))
  }
}

/// Explains a plan in sentences, with the names of the files.
struct ExplanationWords {
  private let explainer: PlanExplainer
  private let outcome: MethodOutcome
  private let instance: AssignmentInstance
  private static let absentLimit = 20

  init(_ outcome: MethodOutcome, _ instance: AssignmentInstance) {
    self.outcome = outcome
    self.instance = instance
    explainer = PlanExplainer(instance.problem, outcome.plan, duals: outcome.duals)
  }

  func lines(on question: NamedQuestion) -> [String] {
    switch question {
    case .plan: figures(explainer.figures(marginals: outcome.marginals))
    case .paper(let paper): explainer.explain(paper: paper).map(lines) ?? []
    case .pair(let pair): explainer.explain(pair).map(lines) ?? []
    }
  }

  private func paper(_ paper: Int) -> String { "paper \(instance.paperName(paper))" }

  private func reviewer(_ reviewer: Int) -> String { "reviewer \(instance.reviewerName(reviewer))" }

  private func number(_ units: Int64) -> String { "\(Score.decimal(units: units))" }

  private func lines(_ found: PairExplanation) -> [String] {
    let names = "\(paper(found.pair.paper)) and \(reviewer(found.pair.reviewer))"
    guard let score = found.score else { return ["\(names) can't be together: the pair has no score or is forbidden."] }
    var lines = ["\(names): score \(number(score)), \(found.isAssigned ? "in the plan" : "not in the plan")."]
    if found.isForced { lines.append("The pair is forced.") }
    if let marginals = outcome.marginals { lines.append("Its probability was \(marginals.probability(of: found.pair)).") }
    if let worth = found.worth {
      lines.append(
        found.isAssigned
          ? "By the prices of the two it is worth \(number(worth)) more than the next best use of their places."
          : worth == 0
            ? "By the prices of the two it brings no more than what their places bring."
            : "By the prices of the two it falls \(number(-worth)) short of what their places bring.")
    }
    guard let exchange = found.exchange else {
      if !found.isForced { lines.append("Nothing can be exchanged so that it is otherwise and all numbers are met.") }
      return lines
    }
    let way = found.isAssigned ? "Without the pair" : "With the pair"
    let cost =
      exchange.cost == 0
      ? "does not change" : exchange.cost > 0 ? "falls by \(number(exchange.cost))" : "rises by \(number(-exchange.cost))"
    lines.append("\(way) the total \(cost):")
    return lines + exchange.moves.map(move)
  }

  private func move(_ move: Exchange.Move) -> String {
    switch (move.from, move.to) {
    case (let from?, let to?): "- \(paper(move.paper)) goes from \(reviewer(from)) to \(reviewer(to))"
    case (nil, let to?): "- \(paper(move.paper)) goes to \(reviewer(to)) as well"
    case (let from?, nil): "- \(reviewer(from)) gives up \(paper(move.paper))"
    case (nil, nil): "- \(paper(move.paper)) stays"
    }
  }

  private func lines(_ found: PaperExplanation) -> [String] {
    var lines = ["\(paper(found.paper)) is read by:"]
    lines += found.assigned.map { pair in
      "- \(reviewer(pair.pair.reviewer)), score \(number(pair.score ?? 0))\(pair.isForced ? ", forced" : "")"
    }
    if found.assigned.isEmpty { lines.append("- nobody") }
    lines.append(found.absent.isEmpty ? "Nobody else can take it." : "Who else could have taken it:")
    lines += found.absent.prefix(Self.absentLimit).map { "- \(reviewer($0.reviewer)), score \(number($0.score)): \(words($0))" }
    if found.absent.count > Self.absentLimit { lines.append("- and \(found.absent.count - Self.absentLimit) more") }
    return lines
  }

  private func words(_ candidate: AbsentCandidate) -> String {
    switch candidate.reason {
    case .lowerScore(let lowest): "no higher than \(number(lowest)), the lowest of those who have it"
    case .neededElsewhere(let price): "all \(candidate.load) places are taken, and one is worth \(number(price)) elsewhere"
    case .atTarget: "has \(candidate.load) papers, as many as their target or more"
    case .full: "all \(candidate.load) places are taken"
    case .placesOwed: "the paper's places are owed to others, by forced pairs or least loads"
    case .otherAim: "the method minds more than the total score, or drew another lot"
    case .noPlaces: "takes no papers"
    }
  }

  private func figures(_ figures: PlanFigures) -> [String] {
    var lines = ["\(figures.pairCount) reviews, total \(number(figures.totalScore))"]
    let histogram = figures.histogram
    let counts = histogram.counts.map(String.init).joined(separator: " ")
    lines.append(
      "Scores from \(number(histogram.lowest)) to \(number(histogram.highest)) in \(histogram.counts.count) steps: \(counts)")
    if let fairness = figures.fairness {
      lines.append(
        "Papers' sums: lowest \(number(fairness.lowest)), mean of the lowest tenth \(rounded(fairness.lowestTenthMean)), mean "
          + "\(rounded(fairness.mean)), highest \(number(fairness.highest)), Gini \(String(format: "%.4f", fairness.gini))")
    }
    let chance = figures.predictability
    lines.append(
      String(format: "A pair's probability: at most %.4f, %.4f on average over ", chance.highest, chance.mean)
        + "\(chance.possiblePairs) pairs that can be")
    lines += section("Worst served:", figures.worstPapers.map { "\(paper($0.paper)), sum \(number($0.score))" })
    lines += section(
      "Wishes not met (\(figures.unmetWishCount)), the largest:",
      figures.unmetWishes.map {
        "\(paper($0.pair.paper)), \(reviewer($0.pair.reviewer)): score \(number($0.score)), \(number($0.missed)) missed"
      })
    lines += section(
      "What one place more would bring at most, or a least load costs:",
      figures.loadPrices.map { "\(reviewer($0.reviewer)): \(number($0.price))" })
    lines += section(
      "What forced pairs cost:",
      figures.forcedPrices.map { "\(paper($0.pair.paper)), \(reviewer($0.pair.reviewer)): \(number($0.cost))" })
    return lines
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines.map { "- " + $0 }
  }

  private func rounded(_ units: Double) -> String { String(format: "%.6f", units / Double(Score.unitsPerOne)) }
}
