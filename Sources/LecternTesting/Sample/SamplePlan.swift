/// The facts of a call that a sample conference needs.
public struct SampleCall: Hashable, Sendable {
  public let topics: [SampleTopic]
  /// Of 100 papers, how many go to the industrial track; 0 when the call has none.
  public let industrialPercent: Int
  /// How many people sign a paper, at least and at most.
  public let authors: ClosedRange<Int>
  /// How many papers one of them signs at most; nil where that is not limited.
  public let submissionsPerAuthor: Int?

  public init(
    topics: [SampleTopic], industrialPercent: Int = 15, authors: ClosedRange<Int> = 1...6, submissionsPerAuthor: Int? = nil
  ) {
    self.topics = topics
    self.industrialPercent = industrialPercent
    self.authors = authors
    self.submissionsPerAuthor = submissionsPerAuthor
  }
}

/// A made-up member of the committee and what they know.
public struct SampleReviewer: Hashable, Sendable {
  public struct Expertise: Hashable, Sendable {
    public let topicKey: String
    /// 1 (has read about it) to 3 (works on it); topics not listed are 0.
    public let level: Int
  }
  public let person: SamplePerson
  /// In the call's order of topics.
  public let expertise: [Expertise]

  /// 0 to 3.
  public func level(_ topicKey: String) -> Int {
    expertise.first { $0.topicKey == topicKey }?.level ?? 0
  }
}

/// A reason why a reviewer may not touch a paper.
public struct SampleConflict: Hashable, Sendable {
  public enum Reason: String, Hashable, CaseIterable, Sendable { case author, sameAffiliation, recentCoauthor }
  /// Where in `SamplePlan.reviewers`.
  public let reviewer: Int
  /// Where in `SamplePlan.papers`.
  public let paper: Int
  public let reason: Reason
}

/// Everybody and everything a sample conference starts from, made up from one seed.
///
/// The same arguments give the same plan on every machine.
public struct SamplePlan: Sendable {
  public let chairs: [SamplePerson]
  public let reviewers: [SampleReviewer]
  /// Everyone who signs a paper, each once, in order of first appearance. Some are reviewers as well.
  public let authors: [SamplePerson]
  public let papers: [SamplePaper]
  /// Ordered by paper, then reviewer. A chair's own conflicts aren't listed: chairs sign no papers here.
  public let conflicts: [SampleConflict]

  /// Negative counts are taken as 0. Without topics papers have none and reviewers know none.
  public init(seed: UInt64, submissions: Int, reviewers: Int, chairs: Int = 3, call: SampleCall) {
    let random = SeededRandom(seed: seed).stream("plan")
    var people = SamplePeople(random: random)
    self.chairs = (0..<max(0, chairs)).map { _ in people.next() }
    let committee = (0..<max(0, reviewers)).map { index in
      Self.reviewer(people.next(), topics: call.topics, random.stream("reviewer", index))
    }
    self.reviewers = committee
    var maker = SamplePapers(topics: call.topics, random: random)
    var community = SampleCommunity(people: people, reviewers: committee, call: call, random: random)
    var papers: [SamplePaper] = []
    var toss = random.stream("tracks")
    for _ in 0..<max(0, submissions) {
      let authors = community.team()
      let first = authors.first.flatMap { lead in committee.first { $0.person.email == lead.email } }
      let known = first?.expertise.filter { $0.level > 1 }.map(\.topicKey) ?? []
      papers.append(maker.next(by: authors, industrial: toss.chance(percent: call.industrialPercent), preferred: known))
    }
    self.papers = papers
    authors = Self.distinct(papers.flatMap(\.authors))
    conflicts = Self.conflicts(papers: papers, reviewers: committee, random: random)
  }

  private static func reviewer(_ person: SamplePerson, topics: [SampleTopic], _ random: SeededRandom) -> SampleReviewer {
    var random = random
    let known = random.sample(random.int(in: 3...7), of: topics.indices)
    let levels = known.enumerated().map { rank, topic in (topic, rank < 2 ? 3 : random.int(in: 1...2)) }
    let expertise = levels.sorted { $0.0 < $1.0 }
      .map { SampleReviewer.Expertise(topicKey: topics[$0.0].key, level: $0.1) }
    return SampleReviewer(person: person, expertise: expertise)
  }

  private static func distinct(_ people: [SamplePerson]) -> [SamplePerson] {
    var seen: Set<String> = []
    return people.filter { seen.insert($0.email).inserted }
  }

  private static func conflicts(
    papers: [SamplePaper], reviewers: [SampleReviewer], random: SeededRandom
  ) -> [SampleConflict] {
    var random = random.stream("conflicts")
    var found: [SampleConflict] = []
    for (paper, sample) in papers.enumerated() {
      let emails = Set(sample.authors.map(\.email))
      let places = Set(sample.authors.map(\.affiliation.domain))
      for (index, reviewer) in reviewers.enumerated() {
        let past = random.chance(percent: 2)
        let reason: SampleConflict.Reason? =
          emails.contains(reviewer.person.email)
          ? .author : places.contains(reviewer.person.affiliation.domain) ? .sameAffiliation : past ? .recentCoauthor : nil
        if let reason { found.append(SampleConflict(reviewer: index, paper: paper, reason: reason)) }
      }
    }
    return found
  }
}

/// Forms teams of authors out of a community in which people know those at their own place best.
struct SampleCommunity {
  private var people: SamplePeople
  private var random: SeededRandom
  private var known: [SamplePerson]
  private let call: SampleCall
  /// How many papers each address stands on so far.
  private var signed: [String: Int] = [:]

  init(people: SamplePeople, reviewers: [SampleReviewer], call: SampleCall, random: SeededRandom) {
    self.people = people
    self.call = call
    self.random = random.stream("community")
    known = reviewers.map(\.person)
  }

  /// 1 to 6 different people, or as many as the call asks for and takes, mostly of one place, about a third of them known from
  /// the committee or earlier papers. Nobody is on more papers than the call takes of one author.
  mutating func team() -> [SamplePerson] {
    let usual = [1, 2, 2, 3, 3, 3, 4, 4, 5, 6][random.int(below: 10) ?? 0]
    let size = min(max(usual, call.authors.lowerBound), call.authors.upperBound)
    var team: [SamplePerson] = []
    let home = random.pick(SampleAffiliation.all)
    while team.count < size {
      let place = random.chance(percent: 70) ? home : random.pick(SampleAffiliation.all)
      let colleagues = known.filter { person in
        person.affiliation == place && mayWriteAnother(person) && !team.contains { $0.email == person.email }
      }
      if random.chance(percent: 35), let colleague = random.pick(colleagues) {
        team.append(colleague)
      } else {
        let person = people.next(at: place)
        known.append(person)
        team.append(person)
      }
    }
    for person in team { signed[person.email, default: 0] += 1 }
    return team
  }

  private func mayWriteAnother(_ person: SamplePerson) -> Bool {
    guard let limit = call.submissionsPerAuthor else { return true }
    return signed[person.email, default: 0] < limit
  }
}
