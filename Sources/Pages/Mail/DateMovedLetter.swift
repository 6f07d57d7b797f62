public import PeerReview

/// Tells whoever a date binds that it moved.
public struct DateMovedLetter: Letter {
  public let head: Letterhead
  public let name: String
  /// What happens then, such as "Papers are due".
  public let date: String
  public let before: Instant
  public let after: Instant
  public let reason: String
  public let path: String
  public init(head: Letterhead, name: String, date: String, before: Instant, after: Instant, reason: String, path: String) {
    self.head = head
    self.name = name
    self.date = date
    self.before = before
    self.after = after
    self.reason = reason
    self.path = path
  }

  public static let tells: Set<Secret> = []

  public var subject: String { head.subject("\(date): now \(after.utc)") }

  public var body: String {
    compose(
      head, greeting: greeting(name),
      ["\(date): the date moved.", "Before: \(told(before))\nNow: \(told(after))", reason, head.address(path)])
  }
}
