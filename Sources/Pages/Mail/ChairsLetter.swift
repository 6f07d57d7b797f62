public import PeerReview

/// A letter in the chairs' own words.
public struct ChairsLetter: Letter {
  private let text: String
  public let subject: String

  public init(subject: String, body: String) {
    self.subject = oneLine(subject)
    text = body
  }

  public static let tells: Set<Secret> = [.submission]

  public var body: String { wrapped(text) + "\n" }
}
