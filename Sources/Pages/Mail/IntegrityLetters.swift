public import PeerReview

/// Tells a chair that there is something in an integrity case. It names neither papers nor people: letters get forwarded.
public struct IntegrityCaseLetter: Letter {
  public let head: Letterhead
  public let name: String
  /// `opened` or `closed`.
  public let what: String
  public let by: String
  public let path: String
  public init(head: Letterhead, name: String, what: String, by: String, path: String) {
    self.head = head
    self.name = name
    self.what = what
    self.by = by
    self.path = path
  }

  public static let tells: Set<Secret> = []

  public var subject: String { head.subject("An integrity case was \(what)") }

  public var body: String {
    compose(
      head, greeting: "Dear \(oneLine(name)),",
      [
        "\(oneLine(by)) \(what) an integrity case:\n\(head.address(path))",
        "Please don't forward this letter: not every chair may know of the case.",
      ])
  }
}
