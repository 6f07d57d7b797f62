/// Why a paper and a reviewer are together in a plan, or not.
public struct PairExplanation: Sendable, Hashable {
  public let pair: Pair
  /// Nil when the pair may not be.
  public let score: Int64?
  public let isAssigned: Bool
  public let isForced: Bool
  /// Score less the prices of the paper and of the reviewer: the reduced cost of linear programming, with its sign turned
  /// so that more is better. In an optimal plan it is at least 0 for each pair in it and at most 0 for each pair not in
  /// it. The total falls by at least this much when a pair is taken out, or its negative when one is put in. Nil without
  /// prices, and for a pair that may not be.
  public let worth: Int64?
  /// The cheapest way to have it the other way round; nil when there is none.
  public let exchange: Exchange?
}

/// The cheapest change of a plan that brings one pair in or takes it out and meets every number as before.
public struct Exchange: Sendable, Hashable {
  /// One paper that goes from a reviewer to another. Nil stands for nobody: papers with a range of demand may have one
  /// review more or less.
  public struct Move: Sendable, Hashable {
    public let paper: Int
    public let from: Int?
    public let to: Int?
  }

  /// How much the total falls; below 0 when it rises, which only a plan that is not of highest total allows.
  public let cost: Int64
  /// In the order in which each makes room for the next.
  public let moves: [Move]
}

/// Why a reviewer who may read a paper doesn't.
public enum AbsenceReason: Sendable, Hashable {
  /// The score is not above the lowest of those who have the paper.
  case lowerScore(lowest: Int64)
  /// All places are taken by papers where they bring more; a place is worth so much.
  case neededElsewhere(price: Int64)
  /// The reviewer has as many papers as is best, or more; the place is free but one paper more costs.
  case atTarget
  /// All places are taken.
  case full
  /// The paper's places are owed to others, by a forced pair or by a minimum load.
  case placesOwed
  /// By total score alone the pair belonged in the plan; the method minds other things too.
  case otherAim
  /// The reviewer takes no paper at all.
  case noPlaces
}

/// A reviewer who may read a paper and isn't given it.
public struct AbsentCandidate: Sendable, Hashable {
  public let reviewer: Int
  public let score: Int64
  /// See `PairExplanation.worth`.
  public let worth: Int64?
  public let load: Int
  public let reason: AbsenceReason
}

/// Who reads a paper, who else could have, and why they don't.
public struct PaperExplanation: Sendable, Hashable {
  public let paper: Int
  /// Pairs of the plan, highest score first.
  public let assigned: [PairExplanation]
  /// The others who may read it, highest score first.
  public let absent: [AbsentCandidate]
}
