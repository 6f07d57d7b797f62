public import Conference
public import PeerReview

/// A whole year of a conference, played by made-up people through the same desks as the real ones, under a virtual clock.
///
/// The same options give the same summary, byte for byte.
public final class Rehearsal {
  /// Where the year may stop: inside a period; `decided` when release has become possible, `released` after it, `archived` when the
  /// proceedings can be written, `sealed` when the last day of the call's retention rules has come.
  public enum Stage: String, CaseIterable, Comparable, Sendable {
    case submission, bidding, reviewing, response, discussion, decided, released, archived, sealed

    public static func < (left: Stage, right: Stage) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  public struct Options: Sendable {
    public var seed: UInt64
    public var submissions: Int
    public var reviewers: Int
    public var until: Stage
    /// Moves every date of the call so that the year stops at this moment; nil plays the dates as they stand.
    public var endingAt: Instant?

    public init(seed: UInt64, submissions: Int, reviewers: Int, until: Stage = .released, endingAt: Instant? = nil) {
      self.seed = seed
      self.submissions = submissions
      self.reviewers = reviewers
      self.until = until
      self.endingAt = endingAt
    }
  }

  let conference: Conference
  let clock: VirtualClock
  let runner: JobRunner
  let options: Options
  let call: Call
  let plan: SamplePlan
  var cast: Cast
  var tally = Tally()
  /// Papers as acknowledged by the server, by their place in the plan.
  var papers: [Int: RehearsedPaper] = [:]
  /// The numbers the server gave out, back to the plan.
  var numbers: [SubmissionNumber: Int] = [:]
  var random: SeededRandom

  /// Plays the year into a new data folder and returns what happened. The folder is closed afterwards and can be served.
  ///
  /// `inspector` opens the manuscripts, as on a real server.
  public static func play(
    folder: String, callText: String, file: String, options: Options, inspector: any Inspector
  ) async throws -> RehearsalSummary {
    let stated: Call
    switch CallFile.parse(callText, file: file) {
    case .success(let parsed): stated = parsed
    case .failure(let mistakes): throw Refusal.invalid(mistakes.problems.map { FieldProblem("call", "\($0)") })
    }
    let shift = options.endingAt.map { Self.shift(stated, stopping: options.until, at: $0) }
    let start = stated.calendar.shifted(by: shift ?? .seconds(0)).submission.opens.adding(.days(-7))
    let clock = VirtualClock(at: start)
    let random = RehearsalRandom(seed: options.seed)
    let conference = try await Conference.open(
      folder: folder, settings: .init(site: "http://127.0.0.1:8080"), clock: clock, random: random, rehearsal: true)
    do {
      guard try await conference.calls().isEmpty else {
        throw Refusal.invalid([FieldProblem("data", "\(folder) holds a conference already. Name a new folder.")])
      }
      let opened = try await conference.openCall(
        text: callText, file: file, shift: shift ?? .seconds(0), reason: "Rehearsal")
      let rehearsal = Rehearsal(
        conference: conference, clock: clock, options: options, call: try await conference.call(opened.id),
        runner: conference.jobRunner(inspector: inspector, transport: MemoryTransport()))
      let summary = try await rehearsal.play()
      try await conference.close()
      return summary
    } catch {
      try? await conference.close()
      throw error
    }
  }

  private init(conference: Conference, clock: VirtualClock, options: Options, call: Call, runner: JobRunner) {
    self.conference = conference
    self.clock = clock
    self.options = options
    self.call = call
    self.runner = runner
    plan = SamplePlan(
      seed: options.seed, submissions: options.submissions, reviewers: options.reviewers, call: SampleCall(call))
    cast = Cast(conference: conference, call: call.id)
    random = SeededRandom(seed: options.seed).stream("rehearsal")
  }

  private func play() async throws -> RehearsalSummary {
    try await formCommittee()
    try await submitPapers()
    if options.until > .submission {
      try await tryAfterDeadline()
      try await screenPapers()
      try await bid()
    }
    if options.until > .bidding {
      try await assignPapers()
      try await review()
    }
    if options.until > .reviewing { try await respond() }
    if options.until > .response { try await discuss() }
    if options.until > .discussion { try await decide() }
    if options.until > .decided { try await release() }
    if options.until > .released { try await makeFinals() }
    if options.until > .archived { try await sealArchive() }
    try await runner.runDue()
    return try await summarise()
  }

  /// Where a stage stops, as a moment of the calendar.
  static func stop(_ stage: Stage, _ call: Call) -> Instant {
    let calendar = call.calendar
    return switch stage {
    case .submission: calendar.submission.moment(percent: 80)
    case .bidding: calendar.bidding.moment(percent: 50)
    case .reviewing: calendar.reviewing.moment(percent: 60)
    case .response: calendar.response.moment(percent: 50)
    case .discussion: calendar.discussion.moment(percent: 50)
    case .decided: calendar.notification.adding(.hours(1))
    case .released: calendar.notification.adding(.hours(12))
    case .archived: (calendar.cameraReady ?? calendar.notification).adding(.days(1))
    case .sealed: (call.retention.steps.last?.at ?? stop(.archived, call)).adding(.days(1))
    }
  }

  /// By whole days, so that the hours of the calendar stay as announced; the clock ends within a day after the stop.
  private static func shift(_ call: Call, stopping stage: Stage, at end: Instant) -> Span {
    let exact = end.since(stop(stage, call)).microseconds
    let day = Span.days(1).microseconds
    let days = exact >= 0 ? exact / day : (exact - day + 1) / day
    // The last stages are points rather than periods.
    return stage >= .decided ? Span(microseconds: exact) : Span(microseconds: days * day)
  }
}

extension SampleCall {
  /// The facts of a call file. Where nobody may say why no author serves, there are enough authors on each paper to serve.
  init(_ call: Call) {
    let most = call.limits.authorsPerSubmission
    let least = call.reciprocal.map { $0.takesReasons ? 1 : $0.reviewers } ?? 1
    self.init(
      topics: call.topics.map { SampleTopic(key: $0.key, name: $0.name) },
      industrialPercent: call.track("industrial") == nil ? 0 : 15, authors: min(least, most)...most,
      submissionsPerAuthor: call.limits.submissionsPerAuthor)
  }
}

extension Period {
  /// The pause between `count` acts that together take a good half of the period, at most `longest`.
  func pace(_ count: Int, longest: Span) -> Span {
    min(longest, Span(microseconds: closes.since(opens).microseconds / 100 * 55 / Int64(max(1, count))))
  }

  /// A moment inside the period.
  func moment(percent: Int64) -> Instant {
    opens.adding(Span(microseconds: closes.since(opens).microseconds / 100 * percent))
  }
}

/// A paper the server has acknowledged.
struct RehearsedPaper {
  let id: ID<Submission>
  var hasManuscript = false
  /// The SHA-256 of what was uploaded is checked against nothing but the server's own word: the receipt.
  var isSubmitted = false
  var isWithdrawn = false
  var isRejected = false

  var isUnderReview: Bool { isSubmitted && !isWithdrawn && !isRejected }
}
