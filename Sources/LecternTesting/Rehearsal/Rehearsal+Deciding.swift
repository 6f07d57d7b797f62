internal import Conference
internal import Pages
internal import PeerReview

extension Rehearsal {
  /// A chair looks at what screening found and rejects at most two papers that name their authors (C8).
  func screenPapers() async throws {
    clock.advance(by: .hours(4))
    let desk = try await cast.chair(plan.chairs[0])
    var rejected = 0
    for (place, paper) in papers.sorted(by: { $0.key < $1.key }) where paper.isUnderReview && rejected < 2 {
      guard place % 30 == 9 else { continue }
      let ground = call.desk.grounds.first { $0.key == "anonymity" } ?? call.desk.grounds[0]
      try await desk.rejectWithoutReview(
        paper.id, ground: ground.key, explanation: "The first page names the authors.")
      papers[place]?.isRejected = true
      rejected += 1
      tally.count(.submission, "rejected without review")
    }
    for (place, paper) in papers.sorted(by: { $0.key < $1.key }) where paper.isUnderReview {
      guard let claimed = exception(plan.papers[place]), claimed.wantsChairApproval else { continue }
      try await desk.answerException(paper.id, key: claimed.key, approved: true)
    }
    try await tryOwnPaperAsChair()
  }

  /// A chair who signed a paper does not find it at the chair's desk.
  private func tryOwnPaperAsChair() async throws {
    guard let own = papers[2], isSignedByChair(2) else { return }
    let desk = try await cast.chair(plan.chairs[1])
    try await mustBeRefused("a chair opening their own paper") { _ = try await desk.submission(own.id) }
    let list = try await desk.submissionTable()
    if list.rows.contains(where: { $0.id == own.id }) { tally.violations.append("a chair's list holds their own paper") }
  }

  /// Reviews reach the authors at the stated instant; most answer, once.
  func respond() async throws {
    let period = call.calendar.response
    clock.advance(to: period.opens.adding(.seconds(-1)))
    let under = papers.sorted { $0.key < $1.key }.filter(\.value.isUnderReview)
    if let (place, paper) = under.first {
      let desk = try await cast.author(contact(of: plan.papers[place]))
      if case .shown = try await desk.page(paper.id).reviews { tally.violations.append("reviews shown a second too early") }
      try await mustBeRefused("response before reviews are available") { try await desk.respond(to: paper.id, text: "Early.") }
    }
    clock.advance(to: period.opens)
    try await runner.runDue()
    for (order, (place, paper)) in under.enumerated() where order % 10 != 9 {
      if options.until == .response && order * 2 > under.count { break }
      clock.advance(by: period.pace(under.count, longest: .minutes(30)))
      let desk = try await cast.author(contact(of: plan.papers[place]))
      let page = try await desk.page(paper.id)
      guard case .shown(let reviews) = page.reviews, !reviews.isEmpty else { continue }
      if order == 0 {
        try await mustBeRefused("a response over the limit") {
          try await desk.respond(to: paper.id, text: String(repeating: "word ", count: call.response.limitWords + 1))
        }
      }
      let text = plan.papers[place].response(limitWords: call.response.limitWords)
      try await desk.respond(to: paper.id, text: text.isEmpty ? "Thanks." : text)
      tally.count(.response, "responses")
      if order == 0 {
        try await mustBeRefused("a second response") { try await desk.respond(to: paper.id, text: "One more thing.") }
      }
    }
    clock.advance(to: options.until == .response ? options.endingAt ?? Rehearsal.stop(.response, call) : period.closes)
    try await runner.runDue()
  }

  /// Reviewers talk; a few change their minds.
  func discuss() async throws {
    clock.advance(to: call.calendar.discussion.opens.adding(.hours(3)))
    for (index, reviewer) in plan.reviewers.enumerated() where index % 2 == 0 {
      clock.advance(by: call.calendar.discussion.pace(plan.reviewers.count, longest: .minutes(40)))
      let desk = try await cast.reviewer(reviewer.person)
      for row in try await desk.home().assignments.prefix(2) {
        guard let place = place(of: row.number) else { continue }
        let page = try await desk.review(row.id)
        guard case .shown = page.discussion else { continue }
        try await desk.comment(row.id, text: plan.papers[place].comment(tone: .divided, index: index))
        tally.count(.discussion, "comments")
        if index % 6 == 0 {
          var answers = page.answers
          answers.texts = answers.texts.mapValues { $0 + "\n\nAfter the response: my questions are answered." }
          try await desk.submit(row.id, basedOn: page.version, answers)
          tally.count(.discussion, "reviews changed")
        }
      }
    }
    let stop = Rehearsal.stop(.discussion, call)
    clock.advance(to: options.until == .discussion ? options.endingAt ?? stop : call.calendar.discussion.closes)
    try await runner.runDue()
  }

  /// Chairs accept the quarter with the best mean overall grades and reject the rest; nobody learns of it yet.
  func decide() async throws {
    clock.advance(by: .hours(2))
    let chair = try await cast.chair(plan.chairs[0])
    let second = try await cast.chair(plan.chairs.count > 2 ? plan.chairs[2] : plan.chairs[0])
    let accept = call.decisions.first { $0.accepts }?.key ?? ""
    let reject = call.decisions.first { !$0.accepts }?.key ?? ""
    let shepherd = call.decisions.first(where: \.isShepherded)?.key ?? accept
    let under = papers.sorted { $0.key < $1.key }.filter(\.value.isUnderReview)
    let best = Set(try await chair.decisions(sort: "-score").rows.prefix(under.count / 4).map(\.id))
    for (place, paper) in under {
      let accepts = best.contains(paper.id)
      let desk = place % 2 == 0 ? chair : second
      try await desk.decide(
        paper.id, kind: !accepts ? reject : isShepherded(place) ? shepherd : accept,
        note: plan.papers[place].decisionNote(accepted: accepts), version: 0)
      tally.count(.decided, accepts ? "accepted" : "rejected")
    }
    if clock.now < call.calendar.notification {
      try await mustBeRefused("release before the announced moment") { try await chair.release(confirmed: true) }
    }
    if let (place, paper) = under.first {
      let page = try await cast.author(contact(of: plan.papers[place])).page(paper.id)
      if case .shown = page.decision { tally.violations.append("a decision shown before release") }
    }
    if options.until == .decided { clock.advance(to: options.endingAt ?? Rehearsal.stop(.decided, call)) }
    try await runner.runDue()
  }

  /// One act for all.
  func release() async throws {
    clock.advance(to: call.calendar.notification)
    try await cast.chair(plan.chairs[0]).release(confirmed: true)
    try await runner.runDue()
    for (place, paper) in papers.sorted(by: { $0.key < $1.key }) where paper.isUnderReview {
      let page = try await cast.author(contact(of: plan.papers[place])).page(paper.id)
      guard case .shown(.some(let decision)) = page.decision else {
        tally.violations.append("a decision hidden after release")
        continue
      }
      tally.count(.released, decision.accepts ? "accepted" : "rejected")
    }
    if options.until == .released { clock.advance(to: options.endingAt ?? Rehearsal.stop(.released, call)) }
  }
}
