/// How the matcher chooses among the plans that meet a chair's numbers.
public struct PlanMethod: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The highest total affinity.
    case optimal
    /// The worst-served paper as well as possible, then the total.
    case fair
    /// No pair likelier than a limit, the highest expected total under it, then a plan drawn by lot.
    case randomized
    /// As randomized, with probabilities spread more evenly for a little of the total.
    case perturbed

    /// Whether it draws lots, so that the probability limit counts.
    public var drawsLots: Bool { self == .randomized || self == .perturbed }
  }

  public let kind: Kind
  /// The most that any pair's probability may be, in millionths.
  public let limitMillionths: Int

  public init(_ kind: Kind, limitMillionths: Int = 500_000) {
    self.kind = kind
    self.limitMillionths = limitMillionths
  }

  public var limit: Double { Double(limitMillionths) / 1_000_000 }

  /// Reads a method's name and a probability such as 0.5. Refuses `invalid` for others, each by its field.
  public init(name: String, limit: String) throws(Refusal) {
    var problems: [FieldProblem] = []
    let kind = Kind(rawValue: name)
    if kind == nil {
      let names = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      problems.append(FieldProblem("method", "Choose one of the methods: \(names)."))
    }
    let probability = limit.isEmpty ? 0.5 : Double(limit) ?? 0
    if !(0.000_001...1).contains(probability) {
      problems.append(FieldProblem("limit", "Give a probability above 0 and up to 1, such as 0.5."))
    }
    guard let kind, problems.isEmpty else { throw .invalid(problems) }
    self.init(kind, limitMillionths: Int((probability * 1_000_000).rounded()))
  }
}
