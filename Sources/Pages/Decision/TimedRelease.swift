public import PeerReview

/// The moment at which everything is released, as a chair set it.
public struct TimedRelease: Hashable, Sendable {
  public let at: Instant
  /// Who set it.
  public let by: String
  /// Why it couldn't be done then; nil while it is to come.
  public let failure: TimedReleaseFailure?
  public init(at: Instant, by: String, failure: TimedReleaseFailure? = nil) {
    self.at = at
    self.by = by
    self.failure = failure
  }

  func html(in layout: Layout) -> HTML {
    guard let failure else {
      return "<p class=\"notice\">Everything is released at \(layout.moment(at)), set by \(by).</p>"
    }
    return """
      <p class="notice warning">Decisions were to be released at \(layout.moment(at)), set by \(by). Nothing was released:
      \(failure.sentence) Release them by hand, or set another time.</p>
      """
  }
}

extension TimedReleaseFailure {
  /// Why nothing was released.
  public var sentence: String {
    switch self {
    case .undecided: "a paper was without a decision."
    case .early: "the announced moment had been moved to a later one."
    }
  }
}
