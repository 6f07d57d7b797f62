internal import Expertise
internal import PeerReview
internal import Store

extension Act {
  /// The facts about every paper in the process: for the matcher, never for a viewer.
  func matchingFacts(_ id: ID<Call>) throws -> MatchingFacts {
    try matchingFacts(
      id, papers: session.submissionsUnderReview(in: id), content: session.currentContent(in: id),
      shutOut: session.shutOutPairs(in: id), bids: session.bids(in: id), texts: session.textScores(in: id),
      ended: session.endedAssignments(in: id), standing: session.assignments(in: id),
      metareviews: session.metareviewTasks(in: id))
  }

  /// What release asks of the papers of a plan: who may have which. Nothing else is read, neither bids nor topics: a chair who
  /// releases may be shut out from some papers, and how long it takes would tell of them.
  func releaseFacts(_ id: ID<Call>, _ plan: ID<Plan>) throws -> MatchingFacts {
    try matchingFacts(
      id, papers: session.submissionsUnderReview(of: plan), content: [:], shutOut: session.shutOutPairs(of: plan), bids: [],
      texts: [], ended: session.endedAssignments(of: plan), standing: session.assignments(of: plan),
      metareviews: session.metareviewTasks(of: plan))
  }

  /// The same of the papers a chair may know of.
  func releaseFacts(_ id: ID<Call>, chairedBy chair: Person) throws -> MatchingFacts {
    try matchingFacts(id, chairedBy: chair, content: [:], bids: [], as: .reviewer)
  }

  /// The facts about papers in the process that a chair may know of. Of others not a row is read: how long a page takes
  /// would tell of them. Without scores of texts, which are many and shown of one paper at a time: `texts(of:_:)`.
  /// With the role of metareviewers they are those who can be given the paper, and reviews are the other part. Bids are left out
  /// where nothing but expertise is asked: they may be closed by then.
  func matchingFacts(
    _ id: ID<Call>, chairedBy chair: Person, as role: Role = .reviewer, withBids: Bool = true
  ) throws -> MatchingFacts {
    try matchingFacts(
      id, chairedBy: chair, content: session.currentContent(in: id, chairedBy: chair.email),
      bids: withBids ? session.bids(in: id, chairedBy: chair.email) : [], as: role)
  }

  private func matchingFacts(
    _ id: ID<Call>, chairedBy chair: Person, content: [ID<Submission>: SubmissionContent], bids: [BidRow], as role: Role
  ) throws -> MatchingFacts {
    let email = chair.email
    return try matchingFacts(
      id, papers: session.submissions(chairedBy: email, in: id).filter { $0.facts.state == .submitted }, content: content,
      shutOut: session.shutOutPairs(in: id, chairedBy: email), bids: bids, texts: [],
      ended: session.endedAssignments(in: id, chairedBy: email),
      standing: session.assignments(in: id, chairedBy: email),
      metareviews: session.metareviewTasks(in: id, chairedBy: email), as: role)
  }

  func texts(of submission: ID<Submission>, _ call: ID<Call>, _ people: [ID<Person>]? = nil) throws -> TextScores {
    TextScores(try session.textScores(of: submission), people: try session.textPeople(at: call, among: people))
  }

  private func matchingFacts(
    _ id: ID<Call>, papers: [SubmissionRow], content: [ID<Submission>: SubmissionContent],
    shutOut: [(submission: ID<Submission>, email: String)], bids: [BidRow], texts: [TextScoreRow], ended: [AssignmentRow],
    standing: [AssignmentRow], metareviews: [MetareviewTaskRow], as role: Role = .reviewer
  ) throws -> MatchingFacts {
    let call = try self.call(id).call
    let reviewers = try session.people(in: role, at: id)
    let byAddress = Dictionary(reviewers.map { ($0.email, $0.id) }, uniquingKeysWith: { first, _ in first })
    let pairings = shutOut.compactMap { pair in
      byAddress[pair.email].map { Pairing(submission: pair.submission, person: $0) }
    }
    var facts = MatchingFacts(
      papers: papers, reviewers: reviewers, topics: content.mapValues { Self.indices(of: $0.topics, call) },
      levels: try session.expertise(at: id).mapValues(Self.levels(in: call)),
      keywords: Keywords(papers: content.mapValues(\.keywords), people: content.isEmpty ? [:] : try session.keywords(at: id)),
      weights: AffinityWeights(call.affinity), bids: Self.values(of: bids, call),
      texts: TextScores(texts, people: texts.isEmpty ? [] : try session.textPeople(at: id)),
      shutOut: Set(pairings), role, reviews: (ended, standing), metareviews)
    facts.limits = try session.loadLimits(in: role, at: id)
    return facts
  }

  /// The same about one paper, whatever its state.
  func matchingFacts(_ row: SubmissionRow, _ call: Call, as role: Role = .reviewer) throws -> MatchingFacts {
    var facts = try matchingFacts(
      row, call, session.people(in: role, at: row.call), among: nil, role,
      reviews: (try session.endedAssignments(of: row.id), try session.assignments(of: row.id)),
      try session.metareviewTask(of: row.id).map { [$0] } ?? [])
    facts.limits = try session.loadLimits(in: role, at: row.call)
    return facts
  }

  /// How near one paper is to some people, in office or not. Nothing else is read: these facts serve no choice.
  func matchingFacts(_ row: SubmissionRow, _ call: Call, of people: [ID<Person>]) throws -> MatchingFacts {
    try matchingFacts(row, call, Array(session.people(people).values), among: people, .reviewer, reviews: ([], []), [])
  }

  private func matchingFacts(
    _ row: SubmissionRow, _ call: Call, _ reviewers: [Person], among people: [ID<Person>]?, _ role: Role,
    reviews: (ended: [AssignmentRow], standing: [AssignmentRow]), _ metareviews: [MetareviewTaskRow]
  ) throws -> MatchingFacts {
    let content = try session.version(row.facts.version, of: row.id)?.content
    let topics = content?.topics ?? []
    let addresses = people == nil ? Set(try session.shutOutAddresses(of: row.id)) : []
    let shutOut = reviewers.filter { addresses.contains($0.email) }.map { Pairing(submission: row.id, person: $0.id) }
    return MatchingFacts(
      papers: row.facts.state == .submitted ? [row] : [], reviewers: reviewers,
      topics: [row.id: Self.indices(of: topics, call)],
      levels: try session.expertise(at: row.call, among: people).mapValues(Self.levels(in: call)),
      keywords: Keywords(
        papers: [row.id: content?.keywords ?? []], people: try session.keywords(at: row.call, among: people)),
      weights: AffinityWeights(call.affinity),
      bids: Self.values(of: try session.bids(on: row.id, by: people), call),
      texts: try texts(of: row.id, row.call, people),
      shutOut: Set(shutOut), role, reviews: reviews, metareviews)
  }

  /// How near papers are to what a person knows, by topics, keywords and texts, from 0 to 100; empty when nothing is known of the
  /// person.
  func nearness(of papers: [BiddableRow], to person: ID<Person>, _ call: Call) throws -> [ID<Submission>: Int] {
    let levels = Self.levels(in: call)(try session.expertise(of: person, at: call.id))
    let own = try session.keywords(of: person, at: call.id)
    let isScored = papers.contains { $0.textScore != nil }
    guard isScored || !own.isEmpty || levels.values.contains(where: { $0 > .none }) else { return [:] }
    let keywords = Keywords(
      papers: Dictionary(papers.map { ($0.id, $0.keywords) }, uniquingKeysWith: { first, _ in first }), people: [person: own])
    let weights = AffinityWeights(call.affinity)
    let near = papers.map { paper in
      let parts = Affinity.combine(
        topic: TopicAffinity.score(paperTopics: Self.indices(of: paper.topics, call), levels: levels),
        keyword: keywords.score(Pairing(submission: paper.id, person: person)),
        text: isScored ? paper.textScore ?? 0 : nil, bid: nil, weights: weights)
      let known = parts.topic.contribution + parts.keyword.contribution + parts.text.contribution
      return (paper.id, known * 10_000 / max(1, Affinity.scoreLimit * weights.expertisePercent))
    }
    return Dictionary(near, uniquingKeysWith: { first, _ in first })
  }

  private static func indices(of keys: [String], _ call: Call) -> Set<Int> {
    Set(keys.compactMap { key in call.topics.firstIndex { $0.key == key } })
  }

  /// Topics that the call no longer has, and levels it never had, count for nothing.
  private static func levels(in call: Call) -> ([String: Int]) -> [Int: TopicLevel] {
    let places = Dictionary(call.topics.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    return { stored in
      stored.reduce(into: [:]) { levels, rated in
        if let place = places[rated.key], let level = TopicLevel(rawValue: rated.value) { levels[place] = level }
      }
    }
  }

  private static func values(of bids: [BidRow], _ call: Call) -> [Pairing: Int] {
    let values = Dictionary(call.bidding.levels.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let known = bids.compactMap { bid in
      values[bid.level].map { (Pairing(submission: bid.submission, person: bid.person), $0) }
    }
    return Dictionary(known, uniquingKeysWith: { first, _ in first })
  }
}

extension AffinityWeights {
  /// As the call has them. A call that exists has parts that add up, so that the standard is never taken in their place.
  init(_ policy: AffinityPolicy) {
    self =
      AffinityWeights(
        topicPercent: policy.topicsPercent, keywordPercent: policy.keywordsPercent, textPercent: policy.textsPercent,
        bidPercent: policy.bidsPercent) ?? .standard
  }
}
