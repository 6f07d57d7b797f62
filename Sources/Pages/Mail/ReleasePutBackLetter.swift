public import PeerReview

/// Tells a chair that nothing was released at the moment that was set, and why. It names no paper: some may be kept from them.
public struct ReleasePutBackLetter: Letter {
  public let head: Letterhead
  public let name: String
  /// When everything was to be released.
  public let at: Instant
  /// Who set that.
  public let by: String
  public let failure: TimedReleaseFailure
  public let path: String
  public init(head: Letterhead, name: String, at: Instant, by: String, failure: TimedReleaseFailure, path: String) {
    self.head = head
    self.name = name
    self.at = at
    self.by = by
    self.failure = failure
    self.path = path
  }

  public static let tells: Set<Secret> = []

  public var subject: String { head.subject("Decisions were not released") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      [
        "All decisions were to be released at \(told(at)), set by \(oneLine(by)). Nothing was released: "
          + failure.sentence,
        "Release them by hand, or set another time:\n\(head.address(path))",
      ])
  }
}
