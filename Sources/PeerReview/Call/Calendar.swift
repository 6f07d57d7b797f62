/// The dated facts of a call. A period holds from its opening second up to, not including, its closing second.
public struct Calendar: Hashable, Sendable {
  public let submission: Period
  /// By when a paper has to be registered, with title and abstract, to be submitted at all; nil where that is no date of its own.
  public let registration: Instant?
  public let bidding: Period
  public let reviewing: Period
  /// Reviews appear to authors when it opens; responses are due when it closes (C11).
  public let response: Period
  public let discussion: Period
  /// The announced day of author notification (C12). Release is a chair's act; this is its earliest moment.
  public let notification: Instant
  /// When final versions of accepted papers are due; nil when the call asks for none. They open with the release.
  public let cameraReady: Instant?
  /// How long after submissions close a paper that was registered before is still taken: for clocks that go wrong and uploads that
  /// take long. Zero where the call gives none.
  public let grace: Span
  /// Further rounds of reviews, by when they open.
  public let rounds: [ReviewRound]
  public init(
    submission: Period, bidding: Period, reviewing: Period, response: Period, discussion: Period, notification: Instant,
    cameraReady: Instant? = nil, registration: Instant? = nil,
    grace: Span = Span(microseconds: 0), rounds: [ReviewRound] = []
  ) {
    self.rounds = rounds
    self.submission = submission
    self.bidding = bidding
    self.reviewing = reviewing
    self.response = response
    self.discussion = discussion
    self.notification = notification
    self.cameraReady = cameraReady
    self.registration = registration
    self.grace = grace
  }
}

extension Calendar {
  /// When papers that are registered can be changed, files and all, grace included.
  public var completing: Period { Period(opens: submission.opens, closes: submission.closes.adding(grace)) }

  /// When papers can be registered.
  public var registering: Period {
    Period(opens: submission.opens, closes: min(registration ?? submission.closes, submission.closes))
  }
}

public struct Period: Hashable, Sendable {
  public let opens: Instant
  public let closes: Instant
  public init(opens: Instant, closes: Instant) {
    self.opens = opens
    self.closes = closes
  }

  /// Refuses outside the period: to the second, on the server's clock.
  public func require(at now: Instant) throws(Refusal) {
    if now < opens { throw .notYetOpen(opens: opens) }
    if now >= closes { throw .closed(since: closes) }
  }

  public func contains(_ now: Instant) -> Bool { opens <= now && now < closes }
}
