internal import Pages
internal import PeerReview
internal import Store

/// What several pages about artifacts show alike, each for viewers who may see it.
extension Act {
  /// Paper and artifact; `base` is the address files and the visit stand under.
  func summary(_ artifact: EvaluatedArtifact, file: (String) -> Link, visit: Link) -> ArtifactSummary {
    let paper = artifact.paper.files.map { row in
      let isAppendix = [.appendix, .finalAppendix].contains(row.slot)
      return ArtifactSummary.File(
        label: isAppendix ? "Its appendix (PDF)" : "The accepted paper (PDF)",
        link: file(isAppendix ? "paper-appendix" : "paper"),
        sizeBytes: row.sizeBytes)
    }
    let own = ArtifactSlot.allCases.compactMap { slot in
      artifact.newest(slot).map { ArtifactSummary.File(label: slot.label, link: file(slot.rawValue), sizeBytes: $0.sizeBytes) }
    }
    return ArtifactSummary(
      number: artifact.paper.row.number, title: artifact.paper.title, abstract: artifact.paper.abstract,
      authors: artifact.paper.authors, content: artifact.row.content, badges: artifact.requestedLabels, paperFiles: paper,
      files: own, visit: artifact.row.content.location.isEmpty ? nil : visit)
  }

  func visitPage(_ artifact: EvaluatedArtifact, back: Link) throws -> VisitPage {
    let location = artifact.row.content.location
    guard !location.isEmpty else { throw Refusal.notFound }
    let identifier = ArchivalIdentifier(location)
    let address = identifier?.address ?? location
    return VisitPage(
      number: artifact.paper.row.number, location: location, address: WebAddress(address).flatMap { Link(web: $0.text) },
      host: WebAddress(address)?.host ?? location, isArchival: identifier != nil, back: back)
  }

  /// Reports and messages; evaluators by letter, authors by name.
  func dialogue(
    _ artifact: EvaluatedArtifact, accepts: Bool, typed: String = "", problems: [FieldProblem] = []
  ) throws -> ArtifactDialogue {
    let evaluations = try session.evaluations(of: artifact.row.id, everEnded: true)
    let letters = Dictionary(evaluations.map { ($0.id, EvaluatorLetter.name($0.letter)) }, uniquingKeysWith: { $1 })
    let reports = try evaluations.flatMap { evaluation in
      try session.reports(of: evaluation.id).map {
        ArtifactDialogue.Report(who: letters[evaluation.id] ?? "", outcome: $0.outcome, text: $0.text, at: $0.at)
      }
    }.sorted { ($0.at, $0.who) < ($1.at, $1.who) }
    let messages = try session.messages(of: artifact.row.id)
    // Evaluators' names are not even loaded.
    let authors = try session.people(messages.filter { $0.evaluation == nil }.map(\.person))
    return ArtifactDialogue(
      reports: reports,
      messages: messages.map { message in
        let who = message.evaluation.map { letters[$0] ?? "" } ?? authors[message.person]?.displayName ?? "An author"
        return ArtifactDialogue.Message(who: who, text: message.text, at: message.at)
      }, accepts: accepts, due: artifact.policy.calendar.answers, typed: typed, problems: problems)
  }

  /// An evaluation that was handed in; nil before. `forChairs` adds what authors and evaluators never read.
  func card(
    _ evaluation: EvaluationRow, _ artifact: EvaluatedArtifact, heading: String, forChairs: Bool
  ) throws -> EvaluationCard? {
    guard let form = try session.submittedForm(of: evaluation.id) else { return nil }
    let verdicts = artifact.requested.map { badge in
      EvaluationCard.Verdict(
        badge: artifact.policy.label(badge), recommends: form.content.recommends(badge),
        checks: (artifact.policy.badge(badge)?.checklist ?? []).map {
          .init(text: $0.text, holds: form.content.checks.contains("\(badge.rawValue).\($0.key)"))
        })
    }
    return EvaluationCard(
      heading: heading, at: form.at, verdicts: verdicts, toAuthors: form.content.toAuthors,
      toChairs: forChairs ? form.content.toChairs : nil,
      nomination: forChairs && form.content.nominates ? form.content.nomination : nil)
  }

  /// What became of each badge requested.
  func outcomes(_ artifact: EvaluatedArtifact) throws -> [BadgeOutcome] {
    let decided = try session.badgeDecisions(on: artifact.row.id)
    return artifact.requested.compactMap { badge in
      decided.first { $0.badge == badge }.map {
        BadgeOutcome(label: artifact.policy.label(badge), isAwarded: $0.isAwarded, note: $0.note)
      }
    }
  }

  /// Badges of a paper as they are printed; none before the release.
  func awardedBadges(of submission: ID<Submission>, _ call: Call) throws -> [(badge: ArtifactBadge, address: String)] {
    guard let policy = call.artifacts, try session.badgesReleasedAt(call.id) != nil,
      let row = try session.artifact(of: submission), row.withdrawnAt == nil
    else { return [] }
    let requested = Set(row.content.badges)
    let awarded = Set(try session.badgeDecisions(on: row.id).filter { $0.isAwarded && requested.contains($0.badge) }.map(\.badge))
    let address = ArchivalIdentifier(row.content.location)?.address ?? ""
    return ArtifactBadge.shown(awarded).filter { policy.badge($0) != nil }.map { ($0, $0 == .available ? address : "") }
  }
}
