/// Further reviews with dates of their own, beside those of the first round, which `reviewing` dates.
public struct ReviewRound: Hashable, Sendable {
  /// The first round, which every call has.
  public static let first = "R1"

  /// As the call file, tables and searches name it, such as `R2`.
  public let key: String
  /// Papers that are given to reviewers from then on are of this round.
  public let opens: Instant
  public let due: Instant

  public init(key: String, opens: Instant, due: Instant) {
    self.key = key
    self.opens = opens
    self.due = due
  }

  func shifted(by span: Span) -> ReviewRound {
    ReviewRound(key: key, opens: opens.adding(span), due: due.adding(span))
  }
}

extension Calendar {
  /// Every round by its key, the first one first.
  public var roundKeys: [String] { [ReviewRound.first] + rounds.map(\.key) }

  /// The round that a paper given to a reviewer now is of: by the clock, with nobody choosing.
  public func round(at now: Instant) -> String { rounds.last { $0.opens <= now }?.key ?? ReviewRound.first }

  /// When reviews of a round are due. A round that the call no longer has is the first.
  public func reviewsDue(in round: String) -> Instant { rounds.first { $0.key == round }?.due ?? reviewing.closes }
}
