internal import Matching

/// How to assign.
public struct AssignmentSettings: Sendable, Hashable {
  public enum Method: String, CaseIterable, Sendable {
    /// The highest total score.
    case optimal
    /// The worst-served paper as well as possible, then the total.
    case fair
    /// The highest expected total with no pair likelier than the limit, then a plan drawn with exactly these probabilities.
    case randomized
    /// Probabilities spread as evenly as the total allows, then a plan drawn.
    case perturbed

    public static let listed = allCases.map(\.rawValue).joined(separator: ", ")
  }

  public var method: Method
  /// The most any pair's probability may be; for `randomized` and `perturbed`.
  public var limit: Double
  /// Decides between equals and draws the lots.
  public var seed: UInt64

  public init(method: Method = .optimal, limit: Double = 0.5, seed: UInt64 = 1) {
    self.method = method
    self.limit = limit
    self.seed = seed
  }
}
