internal import Pages
internal import PeerReview
internal import Store

/// What waits for the chairs, most pressing first within a phase.
extension ChairOverview {
  func tasks() -> [ChairHomePage.Task] {
    var tasks: [ChairHomePage.Task?] = [failed, violationTask, claimTask]
    switch phase {
    case .announced: tasks.append(inviting)
    case .submission: tasks += [inviting, drafts]
    case .screening, .bidding, .assignment: tasks += [inviting, matching]
    case .reviewing: tasks += [matching, understaffed, lateReviews]
    case .response: tasks += [understaffed, lateReviews]
    case .discussion, .deciding: tasks += [putBack, lateReviews, undecided, release]
    case .released: break
    }
    return tasks.compactMap { $0 }
  }

  private var calendar: Calendar { call.calendar }

  private var failed: ChairHomePage.Task? {
    guard failedLetters > 0 else { return nil }
    return .init(
      sentence: "\(counted(failedLetters, "letter", "letters")) could not be sent", link: "/chair/letters?state=failed",
      deadline: nil, isUrgent: true)
  }

  private var violationTask: ChairHomePage.Task? {
    guard violations > 0, phase < .response else { return nil }
    return .init(
      sentence: "\(counted(violations, "submission has", "submissions have")) violations to look at",
      link: "/chair/submissions?sort=-findings", deadline: phase < .reviewing ? calendar.reviewing.opens : nil)
  }

  private var claimTask: ChairHomePage.Task? {
    guard openClaims > 0, phase != .released else { return nil }
    return .init(
      sentence: "\(counted(openClaims, "submission claims", "submissions claim")) an exception that waits for your answer",
      link: "/chair/submissions?state=submitted", deadline: phase < .reviewing ? calendar.reviewing.opens : nil)
  }

  private var drafts: ChairHomePage.Task? {
    let open = count(.draft)
    guard open > 0, calendar.submission.closes.since(now) < .days(3) else { return nil }
    return .init(
      sentence: "\(counted(open, "draft is", "drafts are")) not submitted yet", link: "/chair/submissions?state=draft",
      deadline: calendar.submission.closes)
  }

  private var inviting: ChairHomePage.Task? {
    guard isWhole else { return nil }
    let policy = call.assignment
    let needed = max(count(.submitted), 1) * policy.reviewsPerSubmission
    guard reviewers * policy.loadMaximum < needed || reviewers < policy.reviewsPerSubmission else { return nil }
    return .init(
      sentence:
        "\(counted(reviewers, "reviewer", "reviewers")) can't write the "
        + "\(counted(needed, "review that is", "reviews that are")) needed: invite more",
      link: "/chair/people", deadline: calendar.bidding.opens)
  }

  private var matching: ChairHomePage.Task? {
    if !isWhole || plans.contains(where: { $0.releasedAt != nil }) || reviewsExpected > 0 { return nil }
    if plans.contains(where: { $0.status == .solved }) {
      return .init(
        sentence: "Look through the plan and release the assignments", link: "/chair/assignment",
        deadline: calendar.reviewing.opens, isUrgent: phase >= .assignment)
    }
    guard phase >= .bidding else { return nil }
    return .init(
      sentence: "Run the matcher", link: "/chair/assignment", deadline: calendar.reviewing.opens,
      isUrgent: phase >= .assignment)
  }

  private var understaffed: ChairHomePage.Task? {
    guard reviewsExpected > 0 else { return nil }
    let wanted = call.assignment.reviewsPerSubmission
    let short = submissions.count { $0.state == .submitted && $0.assigned < wanted }
    guard short > 0 else { return nil }
    return .init(
      sentence: "\(counted(short, "paper has", "papers have")) fewer than \(counted(wanted, "reviewer", "reviewers"))",
      link: "/chair/submissions?state=submitted&sort=reviews", deadline: calendar.reviewing.closes)
  }

  private var lateReviews: ChairHomePage.Task? {
    let missing = reviewsExpected - reviewTimes.count
    guard missing > 0, calendar.reviewing.closes.since(now) < .days(7) else { return nil }
    return .init(
      sentence: "\(counted(missing, "review is", "reviews are")) missing", link: "/chair/reminders",
      deadline: calendar.reviewing.closes, isUrgent: now >= calendar.reviewing.closes)
  }

  private var undecided: ChairHomePage.Task? {
    let open = count(.submitted) - decided
    guard open > 0 else { return nil }
    return .init(
      sentence: "\(counted(open, "paper is", "papers are")) undecided", link: "/chair/decisions?decision=none",
      deadline: calendar.notification, isUrgent: phase == .deciding)
  }

  private var putBack: ChairHomePage.Task? {
    guard let timedRelease, let failure = timedRelease.failure else { return nil }
    return .init(
      sentence: "Decisions were not released at \(timedRelease.at.utc), as was set: \(failure.sentence)",
      link: "/chair/decisions/letters", deadline: nil, isUrgent: true)
  }

  private var release: ChairHomePage.Task? {
    guard isWhole, decided > 0, decided == count(.submitted) else { return nil }
    if let timedRelease, timedRelease.failure == nil {
      return .init(
        sentence: "Read the decision letters: everything is released at the time that is set", link: "/chair/decisions/letters",
        deadline: timedRelease.at)
    }
    return .init(
      sentence: now < calendar.notification ? "Read the decision letters before they go out" : "Release decisions",
      link: "/chair/decisions/letters", deadline: calendar.notification, isUrgent: now >= calendar.notification)
  }
}
