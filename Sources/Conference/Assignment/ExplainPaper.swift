internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// Why a paper has its reviewers in the plan, for the chair the reveal is for. Refuses `notFound` for a paper that they must
  /// not know of or that has no part in the plan.
  func explanation(
    of submission: ID<Submission>, _ reveal: PlanReveal, _ facts: MatchingFacts
  ) throws -> PlanPage.Explanation {
    let own = reveal.pairs.filter { $0.submission == submission }
    guard let paper = reveal.papers.first(where: { $0.id == submission }),
      paper.facts.state == .submitted || !own.isEmpty
    else { throw Refusal.notFound }
    var facts = facts
    facts.texts = try texts(of: submission, reveal.plan.call)
    return PaperReasons(paper, reveal, facts, try prices(of: reveal)).explanation
  }

  /// The prices of a matching of just the papers this chair may know of, of those the plan was made for: which of them have left the
  /// process since is not to be felt, nor may prices that come from them be shown.
  func prices(of reveal: PlanReveal) throws -> PlanPrices? {
    // Of a plan from before that was kept nothing tells which prices come from what.
    if reveal.plan.papers.isEmpty { return nil }
    let known = Set(reveal.papers.map(\.id))
    let hidden = reveal.plan.papers.filter { !known.contains($0) }
    let stored = try session.prices(ofPapers: PlanPrices.key(hiding: hidden), in: reveal.plan.id)
    return stored.flatMap(PlanPrices.init(stored:))
  }
}

/// Tells why a paper has the reviewers it has. Made of what one chair may know of only: loads count the papers they may know
/// of, and prices come from a matching of these alone.
private struct PaperReasons {
  private let paper: SubmissionRow
  private let reveal: PlanReveal
  private let facts: MatchingFacts
  private let prices: PlanPrices?
  /// Those who have the paper, best affinity first.
  private let assigned: [Candidate]
  /// Those who could have it, best affinity first.
  private let others: [Candidate]
  private static let othersLimit = 15

  private struct Candidate {
    let person: ID<Person>
    let name: String
    let score: Int64
    /// What one of their places is worth; 0 without prices.
    let price: Int64
    let load: Int
    let loadMaximum: Int
    let isStanding: Bool
  }

  init(_ paper: SubmissionRow, _ reveal: PlanReveal, _ facts: MatchingFacts, _ prices: PlanPrices?) {
    self.paper = paper
    self.reveal = reveal
    self.facts = facts
    self.prices = prices
    let held = Set(reveal.pairs.filter { $0.submission == paper.id }.map(\.person))
    let all = reveal.reviewers(facts).map { person in
      let pairing = Pairing(submission: paper.id, person: person.id)
      return Candidate(
        person: person.id, name: person.name, score: facts.score(pairing), price: prices?.people[person.id.text] ?? 0,
        load: person.load, loadMaximum: person.loadMaximum, isStanding: facts.standing.contains(pairing))
    }.sorted { ($1.score, $0.name, $0.person) < ($0.score, $1.name, $1.person) }
    assigned = all.filter { held.contains($0.person) }
    others = all.filter { candidate in
      !held.contains(candidate.person)
        && facts.obstacle(Pairing(submission: paper.id, person: candidate.person)) == nil
    }
  }

  var explanation: PlanPage.Explanation {
    let barred = facts.reviewers.filter { facts.shutOut.contains(Pairing(submission: paper.id, person: $0.id)) }
    return PlanPage.Explanation(
      id: paper.id, number: paper.number, title: paper.title, assigned: assigned.map { line($0, reason: replacing($0)) },
      others: others.prefix(Self.othersLimit).map { line($0, reason: absence($0)) },
      othersLeftOut: max(0, others.count - Self.othersLimit), barred: barred.map(\.displayName).sorted())
  }

  private func line(_ candidate: Candidate, reason: String) -> PlanPage.Explanation.Line {
    let pairing = Pairing(submission: paper.id, person: candidate.person)
    let told = AffinityText.parts(of: facts.pair(pairing, byHand: false))
    return PlanPage.Explanation.Line(
      name: candidate.name, affinity: AffinityText.fraction(candidate.score),
      parts: ([told] + facts.texts.marks(pairing).map(AffinityText.words)).joined(separator: ", "),
      load: "\(candidate.load) of \(candidate.loadMaximum) papers", reason: reason)
  }

  /// What it would cost to take the paper from someone who has it.
  private func replacing(_ candidate: Candidate) -> String {
    if candidate.isStanding { return "Assigned already, so every plan keeps the pair." }
    let able = others.filter { prices != nil || $0.load < $0.loadMaximum }
    guard let next = able.max(by: { ($0.score - $0.price, $1.name) < ($1.score - $1.price, $0.name) }) else {
      return "Nobody else could take the paper."
    }
    let step = "Without them \(next.name) would be next, affinity \(AffinityText.decimal(next.score))"
    if prices == nil { return step + "." }
    let loss = candidate.score - candidate.price - next.score + next.price
    let place = next.price > 0 ? ", with a place that is worth \(AffinityText.decimal(next.price)) elsewhere" : ""
    return loss > 0
      ? "\(step)\(place): the total falls by at least \(AffinityText.decimal(loss))."
      : "\(step)\(place): the total hardly changes."
  }

  private func absence(_ candidate: Candidate) -> String {
    if candidate.loadMaximum == 0 { return "Takes no papers." }
    if assigned.count >= reveal.plan.reviewsPerSubmission, let lowest = assigned.last, candidate.score <= lowest.score {
      return "Suits the paper no better than \(lowest.name)."
    }
    if candidate.price > 0 {
      return "Wanted elsewhere: one of their places is worth \(AffinityText.decimal(candidate.price)) on other papers."
    }
    if candidate.load >= candidate.loadMaximum { return "All their places are taken." }
    switch reveal.plan.method.kind {
    case .optimal: return "The plan as a whole gains more without this pair, or least loads and standing pairs took the place."
    case .fair: return "Papers that are served worse come first."
    case .randomized, .perturbed: return "The lot fell on others."
    }
  }
}
