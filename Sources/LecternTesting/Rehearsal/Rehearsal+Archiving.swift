internal import Conference
internal import Pages
internal import PeerReview

extension Rehearsal {
  /// Papers that are accepted on the condition of a shepherd: every fifth of them.
  func isShepherded(_ place: Int) -> Bool {
    options.until >= .archived && place % 5 == 0 && call.decisions.contains(where: \.isShepherded)
  }

  /// Authors make final versions, some with changes; chairs and shepherds have their word; sessions are set.
  func makeFinals() async throws {
    guard call.cameraReady != nil, let due = call.calendar.cameraReady else { return }
    let until = call.artifacts?.calendar.registration ?? due
    let soon = Period(opens: clock.now, closes: until).moment(percent: 40)
    clock.advance(to: min(clock.now.adding(.days(3)), soon))
    let invited = try await cast.chair(plan.chairs[0]).finalVersions().rows.map(\.id)
    let happy = papers.sorted { $0.key < $1.key }.filter { invited.contains($0.value.id) }.map {
      (place: $0.key, id: $0.value.id)
    }
    let artifacts = try await registerArtifacts(happy)
    let pause = Period(opens: clock.now, closes: until).pace(happy.count, longest: .minutes(40))
    for (place, id) in happy {
      clock.advance(by: pause)
      try await makeFinal(place, id)
    }
    if let (place, paper) = papers.sorted(by: { $0.key < $1.key }).first(where: {
      $0.value.isUnderReview && !invited.contains($0.value.id)
    }) {
      try await mustBeRefused("a final version of a rejected paper") {
        _ = try await cast.author(contact(of: plan.papers[place])).finalVersion(paper.id)
      }
    }
    try await runner.runDue()
    try await setSessions()
    let rows = try await cast.chair(plan.chairs[0]).finalVersions().rows
    tally.count(.archived, "complete", rows.count { $0.progress.state == .complete })
    tally.count(.archived, "incomplete", rows.count { $0.progress.state != .complete })
    if let artifacts { try await evaluateArtifacts(artifacts) }
    clock.advance(to: due)
    if let (place, paper) = papers.sorted(by: { $0.key < $1.key }).first(where: { invited.contains($0.value.id) }) {
      let desk = try await cast.author(contact(of: plan.papers[place]))
      try await mustBeRefused("a final file after it was due") { _ = try await desk.beginUpload(to: .final, of: paper.id) }
    }
    let stop = Rehearsal.stop(.archived, call)
    clock.advance(to: options.until == .archived ? options.endingAt ?? stop : stop)
    try await runner.runDue()
    let written = try await conference.proceedings(of: call.id)
    tally.count(.archived, "published", written.papers)
    let accepted = try await acceptedCount()
    if written.papers + written.leftOut.count != accepted {
      tally.violations.append("an accepted paper is neither published nor named as left out")
    }
  }

  private func acceptedCount() async throws -> Int {
    try await cast.chair(plan.chairs[0]).decisions(sort: "number").rows.count { row in
      if case .shown(let kind) = row.decision { call.decision(kind)?.accepts == true } else { false }
    }
  }

  private func makeFinal(_ place: Int, _ id: ID<Submission>) async throws {
    let sample = plan.papers[place]
    let desk = try await cast.author(contact(of: sample))
    var final = try await desk.finalVersion(id).final
    for index in final.authors.indices where final.authors[index].orcid.isEmpty {
      final.authors[index].orcid = Self.orcid(place * 100 + index)
    }
    let revisited = final.title + ", Revisited"
    let isRetitled = place % 4 == 1 && revisited.count <= call.limits.titleCharacters
    if isRetitled { final.title = revisited }
    final.presenter = 0
    for form in call.cameraReady?.forms ?? [] {
      switch form.answer {
      case .confirm: final.forms[form.key] = "yes"
      case .choose(let options): final.forms[form.key] = options.first?.key
      }
    }
    try await desk.saveFinal(id, basedOn: 0, final)
    let pdf = SamplePDF.manuscript(of: sample, options: .init(mainPages: 6 + place % 5, variant: .authorsOnFirstPage))
    try await upload(pdf, to: .final, of: id, desk)
    if place % 3 == 0 { try await upload(SamplePDF.appendix(of: sample), to: .finalAppendix, of: id, desk) }
    try await upload([0x50, 0x4B, 0x03, 0x04] + Array("sources of \(place)".utf8), to: .source, of: id, desk)
    let chair = try await cast.chair(plan.chairs[0])
    if isRetitled { try await chair.judgeChanges(id, basedOn: 1, approved: true, note: "") }
    let page = try await chair.finalVersion(id)
    if let shepherd = page.reviewers.first {
      try await chair.appointShepherd(shepherd.id, of: id)
      if let reviewer = plan.reviewers.first(where: { $0.person.name == shepherd.name }) {
        try await cast.reviewer(reviewer.person).saySoAsShepherd(id, isSatisfied: true, note: "All that was asked for is there.")
      }
    }
    try await runner.runDue()
  }

  private func upload(_ bytes: [UInt8], to slot: FileSlot, of id: ID<Submission>, _ desk: AuthorDesk) async throws {
    let upload = try await desk.beginUpload(to: slot, of: id)
    try upload.append(bytes)
    _ = try await upload.finish()
    tally.count(.archived, "files")
  }

  /// Three sessions, filled in turn.
  private func setSessions() async throws {
    let chair = try await cast.chair(plan.chairs[0])
    let page = try await chair.proceedings()
    try await chair.arrange(
      .init(
        version: page.version,
        sessions: ["Training at Scale", "Serving and Inference", "Data & Storage"].map { SessionTitle(key: "", title: $0) },
        placements: [:]))
    let made = try await chair.proceedings()
    var placements: [ID<Submission>: Placement] = [:]
    for (index, row) in made.rows.enumerated() where !made.sessions.isEmpty {
      placements[row.id] = Placement(
        session: made.sessions[index % made.sessions.count].key, rank: index / made.sessions.count + 1)
    }
    try await chair.arrange(.init(version: made.version, sessions: made.sessions, placements: placements))
  }

  /// A made-up iD with a right check digit (ISO 7064, 11-2).
  static func orcid(_ number: Int) -> String {
    let digits = String(9_000_000_000_000_000 + number * 10).prefix(15).map { $0.wholeNumberValue ?? 0 }
    let check = (12 - digits.reduce(0) { ($0 + $1) * 2 } % 11) % 11
    let all = digits.map(String.init).joined() + (check == 10 ? "X" : String(check))
    return stride(from: 0, to: 16, by: 4).map { String(all.dropFirst($0).prefix(4)) }.joined(separator: "-")
  }
}
