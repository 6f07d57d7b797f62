internal import Matching
internal import Pages
internal import PeerReview
internal import Store

extension PlanReveal {
  /// How the plan was asked for, in words.
  var methodWords: String {
    let numbers =
      "\(plan.reviewsPerSubmission) reviews a paper, \(plan.loadMinimum) to \(plan.loadMaximum) papers a reviewer, "
      + "seed \(plan.seed)"
    let method =
      switch plan.method.kind {
      case .optimal: "Greatest total affinity"
      case .fair: "The worst-served paper first, then total affinity"
      case .randomized: "Drawn by lot, no pair likelier than \(plan.method.limit)"
      case .perturbed: "Drawn by lot from spread probabilities, no pair likelier than \(plan.method.limit)"
      }
    return "\(method); \(numbers)."
  }

  /// What the matcher is at.
  var stepWords: String {
    switch plan.step {
    case "reading": "It reads the numbers."
    case "solving": "It searches for the plan."
    case "writing": "It writes the plan down."
    default: "It has not begun yet."
    }
  }

  func statistics(_ facts: MatchingFacts, _ guarantee: FairnessGuarantee?) -> PlanPage.Statistics {
    let loads = reviewers(facts).map(\.load)
    var byLoad = [Int](repeating: 0, count: (loads.max() ?? -1) + 1)
    for load in loads { byLoad[load] += 1 }
    var byAffinity = [Int](repeating: 0, count: 10)
    for pair in pairs { byAffinity[AffinityText.bin(pair.score, of: 10)] += 1 }
    let served = servedWorstFirst
    let tenth = served.prefix(max(1, served.count / 10)).map(\.affinity)
    let wishes = wishes(facts)
    return PlanPage.Statistics(
      meanAffinity: AffinityText.mean(pairs.map(\.score)), lowestPaperAffinity: served.first?.affinity ?? 0,
      lowestTenthAffinity: tenth.isEmpty ? 0 : tenth.reduce(0, +) / Double(tenth.count),
      worstPapers: Array(served.prefix(10)), wishes: wishes.all, wishesMet: wishes.met,
      pairsWithBid: pairs.count { $0.bidScore != nil }, pairs: pairs.count, reviewersByLoad: byLoad,
      pairsByAffinity: byAffinity, guarantee: guarantee.map(pageGuarantee))
  }

  /// Sums over a paper's reviewers as means.
  private func pageGuarantee(_ guarantee: FairnessGuarantee) -> PlanPage.Guarantee {
    let reviews = Double(max(1, plan.reviewsPerSubmission))
    return PlanPage.Guarantee(
      affinity: AffinityText.fraction(guarantee.floor) / reviews, bound: AffinityText.fraction(guarantee.ceiling) / reviews)
  }

  /// Papers under review by the mean affinity of their reviewers.
  private var servedWorstFirst: [PlanPage.ServedPaper] {
    let ofPaper = Dictionary(grouping: pairs, by: \.submission)
    return papers.filter { $0.facts.state == .submitted }.map { paper in
      PlanPage.ServedPaper(
        id: paper.id, number: paper.number, title: paper.title,
        affinity: AffinityText.mean(ofPaper[paper.id]?.map(\.score) ?? []))
    }.sorted { ($0.affinity, $0.number) < ($1.affinity, $1.number) }
  }

  /// Bids for a paper that this chair may know of, and how many of them the plan grants.
  private func wishes(_ facts: MatchingFacts) -> (all: Int, met: Int) {
    let known = Set(papers.filter { $0.facts.state == .submitted }.map(\.id))
    let wished = facts.bids.filter { $0.value > 0 && known.contains($0.key.submission) && facts.obstacle($0.key) == nil }
    let held = Set(pairs.map { Pairing(submission: $0.submission, person: $0.person) })
    return (wished.count, wished.keys.count { held.contains($0) })
  }
}
