public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Every date of the call with where it stands, and what was moved.
  public func dates(_ form: DatesPage.Form = .init(), problems: [FieldProblem] = []) async throws -> DatesPage {
    try await conference.look { act in
      let call = try load(act).call
      try requireHouse(.callVersions)
      let changes = try act.session.dateChanges(of: self.call)
      let people = try act.session.people(changes.map(\.by))
      return DatesPage(
        dates: CallDate.moments(in: call.calendar).map { .init(date: $0.date, moment: $0.moment) },
        changes: changes.map { change in
          .init(
            date: change.date, before: change.before, after: change.after, reason: change.reason, isTold: change.isTold,
            by: people[change.by]?.displayName ?? "", at: change.at)
        }, zone: call.timeZone, form: form, problems: problems)
    }
  }

  /// Moves a date: the call file gets a new version that differs in it alone, and, where asked, whoever it binds a letter. On record.
  /// False, and nothing is changed, when this is the date's moment already.
  ///
  /// Refuses `invalid`: no such date, no moment, no reason, and an order of dates that can't be.
  @discardableResult
  public func moveDate(_ form: DatesPage.Form) async throws -> Bool {
    try await conference.act { act in
      let call = try load(act).call
      guard let stored = try act.session.currentCallVersion(of: self.call) else { throw Refusal.notFound }
      guard let date = CallDate(keys: form.date), let before = date.moment(in: call.calendar) else {
        throw Refusal.invalid([FieldProblem("date", "Choose one of the call's dates.")])
      }
      let after = try CallDate.read(form.to, in: call)
      if Words.isBlank(form.reason) || form.reason.count > 2_000 {
        throw Refusal.invalid([FieldProblem("reason", "Say why the date moves, in at most 2000 characters.")])
      }
      if after == before { return false }
      let obstacles = date.obstacles(at: after, in: call.calendar)
      if !obstacles.isEmpty { throw Refusal.invalid(obstacles.map { FieldProblem("to", $0) }) }
      let written = after.adding(Span(microseconds: 0 &- stored.shift.microseconds))
      guard let text = CallFile.moving(date, to: written, in: stored.text) else {
        throw Refusal.invalid([FieldProblem("date", "This date can't be found in the call file; change it there.")])
      }
      if case .failure(let found) = CallFile.parse(text, file: "call file") {
        throw Refusal.invalid(found.problems.map { FieldProblem("to", $0.message) })
      }
      let reason = trimmed(form.reason)
      _ = try act.storeCall(self.call, text: text, shift: stored.shift, reason: "\(date.name): \(reason)", by: viewer)
      let id = act.newID(DateChange.self)
      try act.session.add(
        DateChangeRow(
          id: id, call: self.call, date: date, before: before, after: after, reason: reason, isTold: form.tells, by: viewer.id,
          at: act.now))
      try act.record(
        "move date", by: viewer, at: self.call, about: self.call.text, "\(date.keys) from \(before.utc) to \(after.utc)")
      if form.tells { try act.enqueue(.tellOfDate(id)) }
      return true
    }
  }
}

extension Act {
  /// Writes to everybody the date binds: contacts of papers, each about their paper, or reviewers.
  func tell(ofDate id: ID<DateChange>) throws {
    guard let change = try session.dateChange(id) else { return }
    let call = try call(change.call).call
    func letter(_ name: String, path: String) -> DateMovedLetter {
      DateMovedLetter(
        head: letterhead(call), name: name, date: change.date.name, before: change.before, after: change.after,
        reason: change.reason,
        path: path)
    }
    if change.date.bindsReviewers {
      for person in try session.people(in: .reviewer, at: change.call).sorted(by: { $0.id < $1.id }) {
        try post(
          letter(person.displayName, path: "/reviews"), kind: "date-moved", to: person.email, name: person.name, call: change.call
        )
      }
      return
    }
    for row in try session.submissionsStanding(in: change.call) {
      for author in try session.authors(of: row.id, version: row.facts.version) where author.contact && !author.email.isEmpty {
        try post(
          letter(author.name, path: "/submissions/\(row.id)"), kind: "date-moved", to: author.email, name: author.name,
          call: change.call, about: row.id)
      }
    }
  }
}
