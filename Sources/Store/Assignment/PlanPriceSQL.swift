public import PeerReview

extension Session {
  /// Keeps what places are worth in a plan's matching of one set of papers. `papers` names the set; the text is its writer's.
  public func keep(prices: String, ofPapers papers: String, in plan: ID<Plan>) throws {
    try execute(
      """
      INSERT INTO plan_price (plan_id, papers_key, prices) VALUES (\(plan), \(papers), \(prices))
      ON CONFLICT (plan_id, papers_key) DO UPDATE SET prices = excluded.prices
      """)
  }

  /// Nil when none were kept for exactly this set of papers.
  public func prices(ofPapers papers: String, in plan: ID<Plan>) throws -> String? {
    try first("SELECT prices FROM plan_price WHERE plan_id = \(plan) AND papers_key = \(papers)") { try $0.text(0) }
  }
}
