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
  /// The most any pair's probability may be, in millionths; for `randomized` and `perturbed`.
  public var limitMillionths: Int
  /// For `perturbed`: how much less the more of one pair's probability counts, from 0 to 500 thousandths.
  public var perturbationThousandths: Int
  /// What each pair given up from a plan made before costs, in millionths; for `optimal`.
  public var changePriceMillionths = 1
  /// Decides between equals and draws the lots.
  public var seed: UInt64

  public init(
    method: Method = .optimal, limitMillionths: Int = 500_000, perturbationThousandths: Int = 500, seed: UInt64 = 1
  ) {
    self.method = method
    self.limitMillionths = limitMillionths
    self.perturbationThousandths = perturbationThousandths
    self.seed = seed
  }

  /// Refuses a method, a probability or a perturbation that is none, saying what would be right.
  public init(method: String, limit: String, perturbation: String = "0.5", changePrice: String = "0.000001", seed: UInt64)
    throws(InputProblems)
  {
    var problems = ProblemList()
    let named = Method(rawValue: method)
    if named == nil { problems.add("--method", nil, "there is no method “\(method)”; choose one of \(Method.listed)") }
    let bytes = Array(limit.utf8)
    var millionths = 0
    let weight = Array(perturbation.utf8)
    var thousandths = 0
    if case .score(let score) = Score.read(weight, 0..<weight.count), score.rest == 0, score.units % 1_000 == 0,
      (0...500_000).contains(score.units)
    {
      thousandths = Int(score.units / 1_000)
    } else {
      problems.add("--perturbation", nil, "“\(perturbation)” is no number from 0 to 0.5 of at most three decimals")
    }
    let price = Array(changePrice.utf8)
    var priceMillionths = 1
    if case .score(let score) = Score.read(price, 0..<price.count), (0...1_000 * Score.unitsPerOne).contains(score.units) {
      priceMillionths = Int(score.units)
    } else {
      problems.add("--change-price", nil, "“\(changePrice)” is no price from 0 to 1000, such as 0.01")
    }
    if case .score(let score) = Score.read(bytes, 0..<bytes.count), score.rest == 0, (1...Score.unitsPerOne).contains(score.units)
    {
      millionths = Int(score.units)
    } else {
      problems.add(
        "--limit", nil, "“\(limit)” is no probability above 0 and up to 1 of at most six decimals. Write 0.5, for instance")
    }
    try problems.check()
    self.init(method: named ?? .optimal, limitMillionths: millionths, perturbationThousandths: thousandths, seed: seed)
    changePriceMillionths = priceMillionths
  }
}
