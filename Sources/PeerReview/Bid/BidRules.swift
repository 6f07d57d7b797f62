/// A reviewer's wish for a paper. A noun to hang ids on.
public enum Bid {}

public enum BidRules {
  /// In the bidding period, on a paper in the process, at a level of the call. An empty level takes the bid back.
  public static func bid(
    _ facts: SubmissionFacts, level: String, standing: Standing, call: Call, at now: Instant
  ) throws(Refusal) {
    switch standing {
    case .author, .conflicted: throw .notFound
    case .chair, .reviewer, .metareviewer, .external, .committee, .publication, .outsider: break
    }
    try SubmissionRules.requireUnderReview(facts)
    try call.calendar.bidding.require(at: now)
    if !level.isEmpty && !call.bidding.levels.contains(where: { $0.key == level }) {
      throw .invalid([FieldProblem("level", "Choose one of the levels offered.")])
    }
  }

  /// What stands in a level's place where a reviewer declares a conflict instead of bidding, and where one level for many papers
  /// is to be none. No key of a call file begins so.
  public static let conflictChoice = "*conflict"
  public static let noBidChoice = "*none"

  /// The levels chosen one by one, with one level for all of these papers. Refuses `invalid` without papers or a level.
  public static func set(
    _ level: String, on papers: Set<ID<Submission>>, over levels: [ID<Submission>: String]
  ) throws(Refusal) -> [ID<Submission>: String] {
    var problems: [FieldProblem] = []
    if papers.isEmpty { problems.append(FieldProblem("level", "Tick the papers that are to have the level.")) }
    if level.isEmpty { problems.append(FieldProblem("level", "Choose the level these papers are to have.")) }
    if !problems.isEmpty { throw .invalid(problems) }
    var levels = levels
    for paper in papers { levels[paper] = level == noBidChoice ? "" : level }
    return levels
  }

  /// The levels a reviewer may give to a topic: 0 none, 1 familiar, 2 expert.
  public static let expertiseLevels = 0...2

  /// The most keywords of one reviewer, and characters of one keyword.
  public static let keywordLimit = 40
  public static let keywordCharacterLimit = 80

  /// Each once, without blanks at its ends, in the order given. Refuses more than `keywordLimit` and longer ones than
  /// `keywordCharacterLimit`.
  public static func keywords(_ typed: [String]) throws(Refusal) -> [String] {
    var seen: Set<String> = []
    let keywords = typed.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
    if keywords.count > keywordLimit {
      throw .invalid([
        FieldProblem("keywords", "These are \(keywords.count) keywords; give at most \(keywordLimit), what you know best.")
      ])
    }
    if let long = keywords.first(where: { $0.count > keywordCharacterLimit }) {
      throw .invalid([
        FieldProblem(
          "keywords",
          "“\(long.prefix(40))…” is too long for a keyword: at most \(keywordCharacterLimit) characters. Separate them by commas."
        )
      ])
    }
    return keywords
  }

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
