internal import Conference
internal import Pages
internal import PeerReview

extension Rehearsal {
  /// Reviewers bid on what interests them and declare what they know of.
  func bid() async throws {
    clock.advance(to: call.calendar.bidding.opens.adding(.hours(1)))
    var random = random.stream("bids")
    let stop = Rehearsal.stop(.bidding, call)
    for (index, reviewer) in plan.reviewers.enumerated() {
      if options.until == .bidding && index * 10 > plan.reviewers.count * 6 { break }
      clock.advance(by: call.calendar.bidding.pace(plan.reviewers.count, longest: .minutes(20)))
      let desk = try await cast.reviewer(reviewer.person)
      var levels: [ID<Submission>: String] = [:]
      for (place, paper) in papers.sorted(by: { $0.key < $1.key }) where paper.isUnderReview {
        guard !isShutOut(reviewer.person, place), random.chance(percent: 45) else { continue }
        let knows = plan.papers[place].topicKeys.contains { reviewer.level($0) > 0 }
        let offered = call.bidding.levels
        levels[paper.id] = (knows ? offered.first : random.pick(offered))?.key
      }
      try await desk.bid(levels)
      tally.count(.bidding, "bids", levels.count)
      if index == 0 { try await tryForeignPapers(reviewer.person, desk) }
    }
    clock.advance(to: options.until == .bidding ? options.endingAt ?? stop : call.calendar.bidding.closes)
    try await runner.runDue()
  }

  private func tryForeignPapers(_ person: SamplePerson, _ desk: ReviewerDesk) async throws {
    let own = papers.sorted { $0.key < $1.key }.first { isShutOut(person, $0.key) }
    if let own, let level = call.bidding.levels.first?.key {
      try await mustBeRefused("bid on a conflicted paper") { try await desk.bid([own.value.id: level]) }
    }
    try await mustBeRefused("bid on a paper that does not exist") {
      try await desk.bid([ID("no-such-paper"): call.bidding.levels.first?.key ?? ""])
    }
  }

  func isShutOut(_ person: SamplePerson, _ place: Int) -> Bool {
    plan.papers[place].authors.contains { $0.email == person.email }
      || plan.conflicts.contains { $0.paper == place && plan.reviewers[$0.reviewer].person.email == person.email }
  }

  /// A chair runs the matcher, looks, and releases its plan.
  func assignPapers() async throws {
    clock.advance(by: .hours(1))
    let desk = try await cast.chair(plan.chairs[0])
    let policy = call.assignment
    let id = try await desk.askForPlan(
      reviewsPerSubmission: policy.reviewsPerSubmission, loadMinimum: policy.loadMinimum,
      loadMaximum: policy.loadMaximum, seed: Int(truncatingIfNeeded: options.seed & 0x7FFF_FFFF))
    try await runner.runDue()
    try await desk.releasePlan(id)
    try await runner.runDue()
  }

  /// Every reviewer opens each paper, keeps a draft, and hands the review in; a few are late.
  func review() async throws {
    let period = call.calendar.reviewing
    clock.advance(to: period.opens.adding(.hours(2)))
    for (index, reviewer) in plan.reviewers.enumerated() {
      if options.until == .reviewing && index * 10 > plan.reviewers.count * 6 { break }
      clock.advance(by: period.pace(plan.reviewers.count, longest: .minutes(90)))
      let desk = try await cast.reviewer(reviewer.person)
      for row in try await desk.home().assignments {
        tally.count(.reviewing, "assignments")
        guard let place = place(of: row.number) else { continue }
        if index == 1 && tally.phases[Stage.reviewing.rawValue]?["recusals"] == nil {
          try await desk.recuse(row.id, reason: "I advised on this work.")
          tally.count(.reviewing, "recusals")
          try await mustBeRefused("opening a paper after recusal") { _ = try await desk.review(row.id) }
          continue
        }
        try await review(row, place, reviewer: index, desk)
      }
    }
    clock.advance(to: options.until == .reviewing ? options.endingAt ?? Rehearsal.stop(.reviewing, call) : period.closes)
    try await runner.runDue()
  }

  private func review(_ row: ReviewerHomePage.Row, _ place: Int, reviewer: Int, _ desk: ReviewerDesk) async throws {
    let answers = answers(place, reviewer: reviewer)
    let before = try await desk.review(row.id)
    if case .shown(let others) = before.others, !others.isEmpty {
      tally.violations.append("others' reviews shown before one's own is in")
    }
    let draft = try await desk.saveDraft(row.id, basedOn: before.version, answers)
    if reviewer == 0 {
      try await mustBeRefused("saving from a stale tab") {
        _ = try await desk.saveDraft(row.id, basedOn: draft.version - 1, ReviewAnswers(texts: [:]))
      }
    }
    if options.until == .reviewing && reviewer % 4 == 3 {
      tally.count(.reviewing, "drafts")
      return
    }
    try await desk.submit(row.id, basedOn: draft.version, answers)
    tally.count(.reviewing, "reviews")
  }

  /// Answers by the form of the paper's track: grades around the paper's own quality.
  func answers(_ place: Int, reviewer: Int) -> ReviewAnswers {
    let sample = plan.papers[place]
    var random = SeededRandom(seed: options.seed).stream("review", place * 10_007 + reviewer)
    var quality = SeededRandom(seed: options.seed).stream("quality", place)
    let base = quality.int(in: 0...100)
    let form = track(of: sample).reviewForm
    var answers = ReviewAnswers()
    var tone = SampleTone.allCases[SampleTone.allCases.count / 2]
    for criterion in form.scored {
      let percent = min(100, max(0, base + random.int(in: -25...25)))
      let grades = criterion.grades.sorted { $0.value < $1.value }
      guard !grades.isEmpty else { continue }
      let grade = grades[min(grades.count - 1, percent * grades.count / 101)]
      answers.scores[criterion.key] = grade.value
      if criterion.key == form.overall.key {
        tone = SampleTone(grade: grade.value, lowest: grades[0].value, highest: grades[grades.count - 1].value)
      }
    }
    let review = sample.review(tone: tone, reviewer: reviewer)
    let texts = [review.summary, review.strengths, review.weaknesses, review.questions, review.privateNote]
    for (position, text) in form.texts.enumerated() {
      answers.texts[text.key] = text.shownToAuthors ? texts[position % 4] : review.privateNote
    }
    return answers
  }

  func place(of number: SubmissionNumber) -> Int? { numbers[number] }
}
