public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// The matcher's numbers as a chair typed them.
  public struct PlanNumbers: Hashable, Sendable {
    public let reviewsPerSubmission: Int
    public let loadMinimum: Int
    public let loadMaximum: Int
    public let seed: Int
    /// The method's name and its probability limit, as typed.
    public let method: String
    public let limit: String
    public let perturbation: String

    public init(
      reviewsPerSubmission: Int, loadMinimum: Int, loadMaximum: Int, seed: Int,
      method: String = PlanMethod.Kind.optimal.rawValue, limit: String = "0.5",
      perturbation: String = "0.5"
    ) {
      self.reviewsPerSubmission = reviewsPerSubmission
      self.loadMinimum = loadMinimum
      self.loadMaximum = loadMaximum
      self.seed = seed
      self.method = method
      self.limit = limit
      self.perturbation = perturbation
    }
  }

  /// Coverage, the matcher's form and the plans so far, newest first. All counts are over papers this chair may know of;
  /// the form begins with the call's numbers unless `posted` holds what a refused attempt said.
  public func assignmentPage(posted: PlanNumbers? = nil, problems: [FieldProblem] = []) async throws -> AssignmentPage {
    try await conference.look { act in
      let call = try load(act).call
      let plans = try act.session.plans(of: self.call).map { try PlanReveal($0, for: viewer, act) }
      let closed = try closedReason(call, act)
      let numbers =
        posted
        ?? PlanNumbers(
          reviewsPerSubmission: call.assignment.reviewsPerSubmission, loadMinimum: call.assignment.loadMinimum,
          loadMaximum: call.assignment.loadMaximum, seed: plans.count + 1)
      return AssignmentPage(
        coverage: try coverage(call, act), seed: numbers.seed, reviewsPerSubmission: numbers.reviewsPerSubmission,
        loadMinimum: numbers.loadMinimum, loadMaximum: numbers.loadMaximum, method: numbers.method, limit: numbers.limit,
        perturbation: numbers.perturbation,
        accepts: closed.isEmpty,
        closedReason: closed, plans: try plans.map { try row($0, act) }, problems: problems,
        infeasible: plans.first.map { $0.plan.releasedAt == nil ? $0.shortages : [] } ?? [],
        hasMetareviews: call.metareviews != nil, hasDelegations: call.assignment.delegation != .no)
    }
  }

  /// Asks the matcher for a plan and returns its id; a job solves it. Refused before submissions close, after decisions are
  /// released, for numbers out of bounds, and when there are no reviewers. The same numbers posted again within ten minutes,
  /// while their plan is still being made, give that plan.
  public func askForPlan(
    reviewsPerSubmission: Int, loadMinimum: Int, loadMaximum: Int, seed: Int, method: PlanMethod = PlanMethod(.optimal)
  ) async throws -> ID<Plan> {
    try await conference.act { act in
      let call = try load(act).call
      try AssignmentRules.plan(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
      try AssignmentRules.policy(reviews: reviewsPerSubmission, minimum: loadMinimum, maximum: loadMaximum)
      if try act.session.people(in: .reviewer, at: self.call).isEmpty {
        throw Refusal.invalid([FieldProblem("", "There are no reviewers yet. Invite some first.")])
      }
      let plan = PlanRow(
        id: act.newID(), call: self.call, seed: Int64(seed), reviewsPerSubmission: reviewsPerSubmission,
        loadMinimum: loadMinimum, loadMaximum: loadMaximum, method: method, askedBy: viewer.id, askedAt: act.now)
      if let earlier = try act.session.plans(of: self.call).first(where: { $0.asksTheSame(as: plan) }) { return earlier.id }
      try act.session.add(plan)
      try act.record(
        "ask for plan", by: viewer, at: self.call, about: plan.id.text,
        "\(reviewsPerSubmission) reviews a paper, load \(loadMinimum) to \(loadMaximum), seed \(seed), \(method.kind.rawValue)")
      try act.enqueue(.solve(plan.id))
      return plan.id
    }
  }

  /// Stops the matcher's work on a plan. One that is made already stays as it is.
  public func cancelPlan(_ id: ID<Plan>) async throws {
    try await conference.act { act in
      _ = try load(act)
      let plan = try plan(id, act)
      guard try act.session.cancelPlan(plan.id, at: act.now) else { return }
      try act.record("cancel plan", by: viewer, at: self.call, about: plan.id.text)
    }
  }

  func closedReason(_ call: Call, _ act: Act) throws -> String {
    do {
      try AssignmentRules.plan(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
      return ""
    } catch Refusal.notYetOpen {
      return "The matcher can run once submissions are closed."
    } catch Refusal.closed {
      return "Decisions are released. Assignments don't change any more."
    }
  }

  private func coverage(_ call: Call, _ act: Act) throws -> AssignmentPage.Coverage {
    let facts = try act.matchingFacts(self.call, chairedBy: viewer)
    let own = facts.papers
    let ownIDs = Set(own.map(\.id))
    let needed = call.assignment.reviewsPerSubmission
    let scarce = own.compactMap { paper -> AssignmentPage.Scarce? in
      let eligible = facts.reviewers.count { facts.obstacle(Pairing(submission: paper.id, person: $0.id)) == nil }
      if eligible >= needed { return nil }
      return AssignmentPage.Scarce(id: paper.id, number: paper.number, title: paper.title, eligible: eligible)
    }
    let bidders = Set(facts.bids.keys.filter { ownIDs.contains($0.submission) }.map(\.person))
    return AssignmentPage.Coverage(
      submissions: own.count, reviewers: facts.reviewers.count, reviewsNeeded: own.count * needed,
      reviewsPossible: facts.reviewers.reduce(0) { $0 + facts.load($1.id, of: call.assignment.loadMaximum) },
      reviewersWithBids: facts.reviewers.count { bidders.contains($0.id) },
      reviewersWithExpertise: facts.reviewers.count { facts.hasExpertise($0.id) },
      conflicts: facts.shutOut.count { ownIDs.contains($0.submission) }, scarce: scarce)
  }

  private func row(_ reveal: PlanReveal, _ act: Act) throws -> AssignmentPage.PlanRow {
    AssignmentPage.PlanRow(
      id: reveal.plan.id, madeAt: reveal.plan.askedAt,
      madeBy: try act.session.person(reveal.plan.askedBy)?.displayName ?? "", state: reveal.state,
      pairs: reveal.pairs.count, meanAffinity: AffinityText.mean(reveal.pairs.map(\.score)))
  }
}

extension PlanRow {
  /// Whether both wait for the same numbers. A plan that waits for long may be one whose job was given up.
  fileprivate func asksTheSame(as other: PlanRow) -> Bool {
    status == .asked && other.askedAt.since(askedAt) < .minutes(10) && seed == other.seed
      && reviewsPerSubmission == other.reviewsPerSubmission
      && loadMinimum == other.loadMinimum && loadMaximum == other.loadMaximum && method == other.method
  }
}
