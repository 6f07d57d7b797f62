internal import PeerReview
internal import Screening
internal import Store

extension Conference {
  /// Looks at one uploaded file and keeps the report. Run twice, it keeps the same report.
  ///
  /// Throws when the inspector could not be run at all, so that the job is tried again; whatever the file does to the
  /// inspector is a finding, never a fault.
  func screen(_ id: ID<Manuscript>, with inspector: any Inspector) async throws {
    let task = try await look { try $0.screeningTask(id) }
    guard let task else { return }
    let report = try await report(on: task, with: inspector)
    let text = try report.stored()
    try await act { act in
      try act.session.put(ScreeningRow(manuscript: id, report: text, counts: report.counts, at: act.now))
      try act.record("screen", bySystem: "job", at: task.call, about: task.submission.text, task.slot.rawValue)
    }
  }

  private func report(on task: ScreeningTask, with inspector: any Inspector) async throws -> ScreeningReport {
    switch await inspector.inspect(file: task.path) {
    case .seen(let lines):
      let inspection = Inspection(jsonLines: lines)
      let report = Screening.screen(inspection, rules: task.rules, form: task.form)
      return task.slot == .manuscript ? report : report.opening
    case .failed(let failure):
      if let report = Screening.screen(failure) { return report }
      throw InspectionUnavailable(failure: failure)
    }
  }
}

/// The inspector itself is missing or refused to run; says nothing about the file.
struct InspectionUnavailable: Error {
  let failure: InspectionFailure
}

/// All that screening needs to know, loaded in one snapshot.
struct ScreeningTask: Sendable {
  let call: ID<Call>
  let submission: ID<Submission>
  let slot: FileSlot
  let path: String
  let rules: FormatRules
  let form: FormFacts
}

extension Act {
  /// Nil when the file or its paper is gone, or the paper has no track yet to screen by.
  func screeningTask(_ id: ID<Manuscript>) throws -> ScreeningTask? {
    guard let file = try session.manuscript(id), let row = try session.submission(file.submission) else { return nil }
    let call = try call(row.call).call
    guard let track = call.track(row.facts.track) ?? call.tracks.first else { return nil }
    let authors = try session.authors(of: row.id, version: row.facts.version).map { author in
      let names = author.name.split(separator: " ").map(String.init)
      return FormFacts.Author(
        given: names.dropLast().joined(separator: " "), family: names.last ?? "", email: author.email,
        affiliation: author.affiliation)
    }
    return ScreeningTask(
      call: row.call, submission: row.id, slot: file.slot, path: try conference.files.path(of: file.sha256),
      rules: FormatRules(track), form: FormFacts(title: row.title, authors: authors))
  }
}

extension ScreeningReport {
  fileprivate var counts: FindingCounts {
    FindingCounts(
      violations: findings.count { $0.severity == .block }, warnings: findings.count { $0.severity == .warn })
  }

  /// For files that need only open: an appendix may be of any length and form.
  fileprivate var opening: ScreeningReport {
    ScreeningReport(
      pages: pages, mainPages: nil, references: nil,
      findings: findings.filter { finding in
        ["file.", "anon.", "hidden.", "inject."].contains { finding.code.hasPrefix($0) }
      })
  }
}
