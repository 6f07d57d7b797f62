internal import Foundation
internal import Pages
internal import PeerReview
internal import Screening
internal import Store

/// What pages show of a submission. Callers pass only what disclosure allowed.
extension Act {
  /// The content in the words people read. `forReviewers` leaves out what only authors and chairs may read.
  func summary(_ content: SubmissionContent, _ call: Call, forReviewers: Bool) -> SubmissionSummary {
    let forReviewers = forReviewers && !Mutation.opens("reviewers read what is for chairs")
    let track = call.track(content.track)
    let statements = (track?.statements ?? []).filter { !forReviewers || $0.shownToReviewers }.compactMap { statement in
      content.answers.statements[statement.key].map { LabelledText(label: statement.label, text: $0) }
    }
    return SubmissionSummary(
      title: content.title, abstract: content.abstract, track: track?.name ?? content.track,
      topics: content.topics.compactMap { call.topic($0)?.name }, keywords: content.keywords, statements: statements,
      declarations: forReviewers ? [] : declarations(content, call),
      exceptions: forReviewers ? [] : exceptions(content.answers, call),
      preprint: forReviewers ? "" : content.answers.preprint)
  }

  private func declarations(_ content: SubmissionContent, _ call: Call) -> [LabelledText] {
    let answers = content.answers
    let asked = call.track(content.track).map { call.declarations(of: $0) } ?? []
    let exemption =
      answers.exemption.isEmpty ? [] : [LabelledText(label: "Why no author serves as a reviewer", text: answers.exemption)]
    return exemption
      + asked.compactMap { declaration in
        guard let given = answers.declarations[declaration.key], !given.isEmpty else { return nil }
        let beside = answers.declarationTexts[declaration.key] ?? ""
        switch declaration.answer {
        case .confirm: return LabelledText(label: declaration.text, text: "Confirmed")
        case .choose(let options):
          let label = options.first { $0.key == given }?.label ?? given
          return LabelledText(label: declaration.text, text: beside.isEmpty ? label : "\(label)\n\(beside)")
        }
      }
  }

  private func exceptions(_ answers: SubmissionAnswers, _ call: Call) -> [LabelledText] {
    call.dualSubmissionExceptions.compactMap { exception in
      answers.exceptions[exception.key].map { LabelledText(label: exception.label, text: $0) }
    }
  }

  /// Each slot with its versions, newest first. `accepts` prints the upload form.
  func filePanels(
    _ row: SubmissionRow, _ call: Call, slots: [FileSlot], accepts: Bool, tellsWho: Bool,
    refused: (slot: FileSlot, problems: [FieldProblem])? = nil
  ) throws -> [FilePanel] {
    let all = try session.manuscripts(of: row.id)
    return try slots.map { slot in
      let versions = try all.filter { $0.slot == slot }.map { file in
        let screening = try session.screening(of: file.id)
        let report = try screening.map { try ScreeningReport(stored: $0.report) }
        return FileVersion(
          number: file.version, sizeBytes: file.sizeBytes, sha256: file.sha256, uploadedAt: file.at,
          uploadedBy: tellsWho ? try session.person(file.by)?.displayName ?? "" : "", pages: report?.pages,
          screening: try file.deletedAt.map { .deleted(at: $0) }
            ?? state(of: file, screening, report))
      }
      return FilePanel(
        slot: slot, isRequired: FileRules.requires(slot, track: row.facts.track, call: call),
        limitBytes: slot.limitBytes(in: call),
        versions: versions,
        accepts: accepts, problems: refused?.slot == slot ? refused?.problems ?? [] : [])
    }
  }

  /// Without a report the file waits its turn, unless the inspector could not be run at all.
  func state(
    of file: ManuscriptRow, _ screening: ScreeningRow?, _ report: ScreeningReport?
  ) throws -> FileVersion.ScreeningState {
    let job = Job.screen(file.id)
    guard let screening, let report else {
      // Archives that came before archives were looked through.
      if file.slot.isArchive, try !session.isQueued(kind: job.kind, subject: job.subject) { return .kept }
      return try session.isGivenUp(kind: job.kind, subject: job.subject) ? .failed : .waiting
    }
    let count = report.findings.count
    if screening.picturedAt != nil { return .done(findings: count) }
    return try session.isQueued(kind: job.kind, subject: job.subject) ? .drawing(findings: count) : .done(findings: count)
  }

  /// Findings in the newest file of each of these slots; `picture` is the address of a drawn place.
  func findings(
    _ id: ID<Submission>, of slots: (FileSlot) -> Bool = { !$0.isFinal }, picture: (ID<ScreeningFinding>) -> Link
  ) throws -> [Pages.Finding] {
    let obstacles = try newestFiles(of: id).filter { slots($0.slot) }.compactMap { file in
      try obstacle(of: file).map { Pages.Finding(severity: .violation, slot: file.slot, sentence: $0, page: nil) }
    }
    return try obstacles + screenedFiles(of: id, picture: picture).filter { slots($0.slot) }.flatMap(\.findings)
  }

  /// The newest files nobody can open, as screening says. Submitting is not refused for it: a person may know better.
  func unreadableFiles(of id: ID<Submission>) throws -> [FieldProblem] {
    let all = try session.manuscripts(of: id)
    return try FileSlot.allCases.compactMap { slot in
      guard let newest = all.first(where: { $0.slot == slot }), let screening = try session.screening(of: newest.id) else {
        return nil
      }
      let report = try ScreeningReport(stored: screening.report)
      let isUnreadable =
        report.mainPages == nil
        && report.findings.contains { finding in
          finding.severity == .block && finding.code.hasPrefix("file.") && finding.code != "file.unsafe_path"
        }
      guard isUnreadable else { return nil }
      return FieldProblem(slot.rawValue, "Nobody can read the \(slot.rawValue): see what screening noticed, and upload it again.")
    }
  }

  /// The history as dated facts. `who` names an actor as this viewer may know them.
  func history(_ id: ID<Submission>, who: (ID<Person>?) throws -> String) throws -> [HistoryLine] {
    let events = try session.events(of: id).map { event in
      HistoryLine(at: event.at, who: try who(event.by), what: event.kind.sentence)
    }
    let files = try session.manuscripts(of: id).map {
      HistoryLine(at: $0.at, who: "", what: "\($0.slot.rawValue.capitalized) version \($0.version) uploaded")
    }
    // Of what happened in one instant, the registration comes first and the last event last.
    let inOrder = events.prefix(1) + files + events.dropFirst()
    return inOrder.enumerated().sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }.map(\.element)
  }

  /// Why the desk rejected a paper, if it did.
  func deskRejection(_ row: SubmissionRow, _ call: Call) throws -> DeskRejectionPanel? {
    guard row.facts.deskRejectedAt != nil else { return nil }
    guard let event = try session.events(of: row.id).last(where: { $0.kind == .deskRejected }) else { return nil }
    return DeskRejectionPanel(
      ground: call.desk.grounds.first { $0.key == event.ground }?.label ?? event.ground, explanation: event.note,
      decidedAt: event.at, isAppealable: call.desk.appealable, contactEmail: call.contactEmail)
  }
}

extension SubmissionEventRow.Kind {
  var sentence: String {
    switch self {
    case .registered: "Registered"
    case .submitted: "Submitted"
    case .withdrawn: "Withdrawn"
    case .deskRejected: "Rejected without review"
    case .withdrawalUndone: "Withdrawal undone"
    case .extended: "More time granted"
    }
  }
}

extension SubmissionState {
  var badge: Badge {
    switch self {
    case .draft: Badge(label: "Draft", tone: .warning)
    case .submitted: Badge(label: "Submitted", tone: .good)
    case .withdrawn: Badge(label: "Withdrawn", tone: .neutral)
    case .deskRejected: Badge(label: "Rejected without review", tone: .bad)
    }
  }
}
