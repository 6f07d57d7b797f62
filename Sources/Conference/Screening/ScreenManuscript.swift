internal import PeerReview
internal import Screening
internal import Store

extension Conference {
  /// Looks at one uploaded file and keeps the report, then pictures of the pages its findings stand on. Run twice, it keeps
  /// the same report. A file that was looked at before is judged by what was seen then.
  ///
  /// Throws when the inspector could not be run at all, so that the job is tried again; whatever the file does to the
  /// inspector is a finding, never a fault.
  func screen(_ id: ID<Manuscript>, with inspector: any Inspector) async throws {
    guard let task = try await look({ try $0.screeningTask(id) }) else { return }
    let judged = try await judged(task, with: inspector)
    let findings = judged.report.identified(in: id)
    let pages = Self.pagesToDraw(judged.report).filter { !task.drawnPages.contains($0) }
    let report = try judged.report.stored()
    try await act { act in
      try act.session.put(
        ScreeningRow(
          manuscript: id, report: report, counts: judged.report.counts, inspection: judged.inspection,
          callVersion: task.callVersion, picturedAt: pages.isEmpty ? act.now : nil, at: act.now))
      try act.session.put(findings.map { $0.row(of: id) }, of: id)
      try act.session.index(text: judged.text, of: id)
      // What is shared follows from the words alone, whatever the rules: one comparison a file.
      let isNew = task.inspection == nil && judged.inspection != nil
      if isNew, task.slot == .manuscript, act.conference.sameness.compares { try act.enqueue(.compare(id)) }
      try act.record("screen", bySystem: "job", at: task.call, about: task.submission.text, task.slot.rawValue)
    }
    if !pages.isEmpty { try await draw(pages, of: id, in: task.path, with: inspector) }
  }

  /// Judges files of a call again that were judged by an earlier version of it, a few at a time, so that new uploads don't
  /// wait for all of them. Returns whether there are more.
  func screenAgain(_ call: ID<Call>, with inspector: any Inspector) async throws -> Bool {
    let (version, files) = try await look { act in
      let version = try act.call(call).version
      return (
        version, try act.session.screenedBefore(callVersion: version, in: call, limit: Self.filesAtOnce)
      )
    }
    for file in files {
      try await screen(file, with: inspector)
      // Also one that can't be judged, such as of a paper without a track, is done with.
      try await act { try $0.session.markScreened(file, callVersion: version) }
    }
    return files.count == Self.filesAtOnce
  }

  private static let filesAtOnce = 20

  private struct Judged: Sendable {
    let report: ScreeningReport
    /// Words outside the list of references, in the order they are read; empty for a file that could not be read.
    let text: String
    /// The file that holds what was seen; nil when a second look may see more.
    let inspection: String?
  }

  private func judged(_ task: ScreeningTask, with inspector: any Inspector) async throws -> Judged {
    if let known = task.inspection, let lines = try? bytes(of: known) { return judged(lines, task, keptAs: { _ in known }) }
    switch await inspector.inspect(task.path, isArchive: task.slot.isArchive) {
    case .seen(let lines):
      // What a limit ended could go better another time.
      return try judged(lines, task, keptAs: { $0.isWhole ? try keep(lines) : nil })
    case .failed(let failure):
      if let report = Screening.screen(failure) { return Judged(report: report, text: "", inspection: nil) }
      throw InspectionUnavailable(failure: failure)
    }
  }

  private func judged(
    _ lines: [UInt8], _ task: ScreeningTask, keptAs kept: (Inspection.Ending) throws -> String?
  ) rethrows -> Judged {
    let seen = SeenFile(
      lines, isArchive: task.slot.isArchive, rules: task.rules, form: task.form, isForReviewers: task.slot.isForReviewers)
    let words = task.slot == .manuscript ? seen.paper.map { PaperWords($0).words } ?? [] : []
    return Judged(
      report: seen.report.narrowed(to: task.slot), text: words.joined(separator: " "), inspection: try kept(seen.ending))
  }
}

/// The inspector itself is missing or refused to run; says nothing about the file.
struct InspectionUnavailable: Error {
  let failure: InspectionFailure
}

/// All that screening needs to know, loaded in one snapshot.
struct ScreeningTask: Sendable {
  let call: ID<Call>
  let callVersion: Int
  let submission: ID<Submission>
  let slot: FileSlot
  let path: String
  let rules: FormatRules
  let form: FormFacts
  /// What the inspector saw before.
  let inspection: String?
  let drawnPages: Set<Int>
}

extension Act {
  /// Nil when the file or its paper is gone, or the paper has no track yet to screen by.
  func screeningTask(_ id: ID<Manuscript>) throws -> ScreeningTask? {
    guard let file = try session.manuscript(id), file.deletedAt == nil, let row = try session.submission(file.submission) else {
      return nil
    }
    let versioned = try call(row.call)
    guard let track = versioned.call.track(row.facts.track) ?? versioned.call.tracks.first else { return nil }
    let final = file.slot.isFinal ? try session.cameraReady(of: row.id)?.final : nil
    let listed = try session.authors(of: row.id, version: row.facts.version)
    let authors = final?.authors.map(Self.formAuthor) ?? listed.map { Self.formAuthor(FinalAuthor($0)) }
    let policy = file.slot.isFinal ? versioned.call.cameraReady : nil
    let answers = file.slot.isFinal ? nil : try session.version(row.facts.version, of: row.id)?.content.answers.statements
    let statements = track.statements.compactMap { asked in
      answers?[asked.key].map { FormFacts.Statement(label: asked.label, text: $0) }
    }
    return ScreeningTask(
      call: row.call, callVersion: versioned.version, submission: row.id, slot: file.slot,
      path: try conference.files.path(of: file.sha256), rules: policy.map { FormatRules(track, $0) } ?? FormatRules(track),
      form: FormFacts(title: final?.title ?? row.title, authors: authors, statements: statements),
      inspection: try session.screening(of: id)?.inspection,
      drawnPages: Set(try session.pagePictures(of: [id])[id, default: [:]].keys))
  }

  private static func formAuthor(_ author: FinalAuthor) -> FormFacts.Author {
    let names = author.name.split(separator: " ").map(String.init)
    return FormFacts.Author(
      given: names.dropLast().joined(separator: " "), family: names.last ?? "", email: author.email,
      affiliation: author.affiliation)
  }
}

extension ScreeningReport {
  fileprivate var counts: FindingCounts {
    FindingCounts(
      violations: findings.count { $0.severity == .block }, warnings: findings.count { $0.severity == .warn })
  }

  /// What concerns a file of that kind.
  fileprivate func narrowed(to slot: FileSlot) -> ScreeningReport {
    slot == .manuscript || slot == .final || slot.isArchive ? self : slot == .finalAppendix ? readable : opening
  }

  /// For files that need only open and may tell who made them.
  private var readable: ScreeningReport {
    ScreeningReport(
      pages: pages, mainPages: nil, references: nil,
      findings: findings.filter { finding in ["file.", "hidden."].contains { finding.code.hasPrefix($0) } })
  }
}
