/// The method that is hard to game: no pair is more probable than a limit, and chance decides within it.
///
/// Finds the pair probabilities with the highest expected total under the limit, then draws a plan with exactly these
/// probabilities (Jecmen, Zhang, Liu, Shah, Conitzer, Fang: Mitigating Manipulation in Peer Review via Randomized Reviewer
/// Assignments, NeurIPS 2020). Probabilities are multiples of one over the limit's denominator, and the optimum over them
/// is the optimum over all probabilities, because the flow's vertices are whole in these units.
public enum RandomizedAssignment {
  /// The marginals with the highest expected total, proven by prices, and the plan the seed draws from them.
  ///
  /// Honours demands, loads, forced pairs (probability 1 whatever the limit), forbidden pairs, and in every plan that can
  /// be drawn: a single attribute rule per paper exactly; `apart`, `authorship` and `alternatives` by giving at most one of
  /// two clashing pairs a probability at all, which costs expected total: `objectiveBound` says how much at the most.
  ///
  /// - Throws: `MethodRefusal` for rules no sample can be made to keep.
  public static func solve(
    _ problem: AssignmentProblem, limit: PairLimit, constraints: SideConstraints = SideConstraints(), seed: UInt64
  ) throws(MethodRefusal) -> RandomizedOutcome {
    let method = MarginalMethod(
      problem: problem, constraints: constraints, denominator: limit.denominator, capacity: limit.numerator, seed: seed)
    return try method.solve()
  }
}

/// What a method of random assignment gave.
public enum RandomizedOutcome: Sendable {
  case solved(RandomizedPlan)
  /// No probabilities within the limits meet every demand and minimum load.
  case shortfall(MarginalShortfall)
}

/// What is missing when no probabilities meet everything.
public struct MarginalShortfall: Sendable, Hashable {
  public struct Missing: Sendable, Hashable {
    public var index: Int
    /// In units of one over the denominator.
    public var units: Int
  }

  public var denominator: Int
  /// Papers and the reviews they expect too little, sorted.
  public var papers: [Missing]
  /// Papers whose attribute rule leaves no room for their demand, and by how many units it would have to be stretched, sorted.
  public var papersBoundByRules: [Missing]
  /// Reviewers and the papers they expect too little for their minimum load, sorted.
  public var reviewers: [Missing]
}

/// Marginals and a plan drawn from them.
public struct RandomizedPlan: Sendable {
  public var plan: Plan
  public var marginals: Marginals
  /// Σ score × units over the marginals; divided by the denominator it is the expected total.
  public var expectedUnits: Int64
  /// What the method maximises, in a scale of its own; for the randomized method it is `expectedUnits`.
  public var objective: Int64
  /// What the objective can't exceed. Above it only where clashing pairs had to be kept apart, see
  /// `RandomizedAssignment.solve`.
  public var objectiveBound: Int64
  /// Prices that prove the optimum of the last flow; nil where groups or excluded pairs took part in it.
  public var duals: DualPrices?
  /// Draws more plans from the same marginals.
  public var sampler: MarginalSampler

  public var expectedTotal: Double { Double(expectedUnits) / Double(marginals.denominator) }
  public var isOptimal: Bool { objective == objectiveBound }
}
