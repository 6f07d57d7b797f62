internal import Conference
internal import Pages
internal import PeerReview

/// Who takes part in artifact evaluation, and what was registered.
struct ArtifactCast {
  let chair: SamplePerson
  let evaluators: [SamplePerson]
  /// Accepted papers with an artifact, by their place in the plan.
  var registered: [(place: Int, id: ID<Submission>)] = []
}

extension Rehearsal {
  /// Appoints a committee for artifacts and registers those of two accepted papers out of three. Nil where the call has no
  /// artifact evaluation or nobody could evaluate.
  func registerArtifacts(_ accepted: [(place: Int, id: ID<Submission>)]) async throws -> ArtifactCast? {
    guard call.artifacts != nil, !accepted.isEmpty else { return nil }
    let busy = Set(plan.reviewers.map(\.person.email) + plan.chairs.map(\.email))
    let places = Set(accepted.map(\.place))
    let happy = Set(plan.papers.enumerated().filter { places.contains($0.offset) }.flatMap(\.element.authors).map(\.email))
    let free = plan.authors.filter { !busy.contains($0.email) && !happy.contains($0.email) }
    guard let chair = free.first, free.count > 3 else { return nil }
    var made = ArtifactCast(chair: chair, evaluators: Array(free.dropFirst().prefix(max(4, accepted.count))))
    try await cast.appoint(chair, .artifactChair)
    for evaluator in made.evaluators { try await cast.appoint(evaluator, .evaluator) }
    for (index, paper) in accepted.enumerated() where index % 3 != 2 || accepted.count < 3 {
      let desk = try await cast.author(contact(of: plan.papers[paper.place]))
      try await desk.registerArtifact(paper.id)
      try await fill(paper.place, paper.id, desk, complete: index % 7 != 5)
      made.registered.append(paper)
      tally.count(.archived, "artifacts registered")
    }
    let unhappy = papers.sorted { $0.key < $1.key }.first { $0.value.isUnderReview && !places.contains($0.key) }
    if let (place, paper) = unhappy {
      try await mustBeRefused("an artifact of a rejected paper") {
        try await cast.author(contact(of: plan.papers[place])).registerArtifact(paper.id)
      }
    }
    try await mustBeRefused("artifacts for a program chair") {
      _ = try await conference.artifactChairDesk(for: cast.viewer(plan.chairs[0])).overview()
    }
    try await mustBeRefused("papers for an artifact chair") { _ = try await cast.chair(chair).submissionTable() }
    return made
  }

  private func fill(_ place: Int, _ id: ID<Submission>, _ desk: AuthorDesk, complete: Bool) async throws {
    guard let policy = call.artifacts else { return }
    let sample = plan.papers[place]
    let badges = policy.badges.map(\.kind).filter { $0 != .replicated }.prefix(2 + place % 3)
    var content = ArtifactContent(
      description: "The code and the data behind “\(sample.title)”.",
      claims: [ArtifactClaim(claim: "The main result holds.", experiments: "Run `make figures`, then compare figure 4.")],
      hardware: "One machine with 16 cores and 64 GB of memory.", duration: "Two hours.", access: "Nothing is needed.",
      badges: Array(badges))
    if content.badges.contains(.available) { content.location = "https://doi.org/10.5281/zenodo.\(1_000_000 + place)" }
    var wrong = content
    wrong.location = "https://github.com/example/artifact"
    if wrong.badges.contains(.available) {
      try await mustBeRefused("a code host as an archive") { try await desk.saveArtifact(id, basedOn: 1, wrong) }
    }
    if !complete { content.claims = [] }
    try await desk.saveArtifact(id, basedOn: 1, content)
    let upload = try await desk.beginArtifactUpload(to: ArtifactSlot.archive, of: id)
    try upload.append([0x50, 0x4B, 0x03, 0x04] + Array("artifact of \(place)".utf8))
    _ = try await upload.finish()
  }

  /// The whole evaluation, from preferences to the release of badges.
  func evaluateArtifacts(_ made: ArtifactCast) async throws {
    guard let policy = call.artifacts, let first = made.registered.first else { return }
    let calendar = policy.calendar
    clock.advance(to: calendar.registration)
    for (index, evaluator) in made.evaluators.enumerated() {
      let desk = try await cast.evaluator(evaluator)
      let levels = call.bidding.levels.map(\.key)
      let choices = try await desk.home().choices
      let wishes = choices.enumerated().map { ($0.element.id, levels[($0.offset + index) % levels.count]) }
      try await desk.prefer(Dictionary(wishes, uniquingKeysWith: { first, _ in first }))
    }
    clock.advance(to: calendar.artifact)
    let author = try await cast.author(contact(of: plan.papers[first.place]))
    try await mustBeRefused("an artifact changed after it was due") {
      _ = try await author.beginArtifactUpload(to: ArtifactSlot.archive, of: first.id)
    }
    let chair = try await cast.artifactChair(made.chair)
    tally.count(.archived, "artifacts assigned", try await chair.assignAutomatically())
    try await runner.runDue()
    clock.advance(to: calendar.kickTheTires.adding(.days(-1)))
    for (index, evaluator) in made.evaluators.enumerated() { try await kickTheTires(evaluator, index) }
    clock.advance(to: calendar.answers.adding(.hours(-5)))
    for paper in made.registered {
      let desk = try await cast.author(contact(of: plan.papers[paper.place]))
      if try await desk.artifact(paper.id).dialogue.messages.isEmpty { continue }
      try await desk.writeToEvaluators(paper.id, text: "Thank you. Version 3.11 of the interpreter is needed; we say so now.")
    }
    clock.advance(to: calendar.evaluation.adding(.hours(-5)))
    for evaluator in made.evaluators { try await handIn(evaluator, policy) }
    try await decideBadges(chair, calendar)
    try await runner.runDue()
    let page = try await author.artifact(first.id)
    guard case .shown = page.outcomes else {
      tally.violations.append("badges hidden after their release")
      return
    }
  }

  private func kickTheTires(_ evaluator: SamplePerson, _ index: Int) async throws {
    let desk = try await cast.evaluator(evaluator)
    for task in try await desk.home().tasks {
      let outcome = KickTheTires.allCases[index % 2]
      try await desk.report(task.id, outcome, text: outcome == .works ? "" : "The set-up script stops at line 12.")
      if outcome != .works { try await desk.write(task.id, text: "Which version of the interpreter do you use?") }
      tally.count(.archived, "kick-the-tires reports")
    }
  }

  private func handIn(_ evaluator: SamplePerson, _ policy: ArtifactPolicy) async throws {
    let desk = try await cast.evaluator(evaluator)
    for (index, task) in try await desk.home().tasks.enumerated() {
      let page = try await desk.evaluation(task.id)
      var content = EvaluationContent(
        toAuthors: "It was a pleasure to run.", nominates: index == 0, nomination: "It runs anywhere.")
      for badge in page.badges {
        let recommends = badge.kind != .reusable
        content.recommendations[badge.kind.rawValue] = recommends
        if recommends { content.checks += badge.checklist.map { "\(badge.kind.rawValue).\($0.key)" } }
      }
      try await desk.save(task.id, basedOn: page.version, content, submits: true)
      tally.count(.archived, "artifact evaluations")
    }
  }

  private func decideBadges(_ chair: ArtifactChairDesk, _ calendar: ArtifactCalendar) async throws {
    for row in try await chair.overview().rows where row.state != .incomplete {
      for badge in try await chair.artifact(row.id).badges {
        let awards = badge.badge != .reusable && row.evaluations > 0
        try await chair.decide(badge.badge, on: row.id, awards: awards, note: awards ? "" : "The interfaces are not documented.")
        tally.count(.archived, awards ? "badges awarded" : "badges not awarded")
      }
    }
    try await mustBeRefused("badges before their day") { try await chair.releaseBadges(confirmed: true) }
    clock.advance(to: calendar.badges)
    try await chair.releaseBadges(confirmed: true)
    try await mustBeRefused("badges released twice") { try await chair.releaseBadges(confirmed: true) }
  }
}
