/// What became of a plan after its problem changed.
public struct Revision: Sendable, Hashable {
  /// Solves the changed problem, with `pricePerChange` counted into the scores: see `OptimalAssignment.revise`.
  public let outcome: Outcome
  /// How many pairs of the previous plan stand.
  public let keptCount: Int
  /// Pairs the previous plan did not hold, sorted.
  public let added: [Pair]
  /// Pairs of the previous plan that stand no more, sorted.
  public let removed: [Removal]

  public struct Removal: Sendable, Hashable {
    public let pair: Pair
    public let reason: Reason
  }

  /// Why a pair stands no more.
  public enum Reason: String, Sendable, Hashable, Codable {
    /// The pair is no candidate any more: a conflict, or its paper or reviewer is gone.
    case notAllowed
    /// The reviewer takes fewer papers than the previous plan gave them.
    case reviewerTakesFewer
    /// The paper takes fewer reviews than the previous plan gave it.
    case paperTakesFewer
    /// The pair could stand; it makes way so that the whole can be met, or scores more.
    case makesWay
  }
}
