/// What solving an assignment problem gave.
public enum Outcome: Sendable, Hashable {
  /// The plan meets every demand, load and forced pair, and none scores more; the prices prove it.
  case optimal(Plan, DualPrices)
  /// No plan can meet everything. The shortfall says what can be done and why no more.
  case shortfall(Shortfall)

  /// The plan to work with, complete or partial.
  public var plan: Plan {
    switch self {
    case .optimal(let plan, _): plan
    case .shortfall(let shortfall): shortfall.plan
    }
  }

  public var duals: DualPrices {
    switch self {
    case .optimal(_, let duals): duals
    case .shortfall(let shortfall): shortfall.duals
    }
  }
}

/// The best that can be done where no plan meets everything.
public struct Shortfall: Sendable, Hashable, Codable {
  /// Breaks no maximum load, holds every forced pair and no forbidden one. Among such plans it has the most reviews,
  /// then the fewest places below minimum loads, then the highest total score.
  public var plan: Plan
  /// Proves, with the bottlenecks, that the plan is the best one. See `Verifier.verifyShortfall`.
  public var duals: DualPrices
  /// Papers with fewer reviews than they need, sorted by paper.
  public var papers: [PaperShortage]
  /// Reviewers with fewer papers than their minimum load, sorted by reviewer.
  public var reviewers: [LoadShortage]
  /// Why the papers are short. The sets of papers are disjoint, and the gaps add up to all missing reviews.
  public var paperBottlenecks: [PaperBottleneck]
  /// Why the reviewers are underloaded. The sets of reviewers are disjoint, and the gaps add up to all missing load.
  public var loadBottlenecks: [LoadBottleneck]

  public init(
    plan: Plan, duals: DualPrices, papers: [PaperShortage], reviewers: [LoadShortage],
    paperBottlenecks: [PaperBottleneck], loadBottlenecks: [LoadBottleneck]
  ) {
    self.plan = plan
    self.duals = duals
    self.papers = papers
    self.reviewers = reviewers
    self.paperBottlenecks = paperBottlenecks
    self.loadBottlenecks = loadBottlenecks
  }
}

/// A paper that lacks reviews.
public struct PaperShortage: Sendable, Hashable, Codable {
  public var paper: Int
  public var missingReviews: Int

  public init(paper: Int, missingReviews: Int) {
    self.paper = paper
    self.missingReviews = missingReviews
  }
}

/// A reviewer who is given fewer papers than their minimum load.
public struct LoadShortage: Sendable, Hashable, Codable {
  public var reviewer: Int
  public var missingPapers: Int

  public init(reviewer: Int, missingPapers: Int) {
    self.reviewer = reviewer
    self.missingPapers = missingPapers
  }
}

/// A minimum cut that proves papers short: "papers 17, 23, 40 need 9 reviews; the 2 people who can take them have room for 7".
public struct PaperBottleneck: Sendable, Hashable, Codable {
  /// The papers, sorted.
  public var papers: [Int]
  /// Every reviewer who may read one of the papers, sorted. Those with a maximum load of 0 are among them.
  public var reviewers: [Int]
  /// The reviews the papers need together.
  public var neededReviews: Int
  /// The reviews these reviewers can give them: for each the smaller of the number of these papers they may read and
  /// their maximum load less the pairs forced on them elsewhere.
  public var roomReviews: Int

  public init(papers: [Int], reviewers: [Int], neededReviews: Int, roomReviews: Int) {
    self.papers = papers
    self.reviewers = reviewers
    self.neededReviews = neededReviews
    self.roomReviews = roomReviews
  }
}

/// A minimum cut that proves minimum loads unreachable: "reviewers 4 and 9 are to read 6; the 2 papers they may read have
/// places for 3".
public struct LoadBottleneck: Sendable, Hashable, Codable {
  /// The reviewers, sorted.
  public var reviewers: [Int]
  /// Every paper one of the reviewers may read, sorted.
  public var papers: [Int]
  /// The papers the reviewers are to read together, by their minimum loads.
  public var neededPapers: Int
  /// The places the papers have for them: for each paper the smaller of the number of these reviewers who may read it
  /// and its demand less the pairs forced on it elsewhere.
  public var roomPapers: Int

  public init(reviewers: [Int], papers: [Int], neededPapers: Int, roomPapers: Int) {
    self.reviewers = reviewers
    self.papers = papers
    self.neededPapers = neededPapers
    self.roomPapers = roomPapers
  }
}
