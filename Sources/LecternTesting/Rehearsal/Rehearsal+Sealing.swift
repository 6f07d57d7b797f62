internal import Conference
internal import Pages
internal import PeerReview

extension Rehearsal {
  /// The days of the call's retention rules come and go. What they close or delete must be closed and gone, and nothing else.
  func sealArchive() async throws {
    let steps = call.retention.steps
    tally.count(.sealed, "steps", steps.count)
    let under = papers.sorted { $0.key < $1.key }.filter(\.value.isUnderReview)
    guard let (place, paper) = under.first else { return }
    let days = Set(steps.map(\.at)).sorted()
    for day in days {
      clock.advance(to: day.adding(.seconds(-1)))
      try await runner.runDue()
      clock.advance(to: day)
      try await runner.runDue()
      try await checkSeals(of: paper.id, by: place)
    }
    clock.advance(to: options.endingAt ?? Rehearsal.stop(.sealed, call))
    try await runner.runDue()
    let page = try await cast.chair(plan.chairs[0]).retention()
    tally.count(.sealed, "done", page.steps.count { $0.doneAt != nil })
    if page.steps.contains(where: { $0.doneAt == nil }) { tally.violations.append("a step of the retention rules was not done") }
    tally.count(.sealed, "published", try await conference.proceedings(of: call.id).papers)
  }

  /// Chairs and authors read reviews exactly until their days.
  private func checkSeals(of id: ID<Submission>, by place: Int) async throws {
    let seals = call.retention.seals(at: clock.now)
    let chairs = try await cast.chair(plan.chairs[0]).submission(id)
    if case .shown = chairs.reviews, seals.since(.reviews, for: .chair) != nil {
      tally.violations.append("chairs read reviews after their day")
    }
    let authors = try await cast.author(contact(of: plan.papers[place])).page(id)
    let isClosed = seals.since(.reviews, for: .author(contact: true)) != nil
    if case .shown = authors.reviews, isClosed { tally.violations.append("authors read reviews after their day") }
    if case .hidden = authors.reviews, !isClosed { tally.violations.append("reviews were closed to authors too early") }
  }
}
