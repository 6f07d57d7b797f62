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
  /// For `perturbed`: how much less the more of one pair's probability counts, from 0 to 500 thousandths.
  public let perturbationThousandths: Int

  public init(_ kind: Kind, limitMillionths: Int = 500_000, perturbationThousandths: Int = 500) {
    self.kind = kind
    self.limitMillionths = limitMillionths
    self.perturbationThousandths = perturbationThousandths
  }

  public var limit: Double { Double(limitMillionths) / 1_000_000 }

  /// Reads a method's name, a probability such as 0.5, and a perturbation up to 0.5; the last two may be empty. Refuses
  /// `invalid` for others, each by its field.
  public init(name: String, limit: String, perturbation: String = "") throws(Refusal) {
    var problems: [FieldProblem] = []
    let kind = Kind(rawValue: name)
    if kind == nil {
      let names = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      problems.append(FieldProblem("method", "Choose one of the methods: \(names)."))
    }
    let probability = limit.isEmpty ? 0.5 : Double(limit) ?? 0
    if !(0.001...1).contains(probability) {
      problems.append(FieldProblem("limit", "Give a probability from 0.001 to 1, such as 0.5."))
    }
    let weight = perturbation.isEmpty ? 0.5 : Double(perturbation) ?? -1
    if !(0...0.5).contains(weight) {
      problems.append(FieldProblem("perturbation", "Give a number from 0 to 0.5."))
    }
    guard let kind, problems.isEmpty else { throw .invalid(problems) }
    // The matcher counts probabilities in thousandths.
    self.init(
      kind, limitMillionths: max(1, Int((probability * 1_000).rounded())) * 1_000,
      perturbationThousandths: Int((weight * 1_000).rounded()))
  }
}
