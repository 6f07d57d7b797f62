public import PeerReview

/// What happened since the last digest, for somebody who wants one letter a day.
public struct DigestLetter: Letter {
  public struct Item: Hashable, Sendable {
    public let subject: String
    public let words: String
    /// How often the same happened.
    public let times: Int
    public init(subject: String, words: String, times: Int) {
      self.subject = subject
      self.words = words
      self.times = times
    }
  }
  public let head: Letterhead
  public let name: String
  public let items: [Item]
  public init(head: Letterhead, name: String, items: [Item]) {
    self.head = head
    self.name = name
    self.items = items
  }

  /// Each item was asked for its own reader just before.
  public static let tells: Set<Secret> = []

  public var subject: String {
    head.subject("Today: \(count(items.reduce(0) { $0 + $1.times }, "piece of news", "pieces of news"))")
  }

  public var body: String {
    compose(
      head, greeting: name.isEmpty ? "Hello," : "Dear \(oneLine(name)),",
      items.map { item in
        let heading = oneLine(item.subject.replacing("[\(head.conference)] ", with: ""))
        return "* \(heading)\(item.times > 1 ? " (\(item.times) times)" : "")\n\(wrapped(item.words, width: 70, indent: "  "))"
      } + ["You asked for one letter a day. Choose otherwise here:\n\(head.address("/account"))"])
  }
}

extension Letter {
  /// What the body says between greeting and signature.
  public var words: String {
    body.split(separator: "\n\n", omittingEmptySubsequences: true).dropFirst().dropLast().joined(separator: "\n\n")
  }
}
