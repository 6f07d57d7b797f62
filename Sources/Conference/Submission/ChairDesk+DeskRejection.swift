internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Rejects a submitted paper without review, on a ground of the call and with an explanation to the authors (C8, C23).
  ///
  /// Contacts get the ground and the explanation at once; reviewers learn only that no review is needed. The same form
  /// posted twice rejects once. Refused once decisions are released.
  public func rejectWithoutReview(_ id: ID<Submission>, ground: String, explanation: String) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let text = trimmed(explanation)
      if row.facts.state == .deskRejected {
        let last = try act.session.events(of: id).last { $0.kind == .deskRejected }
        if last?.ground == ground && last?.note == text { return }
      }
      try SubmissionRules.rejectWithoutReview(
        row.facts, ground: ground, call: versioned.call, releasedAt: try act.session.releasedAt(call))
      try SubmissionRules.explain(text)
      try reject(row, ground: ground, explanation: text, versioned.call, act)
    }
  }

  /// What the rules have allowed: the fact, the record and the letters.
  func reject(_ row: SubmissionRow, ground: String, explanation: String, _ loaded: Call, _ act: Act) throws {
    try act.session.add(
      SubmissionEventRow(
        kind: .deskRejected, by: viewer.id, at: act.now, version: row.facts.version, ground: ground, note: explanation),
      to: row.id)
    try act.record("reject without review", by: viewer, at: call, about: row.id.text, ground)
    try tellOfRejection(row.id, loaded, act)
  }

  /// What a rejection for a finding would say, for the chair to change; empty when the finding is not one of the paper's.
  func rejecting(for finding: ID<ScreeningFinding>, of id: ID<Submission>, _ call: Call, _ act: Act) throws -> Typed {
    let found = try act.session.queuedFindings([finding], in: self.call, chairedBy: viewer.email).first
    guard let found, found.submission == id else { return Typed() }
    let grounds = call.desk.grounds.map(\.key)
    let wanted = FindingGrounds.keys(of: found.finding.code).first(where: grounds.contains)
    return Typed(ground: wanted ?? "", explanation: found.finding.other == nil ? found.finding.text : "")
  }

  private func tellOfRejection(_ id: ID<Submission>, _ call: Call, _ act: Act) throws {
    let row = try load(id, act).row
    guard let rejection = try act.deskRejection(row, call) else { return }
    let head = act.letterhead(call)
    for author in try act.session.authors(of: id, version: row.facts.version) where author.contact {
      try act.post(
        DeskRejectedLetter(
          head: head, number: row.number, title: row.title, rejection: rejection, path: "/submissions/\(id)"),
        kind: "desk-rejected", to: author.email, name: author.name, call: self.call, about: id)
    }
    if let task = try act.session.metareviewTask(of: id), let person = try act.session.person(task.person) {
      try act.post(
        MetareviewNotNeededLetter(head: head, name: person.displayName, number: row.number, title: row.title),
        kind: "metareview-not-needed", to: person.email, name: person.name, call: self.call, about: id)
    }
    for assignment in try act.session.assignments(of: id) { try act.tellReviewNotNeeded(assignment.person, row, call) }
  }

  /// Returns a paper rejected without review to the process, as after an appeal; authors and its reviewers are told.
  /// Twice is once. Refused once decisions are released.
  public func takeRejectionBack(_ id: ID<Submission>) async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      guard row.facts.state == .deskRejected else {
        if try act.session.reinstatements(of: id).isEmpty { throw Refusal.notFound }
        return
      }
      if let releasedAt = try act.session.releasedAt(call) { throw Refusal.closed(since: releasedAt) }
      try act.session.reinstate(id, by: viewer.id, version: row.facts.version, at: act.now)
      try act.record("take rejection back", by: viewer, at: call, about: id.text)
      func tell(_ email: String, _ name: String, _ greeting: String, _ path: String) throws {
        try act.post(
          ReinstatedLetter(
            head: act.letterhead(versioned.call), greeting: greeting, number: row.number, title: row.title, path: path),
          kind: "reinstated", to: email, name: name, call: call, about: id)
      }
      for author in try act.session.authors(of: id, version: row.facts.version) where author.contact {
        try tell(author.email, author.name, "Dear author,", "/submissions/\(id)")
      }
      let assignments = try act.session.assignments(of: id)
      let people = try act.session.people(assignments.map(\.person))
      if let task = try act.session.metareviewTask(of: id), let person = try act.session.person(task.person) {
        try tell(person.email, person.name, "Dear metareviewer,", "/metareviews/\(task.id)")
      }
      for assignment in assignments {
        guard let reviewer = people[assignment.person] else { continue }
        try tell(reviewer.email, reviewer.name, "Dear reviewer,", "/reviews/\(assignment.id)")
      }
    }
  }
}

extension Act {
  /// Tells a reviewer who must not know of a paper any more that their list is shorter; which paper and why is not said.
  func tellOneReviewLess(_ person: ID<Person>, _ call: Call) throws {
    guard let reviewer = try session.person(person) else { return }
    try post(
      ReviewNotNeededLetter(head: letterhead(call), name: reviewer.name, number: nil, title: ""), kind: "review-not-needed",
      to: reviewer.email, name: reviewer.name, call: call.id)
  }

  /// Tells a reviewer that a paper has left their list; why is not said.
  func tellReviewNotNeeded(_ person: ID<Person>, _ row: SubmissionRow, _ call: Call) throws {
    guard let reviewer = try session.person(person) else { return }
    try post(
      ReviewNotNeededLetter(head: letterhead(call), name: reviewer.name, number: row.number, title: row.title),
      kind: "review-not-needed", to: reviewer.email, name: reviewer.name, call: row.call, about: row.id)
  }
}
