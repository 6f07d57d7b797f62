public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Whose reviews are missing, over papers this chair may know of; those with most missing first.
  public func reminders(
    message: String = "", outcome: RemindersPage.Outcome? = nil, problems: [FieldProblem] = []
  ) async throws -> RemindersPage {
    try await lookOnRecord("reminders", .papers) { act, reveal in
      let call = try load(act, .papers).call
      try reveal.require(.assignments, .reviewerIdentity)
      let missing = try act.session.missingReviews(in: self.call, chairedBy: viewer.email)
      let names = try act.session.people(missing.map(\.person))
      reveal.papers = Set(missing.map(\.number))
      let people = Dictionary(grouping: missing, by: \.person).map { id, rows in
        RemindersPage.Reviewer(
          id: id, name: names[id]?.displayName ?? "", email: names[id]?.email ?? "",
          papers: rows.map { .init(id: $0.submission, number: $0.number, title: $0.title) },
          remindedAt: rows.compactMap(\.remindedAt).max())
      }
      return RemindersPage(
        reviewers: people.sorted { ($1.papers.count, $0.name, $0.id) < ($0.papers.count, $1.name, $1.id) },
        due: CallDate.moments(in: call.calendar).compactMap { date, moment in
          switch date {
          case .reviewingCloses, .roundDue: .init(name: date.name, at: moment)
          default: nil
          }
        }, message: message, outcome: outcome, problems: problems)
    }
  }

  /// Sends a letter for each missing review of these people, or of everyone with `nil`, and returns how many. Reviews that were
  /// reminded of within the pause are passed over, and counted too. Who has nothing missing that this chair may know of is in
  /// neither number. A letter speaks of one paper, so that it stays hidden from chairs who may not know of that.
  @discardableResult
  public func remind(_ people: [ID<Person>]?, message: String = "") async throws -> RemindersPage.Outcome {
    try await conference.act { act in
      let call = try load(act, .papers).call
      try ReviewRules.remind(message: message, call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
      if people?.isEmpty == true {
        throw Refusal.invalid([FieldProblem("person", "Choose whom to remind, or remind everyone.")])
      }
      let wanted = people.map(Set.init)
      let asked = try act.session.missingReviews(in: self.call, chairedBy: viewer.email).filter { row in
        wanted?.contains(row.person) ?? true
      }
      let due = asked.filter { row in row.remindedAt.map { act.now >= $0.adding(ReviewRules.reminderPause) } ?? true }
      let reviewers = try act.session.people(due.map(\.person))
      for row in due {
        guard let person = reviewers[row.person] else { continue }
        try act.session.addReminder(of: row.assignment, by: viewer.id, at: act.now)
        try act.post(
          ReviewReminderLetter(
            head: act.letterhead(call), name: person.displayName, number: row.number, title: row.title,
            due: call.calendar.reviewsDue(in: row.round), isLate: act.now >= call.calendar.reviewsDue(in: row.round),
            message: trimmed(message),
            path: "/reviews/\(row.assignment)"),
          kind: "review-reminder", to: person.email, name: person.name, call: self.call, about: row.submission)
        try act.record("remind", by: viewer, at: self.call, about: row.submission.text, "person \(person.id)")
      }
      return RemindersPage.Outcome(sent: due.count, passedOver: asked.count - due.count)
    }
  }
}
