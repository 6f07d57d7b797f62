internal import Logging
internal import Pages
internal import PeerReview
internal import Store

/// Does what committed facts ask for: jobs and letters. Any number of runners may share a database.
public struct JobRunner: Sendable {
  let conference: Conference
  let inspector: any Inspector
  let transport: any MailTransport
  let matcher: any PlanMatcher
  let scorer: any TextScorer
  let returned: (any ReturnedMail)?
  private let log = Logger(label: "lectern.jobs")

  static let lease = Span.minutes(5)
  static let attemptsLimit = 8

  /// Runs everything that is due and returns how many jobs and letters were handled.
  @discardableResult
  public func runDue() async throws -> Int {
    var handled = 0
    try await conference.announceReviews()
    try await conference.applyRetention()
    try await conference.writeDigests()
    if let returned { try await conference.takeReturned(returned) }
    while let job = try await lease() {
      try await run(job)
      handled += 1
    }
    handled += try await sendDueLetters()
    return handled
  }

  private func lease() async throws -> JobRow? {
    try await conference.act { act in
      try act.session.leaseJob(at: act.now, until: act.now.adding(Self.lease))
    }
  }

  /// A job that fails is tried again with back-off, and given up, on record, after some attempts. So is one whose runner
  /// ended in the middle of it each time.
  private func run(_ row: JobRow) async throws {
    if row.attempts > Self.attemptsLimit {
      return try await conference.act { try $0.session.failJob(row.id, error: "No attempt came to an end.", at: $0.now) }
    }
    do {
      guard let job = Job(kind: row.kind, subject: row.subject) else {
        throw StoreFault.other("unknown kind of job: \(row.kind)")
      }
      switch job {
      case .screen(let manuscript): try await conference.screen(manuscript, with: inspector)
      case .screenAgain(let call):
        let hasMore = try await conference.screenAgain(call, with: inspector)
        return try await finish(row) { if hasMore { try $0.enqueue(job) } }
      case .compare(let manuscript): try await conference.compare(manuscript, with: inspector)
      case .copy(let manuscript): try await conference.makeReviewerCopy(manuscript, with: inspector)
      case .solve(let plan): try await conference.solvePlan(plan, with: matcher)
      case .release(let plan): try await conference.releaseAskedPlan(plan)
      case .releaseDecisions(let call): return try await finish(row) { try $0.releaseAtItsTime(call) }
      case .scoreTexts(let scoring):
        try await whileRenewing(row) { try await conference.scoreTexts(scoring, with: scorer) }
      case .tellOfComment(let comment): return try await finish(row) { try $0.tell(ofComment: comment) }
      case .tellOfRecusal(let assignment): return try await finish(row) { try $0.tell(ofRecusal: assignment) }
      case .tellOfConflict(let assignment): return try await finish(row) { try $0.tell(ofConflict: assignment) }
      case .tellOfDate(let change): return try await finish(row) { try $0.tell(ofDate: change) }
      case .tellOfAnswer(let paper, let number): return try await finish(row) { try $0.tell(ofAnswer: number, on: paper) }
      case .tellOfDenial(let paper, let number): return try await finish(row) { try $0.tell(ofDenial: number, on: paper) }
      case .tellOfMetareviewer(let task): return try await finish(row) { try $0.tell(ofMetareviewer: task) }
      case .askExternal(let id): return try await finish(row) { try $0.askExternal(id) }
      case .tellDelegationEnded(let id): return try await finish(row) { try $0.tellEnded(id) }
      case .endDelegations(let assignment): return try await finish(row) { try $0.endDelegations(of: assignment) }
      case .freePapers(let person): return try await finish(row) { try $0.freePapers(of: person) }
      case .erase(let person): return try await finish(row) { try $0.finishErasing(person) }
      }
      try await finish(row) { _ in }
    } catch {
      log.error("A job failed", metadata: ["kind": "\(row.kind)", "attempt": "\(row.attempts)", "error": "\(error)"])
      try await conference.act { act in
        if row.attempts >= Self.attemptsLimit {
          try act.session.failJob(row.id, error: "\(error)", at: act.now)
        } else {
          try act.session.postponeJob(row.id, error: "\(error)", due: act.now.adding(Self.backOff(row.attempts)))
        }
      }
    }
  }

  /// For work that takes longer than a lease: nobody else begins it meanwhile.
  private func whileRenewing(_ row: JobRow, _ body: @escaping @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await body() }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(60))
          try await conference.act { try $0.session.renewJob(row.id, until: $0.now.adding(Self.lease)) }
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// The job's end, in one transaction with what it wrote last: letters written by a job that ended are not written again.
  private func finish(_ row: JobRow, _ body: @escaping @Sendable (Act) throws -> Void) async throws {
    try await conference.act { act in
      try body(act)
      try act.session.finishJob(row.id, at: act.now)
    }
  }

  /// Sends what is due. A temporary failure is tried again with back-off for about two days; a permanent one waits for a
  /// chair. After three temporary failures in a row the mail server is left alone for now, so that jobs don't wait for it.
  private func sendDueLetters() async throws -> Int {
    var handled = 0
    var failuresInRow = 0
    while failuresInRow < 3, let letter = try await leaseLetter() {
      handled += 1
      if case .temporary = try await send(letter) { failuresInRow += 1 } else { failuresInRow = 0 }
    }
    return handled
  }

  private func leaseLetter() async throws -> LetterRow? {
    if try await conference.look({ try $0.session.dueLetters(at: $0.now, limit: 1).isEmpty }) { return nil }
    return try await conference.act { act in
      try act.session.leaseLetter(at: act.now, until: act.now.adding(Self.lease))
    }
  }

  /// Nil when the letter left.
  private func send(_ letter: LetterRow) async throws -> MailFailure? {
    guard let message = try await message(for: letter) else {
      let failure = MailFailure.permanent(reason: "The address can't be written to.")
      try await conference.act { try $0.session.failLetter(letter.id, error: failure.reason, at: $0.now) }
      return failure
    }
    guard let failure = await attempt(message) else {
      try await conference.act { try $0.session.markSent(letter.id, at: $0.now) }
      return nil
    }
    log.warning("A letter was not sent", metadata: ["kind": "\(letter.kind)", "reason": "\(failure.reason)"])
    try await conference.act { act in
      switch failure {
      case .temporary(let reason) where letter.attempts + 1 < Self.letterAttemptsLimit:
        try act.session.postponeLetter(letter.id, error: reason, due: act.now.adding(Self.backOff(letter.attempts + 1)))
      case .temporary(let reason), .permanent(let reason):
        try act.session.failLetter(letter.id, error: reason, at: act.now)
      }
    }
    return failure
  }

  private func attempt(_ message: MailMessage) async -> MailFailure? {
    do {
      try await transport.send(message)
      return nil
    } catch {
      return error
    }
  }

  static let letterAttemptsLimit = 20

  private func message(for letter: LetterRow) async throws -> MailMessage? {
    let call = try await conference.look { act in try letter.call.map { try act.call($0).call } }
    guard let to = EmailAddress(letter.toEmail), let from = EmailAddress(conference.settings.senderEmail) else { return nil }
    return MailMessage(
      to: Mailbox(to, name: letter.toName), from: Mailbox(from, name: call?.name ?? "Lectern"),
      replyTo: call.flatMap { EmailAddress($0.contactEmail) }.map { Mailbox($0) }, subject: letter.subject,
      body: letter.body, messageID: letter.id, date: letter.queuedAt, offAddress: try await offAddress(letter),
      returnAddress: conference.settings.returns?.text(of: letter.id))
  }

  private func offAddress(_ letter: LetterRow) async throws -> String? {
    guard OptionalLetter(rawValue: letter.kind) != nil || letter.kind == OutboxRow.digestKind else { return nil }
    return try await conference.act { try $0.offPath(letter.toEmail) }.map { conference.settings.site + $0 }
  }

  /// One minute, doubled each time, at most six hours.
  static func backOff(_ attempts: Int) -> Span {
    .seconds(min(21_600, 60 << min(9, max(0, attempts - 1))))
  }
}

extension Conference {
  public func jobRunner(
    inspector: any Inspector, transport: any MailTransport, matcher: any PlanMatcher = MatcherInside(),
    scorer: any TextScorer = WordScorer(), returned: (any ReturnedMail)? = nil
  ) -> JobRunner {
    JobRunner(
      conference: self, inspector: inspector, transport: transport, matcher: matcher, scorer: scorer, returned: returned)
  }
}
