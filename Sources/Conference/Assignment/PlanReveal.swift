internal import Expertise
internal import Pages
internal import PeerReview
internal import Store

/// A plan as one chair may know it: only pairs on papers they are not shut out of, and only figures made from these.
struct PlanReveal {
  let plan: PlanRow
  /// Every paper of the call the chair may know of, by number.
  let papers: [SubmissionRow]
  /// By submission number, then person.
  let pairs: [PlanPairRow]
  let names: [ID<Person>: String]
  let shortfall: PlanShortfall?

  init(_ plan: PlanRow, for viewer: Person, _ act: Act) throws {
    self.plan = plan
    papers = try act.session.submissions(chairedBy: viewer.email, in: plan.call)
    pairs = try act.session.pairs(of: plan.id, chairedBy: viewer.email)
    var names: [ID<Person>: String] = [:]
    for person in try act.session.people(in: .reviewer, at: plan.call) { names[person.id] = person.displayName }
    for pair in pairs where names[pair.person] == nil {
      names[pair.person] = try act.session.person(pair.person)?.displayName ?? "A former reviewer"
    }
    self.names = names
    shortfall = try PlanShortfall(stored: plan.explanation)
  }

  var isOpen: Bool { isAllowed(plan.requireChangeable) }

  var isBeingReleased: Bool { plan.releasedAt == nil && plan.releaseAskedBy != nil }

  /// Why the last attempt to release it did nothing, without a word of papers that a chair may not know of.
  var failure: [String] {
    plan.releaseFailed ? ["It was not released: \(Self.changed)"] : []
  }

  static let changed =
    "Conflicts or papers changed since this plan was made. Run the matcher again, or ask another chair to look."

  private var underReview: [SubmissionRow] { papers.filter { $0.facts.state == .submitted } }

  private var reviewersOf: [ID<Submission>: Int] {
    pairs.reduce(into: [:]) { $0[$1.submission, default: 0] += 1 }
  }

  /// Why numbers are not met, one sentence each.
  var shortages: [String] {
    let reader = PlanReader(
      numbers: Dictionary(underReview.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first }), names: names,
      reviewsPerSubmission: plan.reviewsPerSubmission, reviewersOf: reviewersOf)
    return shortfall?.sentences(for: reader) ?? []
  }

  /// Where the plan stands, for this chair: numbers missed only on papers they must not know of are not told.
  var state: Badge {
    if plan.releasedAt != nil { return Badge(label: "Released", tone: .good) }
    if isBeingReleased { return Badge(label: "Being released", tone: .progress) }
    switch plan.status {
    case .asked: return Badge(label: "Being made", tone: .progress)
    case .failed: return Badge(label: "Failed", tone: .bad)
    case .cancelled: return Badge(label: "Stopped", tone: .neutral)
    case .solved: return Badge(label: "Draft", tone: .neutral)
    case .infeasible:
      return shortages.isEmpty ? Badge(label: "Draft", tone: .neutral) : Badge(label: "Incomplete", tone: .warning)
    }
  }

  /// Pairs that can't be released any more, one sentence each.
  func obstacles(_ facts: MatchingFacts) -> [String] {
    let numbers = Dictionary(papers.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    return pairs.compactMap { pair in
      guard let number = numbers[pair.submission] else { return nil }
      let obstacle = facts.obstacle(Pairing(submission: pair.submission, person: pair.person))
      return obstacle?.sentence(person: names[pair.person] ?? "A reviewer", paper: number)
    }
  }

  /// Changes with every change of a pair this chair may know of, and with nothing else.
  var version: Int {
    let text = pairs.map { "\($0.submission) \($0.person)" }.joined(separator: "\n")
    return Int(Token.hash(text).prefix(12), radix: 16) ?? 0
  }

  /// Papers in the process, and others that still have pairs.
  func rows(matching query: String, _ facts: MatchingFacts) -> [PlanPage.Paper] {
    let ofPaper = Dictionary(grouping: pairs, by: \.submission)
    let words = query.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    return papers.compactMap { paper in
      let isUnderReview = paper.facts.state == .submitted
      let own = ofPaper[paper.id] ?? []
      guard isUnderReview || !own.isEmpty else { return nil }
      let shown = own.map { shownPair($0, facts) }
      let text = ([paper.number.description, paper.title] + shown.map(\.name)).joined(separator: "\n").lowercased()
      guard words.allSatisfy(text.contains) else { return nil }
      return PlanPage.Paper(
        id: paper.id, number: paper.number, title: paper.title, pairs: shown,
        wanted: isUnderReview ? plan.reviewsPerSubmission : 0)
    }
  }

  private func shownPair(_ pair: PlanPairRow, _ facts: MatchingFacts) -> PlanPage.Pair {
    let isStanding = facts.standing.contains(Pairing(submission: pair.submission, person: pair.person))
    let parts = AffinityText.parts(of: pair)
    return PlanPage.Pair(
      reviewer: pair.person, name: names[pair.person] ?? "", affinity: AffinityText.fraction(pair.score),
      parts: isStanding ? "assigned already, \(parts)" : parts, addedByHand: pair.byHand)
  }

  func reviewers(_ facts: MatchingFacts) -> [PlanPage.Reviewer] {
    let loads = pairs.reduce(into: [ID<Person>: Int]()) { $0[$1.person, default: 0] += 1 }
    return facts.reviewers.map { person in
      PlanPage.Reviewer(
        id: person.id, name: person.displayName, load: loads[person.id] ?? 0,
        loadMaximum: facts.load(person.id, of: plan.loadMaximum))
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}
