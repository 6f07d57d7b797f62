public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// Where everything stands and what waits. Every figure counts only papers this chair may know of.
  public func home() async throws -> ChairHomePage {
    try await conference.look { act in
      let overview = try overview(act)
      try requireHouse(.figures)
      let calendar = overview.call.calendar
      var counted = 0
      return ChairHomePage(
        call: overview.call, tasks: overview.tasks(), figures: overview.figures(),
        submissionsByDay: overview.days(of: calendar.submission, dates: []).map { day, end in
          ChairHomePage.DayCount(day: day, count: overview.submissions.count { $0.stands(at: end) })
        },
        reviewsDone: overview.reviewTimes.count, reviewsExpected: overview.reviewsExpected,
        reviewsByDay: overview.days(
          of: Period(opens: calendar.reviewing.opens, closes: calendar.discussion.closes), dates: overview.reviewTimes
        ).map { day, end in
          while let time = overview.reviewTimes[counted...].first, time < end { counted += 1 }
          return ChairHomePage.DayCount(day: day, count: counted)
        })
    }
  }

  private func overview(_ act: Act) throws -> ChairOverview {
    let call = try load(act, .papers).call
    let isWhole = office != .trackChair
    let submissions = try act.session.submissionDates(chairedBy: viewer.email, in: self.call)
    let inProcess = Set(submissions.filter { $0.state == .submitted }.map(\.id))
    let decided = try act.session.decisionVersions(in: self.call, chairedBy: viewer.email)
    let findings = try act.session.findingCounts(in: self.call, chairedBy: viewer.email)
    let standing = Set(submissions.filter { $0.state == .draft || $0.state == .submitted }.map(\.id))
    return ChairOverview(
      call: call, isWhole: isWhole, now: act.now, releasedAt: try act.session.releasedAt(self.call),
      submissions: submissions,
      reviewers: try act.session.count(.reviewer, at: self.call),
      reviewTimes: try act.session.reviewTimes(in: self.call, chairedBy: viewer.email),
      reviewsExpected: submissions.reduce(0) { $0 + ($1.state == .submitted ? $1.assigned : 0) },
      responses: try act.session.countResponses(in: self.call, chairedBy: viewer.email),
      decided: inProcess.intersection(decided.keys).count,
      violations: standing.count { findings[$0].map { $0.violations > 0 } ?? false }, openClaims: try openClaims(call, act),
      plans: isWhole ? try act.session.plans(of: self.call) : [],
      failedLetters: isWhole ? try act.session.countFailedLetters(of: self.call, chairedBy: viewer.email) : 0,
      timedRelease: try timedRelease(act))
  }

  /// Papers with a claimed exception that waits for an answer.
  private func openClaims(_ call: Call, _ act: Act) throws -> Int {
    let asked = call.dualSubmissionExceptions.filter(\.wantsChairApproval).map(\.key)
    let answered = try act.session.answeredClaims(in: self.call, chairedBy: viewer.email)
    return try act.session.claims(in: self.call, chairedBy: viewer.email).count { claim in
      claim.exceptions.contains { asked.contains($0) && !answered.contains("\(claim.submission) \($0)") }
    }
  }
}

/// What the overview is made of, loaded in one snapshot.
struct ChairOverview {
  let call: Call
  /// Whether the viewer chairs the whole call; else nothing waits for them, nor leads to, what concerns it.
  let isWhole: Bool
  let now: Instant
  let releasedAt: Instant?
  let submissions: [SubmissionDatesRow]
  let reviewers: Int
  /// When each review of a paper in the process first came in, earliest first.
  let reviewTimes: [Instant]
  let reviewsExpected: Int
  let responses: Int
  let decided: Int
  let violations: Int
  let openClaims: Int
  let plans: [PlanRow]
  let failedLetters: Int
  /// When everything is released, where that is set.
  let timedRelease: TimedRelease?

  var phase: Phase { call.calendar.phase(at: now, released: releasedAt != nil) }

  func count(_ state: SubmissionState) -> Int {
    submissions.count { $0.state == state }
  }

  func figures() -> [ChairHomePage.Figure] {
    var figures: [ChairHomePage.Figure] = [
      .init(label: "submitted", value: "\(count(.submitted))", link: "/chair/submissions?state=submitted"),
      .init(label: "drafts", value: "\(count(.draft))", link: "/chair/submissions?state=draft"),
      .init(label: "withdrawn", value: "\(count(.withdrawn))", link: "/chair/submissions?state=withdrawn"),
      .init(
        label: "rejected without review", value: "\(count(.deskRejected))", link: "/chair/submissions?state=desk-rejected"),
      .init(label: "reviewers", value: "\(reviewers)", link: isWhole ? "/chair/people" : nil),
    ]
    if phase >= .assignment || reviewsExpected > 0 {
      let wanted = count(.submitted) * call.assignment.reviewsPerSubmission
      figures.append(
        .init(
          label: "assignments", value: "\(reviewsExpected)", context: "of \(wanted) wanted",
          link: isWhole ? "/chair/assignment" : nil))
    }
    if phase >= .reviewing {
      figures.append(
        .init(
          label: "reviews in", value: "\(reviewTimes.count)", context: "of \(reviewsExpected) expected",
          link: "/chair/submissions?sort=reviews"))
    }
    if phase >= .response {
      figures.append(.init(label: "author responses", value: "\(responses)", context: "of \(count(.submitted))", link: nil))
      figures.append(
        .init(label: "decided", value: "\(decided)", context: "of \(count(.submitted))", link: "/chair/decisions"))
    }
    return figures
  }

  /// The days of a period up to now, each with its end; the last is today or the day of the latest of `dates`.
  func days(of period: Period, dates: [Instant]) -> [(day: Instant, end: Instant)] {
    let length = Span.days(1)
    let last = min(now, max(period.closes, dates.max() ?? period.closes))
    let secondOfDay = ((period.opens.seconds % 86_400) + 86_400) % 86_400
    var day = Instant(seconds: period.opens.seconds).adding(.seconds(-secondOfDay))
    var days: [(day: Instant, end: Instant)] = []
    while day <= last && period.opens <= now && days.count < 400 {
      days.append((day, day.adding(length)))
      day = day.adding(length)
    }
    return days
  }
}

extension SubmissionDatesRow {
  /// Whether the paper was in the process just before `moment`.
  func stands(at moment: Instant) -> Bool {
    guard let submittedAt, submittedAt < moment else { return false }
    if let withdrawnAt, withdrawnAt < moment { return false }
    if let deskRejectedAt, deskRejectedAt < moment { return false }
    return true
  }
}
