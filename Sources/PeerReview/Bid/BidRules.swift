/// A reviewer's wish for a paper. A noun to hang ids on.
public enum Bid {}

public enum BidRules {
  /// In the bidding period, on a paper in the process, at a level of the call. An empty level takes the bid back.
  public static func bid(
    _ facts: SubmissionFacts, level: String, standing: Standing, call: Call, at now: Instant
  ) throws(Refusal) {
    switch standing {
    case .author, .conflicted: throw .notFound
    case .chair, .reviewer, .committee, .outsider: break
    }
    try SubmissionRules.requireUnderReview(facts)
    try call.calendar.bidding.require(at: now)
    if !level.isEmpty && !call.bidding.levels.contains(where: { $0.key == level }) {
      throw .invalid([FieldProblem("level", "Choose one of the levels offered.")])
    }
  }

  /// The levels a reviewer may give to a topic: 0 none, 1 familiar, 2 expert.
  public static let expertiseLevels = 0...2

  public static func expertise(_ levels: [String: Int], call: Call) throws(Refusal) {
    var problems: [FieldProblem] = []
    for (topic, level) in levels.sorted(by: { $0.key < $1.key }) {
      if call.topic(topic) == nil { problems.append(FieldProblem("topics.\(topic)", "The call has no such topic.")) }
      if !expertiseLevels.contains(level) {
        problems.append(FieldProblem("topics.\(topic)", "Choose one of the levels offered."))
      }
    }
    if !problems.isEmpty { throw .invalid(problems) }
  }
}
