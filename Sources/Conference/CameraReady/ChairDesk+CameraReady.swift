public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Every accepted paper this chair may know of, and how far its final version is. Not found before the release.
  public func finalVersions(problems: [FieldProblem] = []) async throws -> FinalVersionsPage {
    try await lookOnRecord("final versions") { act, reveal in
      let papers = try finalPapers(act)
      reveal.papers = Set(papers.map(\.row.number))
      try reveal.require(.finalVersion)
      let call = try load(act).call
      return FinalVersionsPage(
        rows: papers.map { paper in
          FinalVersionsPage.Row(
            id: paper.row.id, number: paper.row.number, title: paper.final.title,
            track: call.track(paper.row.facts.track)?.name ?? paper.row.facts.track, progress: act.progress(paper))
        }, due: call.calendar.cameraReady, place: place, problems: problems)
    }
  }

  /// One final version with what a chair decides about it.
  public func finalVersion(
    _ id: ID<Submission>, note: String = "", problems: [FieldProblem] = []
  ) async throws -> ChairFinalVersionPage {
    try await lookOnRecord("final version") { act, reveal in
      let (row, versioned) = try load(id, act)
      reveal.papers = [row.number]
      try reveal.require(.finalVersion, .authors)
      let paper = try act.finalPaper(row, versioned.call)
      let assigned = paper.isShepherded ? try act.session.assignments(of: id).map(\.person) : []
      let people = try act.session.people(assigned)
      return ChairFinalVersionPage(
        id: id, number: row.number, call: paper.call, final: paper.final, version: paper.facts.version,
        progress: act.progress(paper), decisionNote: reveal.hides(.decision) ? "" : paper.decision.note,
        files: try act.finalPanels(paper, accepts: false, tellsWho: true),
        findings: try act.findings(id, of: \.isFinal, picture: Self.picture).map { office == .chair ? $0 : $0.withoutPicture },
        reviewers: reveal.hides(.reviewerIdentity)
          ? [] : assigned.map { .init(id: $0, name: people[$0]?.displayName ?? "unknown") },
        place: place, note: note, problems: problems)
    }
  }

  private var place: PublicationPlace { office == .chair ? .chair : .publication }

  /// Any version of a file of the final version.
  func finalFile(_ slot: FileSlot, version: Int, of id: ID<Submission>) async throws -> StoredCopy {
    try await lookOnRecord("final file") { act, reveal in
      let (row, versioned) = try load(id, act)
      reveal.papers = [row.number]
      try reveal.require(.finalVersion)
      _ = try act.finalPaper(row, versioned.call)
      guard slot.isFinal else { throw Refusal.notFound }
      return try act.copy(of: slot, version: version, row)
    }
  }

  /// Approves or refuses what the authors changed since acceptance; they are told. The word holds for these changes: when
  /// the authors change something else, a chair is asked again. Refuses `stale` when the form was saved since it was read.
  public func judgeChanges(
    _ id: ID<Submission>, basedOn version: Int, approved: Bool, note: String
  ) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let paper = try act.finalPaper(row, versioned.call)
      let note = trimmed(note)
      try CameraReadyRules.judge(
        paper.changes, version: paper.facts.version, basedOn: version, approved: approved, note: note)
      guard let saved = paper.saved else { return }
      try act.session.addCameraVerdict(
        approved: approved, note: note, changes: saved.changes, on: id, by: viewer.id, at: act.now)
      try act.record(approved ? "approve changes" : "refuse changes", by: viewer, at: call, about: id.text, "version \(version)")
      try act.tellContacts(of: paper, kind: "changes-judged") { name in
        ChangesJudgedLetter(
          head: act.letterhead(paper.call), name: name, number: row.number, title: row.title, approved: approved, note: note,
          due: paper.due, path: "/submissions/\(id)/final")
      }
    }
  }

  /// Names who sees to it that the paper becomes what its reviewers asked for; the shepherd and the authors are told.
  public func appointShepherd(_ person: ID<Person>, of id: ID<Submission>) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let paper = try act.finalPaper(row, versioned.call)
      let shepherd = try act.session.person(person)
      let standing = try shepherd.map { try act.session.standing(of: $0, toward: id) } ?? .outsider
      try CameraReadyRules.appoint(paper.facts, isShepherded: paper.isShepherded, to: standing, call: paper.call)
      guard let shepherd, paper.shepherd?.id != person else { return }
      try act.session.appointShepherd(person, of: id, id: act.newToken(), by: viewer.id, at: act.now)
      try act.record("appoint shepherd", by: viewer, at: call, about: id.text, person.text)
      let head = act.letterhead(paper.call)
      try act.post(
        ShepherdAppointedLetter(
          head: head, name: shepherd.displayName, number: row.number, title: row.title, note: paper.decision.note,
          due: paper.due, path: "/shepherding/\(id)"),
        kind: "shepherd", to: shepherd.email, name: shepherd.name, call: call, about: id)
      try act.tellContacts(of: paper, kind: "shepherd-named") { name in
        ShepherdNamedLetter(
          head: head, name: name, number: row.number, title: row.title, shepherd: shepherd.displayName, due: paper.due,
          path: "/submissions/\(id)/final")
      }
    }
  }

  /// Gives one paper more time, counted from now; its contacts are told.
  public func extendFinal(_ id: ID<Submission>, days: Int) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let paper = try act.finalPaper(row, versioned.call)
      try CameraReadyRules.extend(paper.facts, days: days, call: paper.call)
      let until = act.now.adding(.days(Int64(days)))
      try act.session.addCameraExtension(of: id, until: until, by: viewer.id, at: act.now)
      try act.record("extend final version", by: viewer, at: call, about: id.text, until.utc)
      try act.tellContacts(of: paper, kind: "final-extended") { name in
        FinalReminderLetter(
          head: act.letterhead(paper.call), name: name, number: row.number, title: row.title,
          missing: paper.missing.map(\.message), due: max(until, paper.due ?? until), isExtended: true,
          path: "/submissions/\(id)/final")
      }
    }
  }

  /// Writes to the contacts of every paper on which the authors still owe something; returns how many papers that were.
  public func remindOfFinals() async throws -> Int {
    try await conference.act { act in
      let late = try finalPapers(act).filter { [.notBegun, .incomplete, .refused].contains($0.state) }
      for paper in late {
        try act.tellContacts(of: paper, kind: "final-reminder") { name in
          FinalReminderLetter(
            head: act.letterhead(paper.call), name: name, number: paper.row.number, title: paper.row.title,
            missing: paper.missing.map(\.message), due: paper.due, path: "/submissions/\(paper.row.id)/final")
        }
      }
      // How many there are would tell other chairs of papers kept from them.
      try act.record("remind of final versions", by: viewer, at: call, about: call.text)
      return late.count
    }
  }

  /// By number; only papers this chair may know of. Not found where there can be none yet.
  func finalPapers(_ act: Act) throws -> [FinalPaper] {
    let loaded = try load(act).call
    guard loaded.cameraReady != nil, try act.session.releasedAt(call) != nil else { throw Refusal.notFound }
    return try act.session.submissions(chairedBy: viewer.email, in: call, decided: loaded.acceptingKinds)
      .map { try act.finalPaper($0, loaded) }
  }
}

extension Act {
  /// One letter to each contact of a paper, by its current author list.
  func tellContacts<Kind: Letter>(of paper: FinalPaper, kind: String, _ letter: (String) -> Kind) throws {
    var seen: Set<String> = []
    for author in try session.authors(of: paper.row.id, version: paper.row.facts.version)
    where author.contact && seen.insert(author.email).inserted {
      try post(letter(author.name), kind: kind, to: author.email, name: author.name, call: paper.row.call, about: paper.row.id)
    }
  }
}
