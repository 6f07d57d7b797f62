public import PeerReview

extension PlanPage {
  public struct Statistics: Hashable, Sendable {
    public let meanAffinity: Double
    public let lowestPaperAffinity: Double
    /// The mean over the tenth of the papers that is served worst.
    public let lowestTenthAffinity: Double
    /// The ten papers served worst, the worst first.
    public let worstPapers: [ServedPaper]
    /// Bids for papers by people who may read them, and how many the plan grants.
    public let wishes: Int
    public let wishesMet: Int
    public let pairsWithBid: Int
    public let pairs: Int
    /// Load 0, 1, 2 …: how many reviewers have it.
    public let reviewersByLoad: [Int]
    /// Ten bins of equal width over 0…1: how many pairs.
    public let pairsByAffinity: [Int]
    /// Of a plan made for its worst-served paper.
    public let guarantee: Guarantee?
    public init(
      meanAffinity: Double, lowestPaperAffinity: Double, lowestTenthAffinity: Double = 0, worstPapers: [ServedPaper] = [],
      wishes: Int = 0, wishesMet: Int = 0, pairsWithBid: Int, pairs: Int, reviewersByLoad: [Int],
      pairsByAffinity: [Int], guarantee: Guarantee? = nil
    ) {
      self.meanAffinity = meanAffinity
      self.lowestPaperAffinity = lowestPaperAffinity
      self.lowestTenthAffinity = lowestTenthAffinity
      self.worstPapers = worstPapers
      self.wishes = wishes
      self.wishesMet = wishesMet
      self.pairsWithBid = pairsWithBid
      self.pairs = pairs
      self.reviewersByLoad = reviewersByLoad
      self.pairsByAffinity = pairsByAffinity
      self.guarantee = guarantee
    }
  }

  /// What the algorithm PeerReview4All guarantees the worst-served paper, and what no plan can surpass: mean affinities.
  public struct Guarantee: Hashable, Sendable {
    public let affinity: Double
    public let bound: Double
    public init(affinity: Double, bound: Double) {
      self.affinity = affinity
      self.bound = bound
    }
  }

  /// A paper and the mean affinity of its reviewers.
  public struct ServedPaper: Hashable, Sendable {
    public let id: ID<Submission>
    public let number: SubmissionNumber
    public let title: String
    public let affinity: Double
    public init(id: ID<Submission>, number: SubmissionNumber, title: String, affinity: Double) {
      self.id = id
      self.number = number
      self.title = title
      self.affinity = affinity
    }
  }
}

extension PlanPage {
  var figures: HTML {
    """
    <ul class="figures"><li><span class="value">\(decimal(statistics.meanAffinity))</span> <span class="label">mean affinity\
    </span></li>
    <li><span class="value">\(decimal(statistics.lowestPaperAffinity))</span> <span class="label">mean of the worst served
    paper</span></li>
    <li><span class="value">\(decimal(statistics.lowestTenthAffinity))</span> <span class="label">mean of the tenth served
    worst</span></li>
    <li><span class="value">\(statistics.pairs)</span> <span class="label">pairs</span><span class="soft">\
    \(statistics.pairsWithBid) with a bid</span></li>
    <li><span class="value">\(statistics.wishesMet)</span> <span class="label">wishes met</span><span class="soft">of \
    \(statistics.wishes)</span></li></ul>
    <div class="cards"><div class="card">\(histogram(
      "Reviewers by load", bars: statistics.reviewersByLoad.enumerated().map { (String($0.offset), $0.element) },
        axis: "papers"))</div>
    <div class="card">\(histogram(
      "Pairs by affinity", bars: statistics.pairsByAffinity.enumerated().map { (decimal(Double($0.offset) / 10, places: 1),
        $0.element) },
      axis: "affinity from"))</div></div>
    \(with(statistics.guarantee) { guarantee in
      """
      <p class="soft">For comparison: without least loads and pairs that stand, the algorithm PeerReview4All (Stelmakh, Shah and
      Singh, 2021) guarantees its worst-served paper a mean affinity of \(decimal(guarantee.affinity)). No plan can give the
      worst-served paper more than \(decimal(guarantee.bound)).</p>
      """
    })
    \(when(!statistics.worstPapers.isEmpty) {
      """
      <h3>Papers served worst</h3><ul class="rows">\(each(statistics.worstPapers) { paper in
        """
        <li><div><span class="number">\(paper.number)</span> <a href="\(Link.why(paper.id, in: id))">\(paper.title)</a></div>
        <span class="soft">\(decimal(paper.affinity))</span></li>
        """
      })</ul>
      """
    })
    """
  }
}
