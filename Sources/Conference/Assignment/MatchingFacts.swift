internal import Expertise
internal import PeerReview
internal import Store

/// One paper and one person.
struct Pairing: Hashable, Sendable {
  let submission: ID<Submission>
  let person: ID<Person>
}

/// How near papers are to what people wrote, as far as both were scored.
struct TextScores: Sendable {
  private let papers: Set<ID<Submission>>
  private let people: Set<ID<Person>>
  private let scores: [Pairing: Int]
  private let marks: [Pairing: String]

  init(_ rows: [TextScoreRow] = [], people: Set<ID<Person>> = []) {
    self.people = people
    papers = Set(rows.map(\.submission))
    let pairs = rows.map { (Pairing(submission: $0.submission, person: $0.person), $0) }
    scores = Dictionary(pairs.map { ($0, Int($1.score)) }, uniquingKeysWith: { first, _ in first })
    marks = Dictionary(pairs.filter { !$1.marks.isEmpty }.map { ($0, $1.marks) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil when one of the two was not scored. Only the best of each paper are kept: others count as nothing.
  subscript(_ pairing: Pairing) -> Int? {
    guard people.contains(pairing.person), papers.contains(pairing.submission) else { return nil }
    return scores[pairing] ?? 0
  }

  /// What a chair should look at before trusting the score.
  func marks(_ pairing: Pairing) -> [ExpertiseMark] {
    (marks[pairing] ?? "").split(separator: " ").compactMap { ExpertiseMark(rawValue: String($0)) }
  }
}

/// What papers and people say of their subject in their own words.
struct Keywords: Sendable {
  private let papers: [ID<Submission>: [Set<UInt64>]]
  private let people: [ID<Person>: [Set<UInt64>]]

  init(papers: [ID<Submission>: [String]] = [:], people: [ID<Person>: [String]] = [:]) {
    self.people = people.mapValues(Self.words)
    // Of nobody with keywords no score is asked.
    self.papers = self.people.values.allSatisfy(\.isEmpty) ? [:] : papers.mapValues(Self.words)
  }

  private static func words(_ keywords: [String]) -> [Set<UInt64>] {
    keywords.map(KeywordAffinity.words).filter { !$0.isEmpty }
  }

  func isKnown(_ person: ID<Person>) -> Bool { people[person]?.isEmpty == false }

  func score(_ pairing: Pairing) -> Int? {
    KeywordAffinity.score(paper: papers[pairing.submission] ?? [], person: people[pairing.person] ?? [])
  }
}

/// Everything the matcher needs to know of a call, or of some papers of it, read in one snapshot. What a viewer is shown is
/// made of the facts of papers the viewer may know of.
struct MatchingFacts: Sendable {
  /// In the process, by number.
  let papers: [SubmissionRow]
  /// In office, by id.
  let reviewers: [Person]
  /// The call's topics by their place in the call.
  let topics: [ID<Submission>: Set<Int>]
  let levels: [ID<Person>: [Int: TopicLevel]]
  /// Free keywords of papers and of people, taken apart.
  let keywords: Keywords
  let weights: AffinityWeights
  /// −100…100.
  let bids: [Pairing: Int]
  var texts: TextScores
  let shutOut: Set<Pairing>
  /// Handed back by the reviewer or taken back by a chair.
  let ended: Set<Pairing>
  let standing: Set<Pairing>
  /// Pairs with another part in the review of the paper.
  let apart: Set<Pairing>
  /// Of those who take fewer papers than the call asks.
  var limits: [ID<Person>: Int] = [:]
  private let paperIDs: Set<ID<Submission>>
  private let reviewerIDs: Set<ID<Person>>

  init(
    papers: [SubmissionRow], reviewers: [Person], topics: [ID<Submission>: Set<Int>],
    levels: [ID<Person>: [Int: TopicLevel]], keywords: Keywords = Keywords(),
    weights: AffinityWeights = .standard, bids: [Pairing: Int], texts: TextScores = TextScores(), shutOut: Set<Pairing>,
    ended: Set<Pairing>, standing: Set<Pairing>, apart: Set<Pairing> = []
  ) {
    self.papers = papers
    self.reviewers = reviewers.sorted { $0.id < $1.id }
    self.topics = topics
    self.levels = levels
    self.keywords = keywords
    self.weights = weights
    self.bids = bids
    self.texts = texts
    self.shutOut = shutOut
    self.ended = ended
    self.standing = standing
    self.apart = apart
    paperIDs = Set(papers.map(\.id))
    reviewerIDs = Set(reviewers.map(\.id))
  }

  /// The same by rows: for reviewers their assignments are what stands and meta-reviews the other part, for metareviewers the
  /// other way round. Someone who was relieved of a meta-review may be given it again.
  init(
    papers: [SubmissionRow], reviewers: [Person], topics: [ID<Submission>: Set<Int>],
    levels: [ID<Person>: [Int: TopicLevel]], keywords: Keywords, weights: AffinityWeights, bids: [Pairing: Int],
    texts: TextScores, shutOut: Set<Pairing>, _ role: Role, reviews: (ended: [AssignmentRow], standing: [AssignmentRow]),
    _ metareviews: [MetareviewTaskRow]
  ) {
    func pairings(_ rows: [AssignmentRow]) -> Set<Pairing> {
      Set(rows.map { Pairing(submission: $0.submission, person: $0.person) })
    }
    let leads = Set(metareviews.filter { $0.endedAt == nil }.map { Pairing(submission: $0.submission, person: $0.person) })
    let isForReviews = role == .reviewer
    self.init(
      papers: papers, reviewers: reviewers, topics: topics, levels: levels, keywords: keywords, weights: weights, bids: bids,
      texts: texts, shutOut: shutOut, ended: isForReviews ? pairings(reviews.ended) : [],
      standing: isForReviews ? pairings(reviews.standing) : leads, apart: isForReviews ? leads : pairings(reviews.standing))
  }

  /// The same without some papers.
  func hiding(_ hidden: Set<ID<Submission>>) -> MatchingFacts {
    var facts = MatchingFacts(
      papers: papers.filter { !hidden.contains($0.id) }, reviewers: reviewers, topics: topics, levels: levels,
      keywords: keywords, weights: weights, bids: bids, texts: texts, shutOut: shutOut, ended: ended,
      standing: standing.filter { !hidden.contains($0.submission) }, apart: apart)
    facts.limits = limits
    return facts
  }

  /// As many papers as the person takes where `maximum` are asked.
  func load(_ person: ID<Person>, of maximum: Int) -> Int { min(maximum, limits[person] ?? maximum) }

  func facts(_ pairing: Pairing) -> PairFacts {
    PairFacts(
      isUnderReview: paperIDs.contains(pairing.submission), isShutOut: shutOut.contains(pairing),
      holdsOffice: reviewerIDs.contains(pairing.person), hasEnded: ended.contains(pairing),
      hasOtherPart: apart.contains(pairing))
  }

  /// Those of a plan's pairs that can't be released any more.
  func impossible(_ pairs: [PlanPairRow]) -> [PlanPairRow] {
    pairs.filter { obstacle(Pairing(submission: $0.submission, person: $0.person)) != nil }
  }

  /// What keeps the pair out of a plan. Who has the paper already keeps it, in office or not, unless in conflict.
  func obstacle(_ pairing: Pairing) -> PairObstacle? {
    guard let obstacle = AssignmentRules.obstacle(facts(pairing)) else { return nil }
    switch obstacle {
    case .notUnderReview, .shutOut: return obstacle
    case .noOffice, .ended, .otherPart: return standing.contains(pairing) ? nil : obstacle
    }
  }

  func affinity(_ pairing: Pairing) -> AffinityParts { affinity(pairing, bid: bids[pairing]) }

  /// How well the person knows the subject, whether or not they want the paper: 0 to `Affinity.scoreLimit`.
  func expertise(_ pairing: Pairing) -> Int64 { Int64(affinity(pairing, bid: nil).total) }

  private func affinity(_ pairing: Pairing, bid: Int?) -> AffinityParts {
    Affinity.combine(
      topic: TopicAffinity.score(
        paperTopics: topics[pairing.submission] ?? [], levels: levels[pairing.person] ?? [:]),
      keyword: keywords.score(pairing), text: texts[pairing], bid: bid, weights: weights)
  }

  /// The affinity from 0 to `Affinity.scoreLimit`.
  func score(_ pairing: Pairing) -> Int64 { Int64(affinity(pairing).total) }

  /// Whether the person said they know at least one topic, or something in their own words.
  func hasExpertise(_ person: ID<Person>) -> Bool {
    levels[person]?.values.contains { $0 > .none } ?? false || keywords.isKnown(person)
  }

  func pair(_ pairing: Pairing, byHand: Bool) -> PlanPairRow {
    let parts = affinity(pairing)
    return PlanPairRow(
      submission: pairing.submission, person: pairing.person, topicScore: parts.topic.knownScore,
      keywordScore: parts.keyword.knownScore, bidScore: parts.bid.knownScore, textScore: parts.text.knownScore,
      score: Int64(parts.total), byHand: byHand)
  }
}

extension AffinityParts.Part {
  fileprivate var knownScore: Int64? { isKnown ? Int64(score) : nil }
}
