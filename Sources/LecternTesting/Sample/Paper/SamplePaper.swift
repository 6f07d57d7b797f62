/// A topic as the call names it.
public struct SampleTopic: Hashable, Sendable {
  public let key: String
  public let name: String

  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }
}

/// A made-up submission. Its reviews, responses and PDF can be made from it at any time and never change.
public struct SamplePaper: Sendable {
  /// What the paper's own texts are drawn from.
  public let seed: UInt64
  public let title: String
  /// 120 to 200 words in one paragraph.
  public let abstract: String
  /// 3 to 5, all different.
  public let keywords: [String]
  /// 1 to 3 keys of the call, the main topic first.
  public let topicKeys: [String]
  public let industrial: Bool
  /// In the order they sign.
  public let authors: [SamplePerson]
  /// Where in `authors` the contact stands.
  public let contactIndex: Int
  public let declarations: SampleDeclarations
  let subject: SampleSubject

  /// The made-up system's name, such as `Tarnwick`.
  public var systemName: String { subject.system }

  /// Randomness for one of the paper's texts.
  func random(_ purpose: String) -> SeededRandom {
    SeededRandom(seed: seed).stream(purpose)
  }

  /// A text of 25 to 60 words for a statement the call asks for, such as where the design methodology is presented.
  public func statement(label: String) -> String {
    var random = random("statement " + label)
    return subject.grammar(SampleDeclarations.phrases).text("statement", &random)
  }
}

/// Makes papers for a call's topics. No two share a title or a system's name.
public struct SamplePapers: Sendable {
  private let topics: [SampleTopic]
  private let random: SeededRandom
  private var systems: SampleSystemNames
  private var titles: Set<String> = []
  private var made = 0

  public init(topics: [SampleTopic], random: SeededRandom) {
    self.topics = topics
    self.random = random.stream("papers")
    systems = SampleSystemNames(random: random)
  }

  /// The next paper, written by the given people, on a topic the first author could know when `preferred` names some.
  public mutating func next(by authors: [SamplePerson], industrial: Bool, preferred: [String] = []) -> SamplePaper {
    var random = random.stream("paper", made)
    made += 1
    let chosen = chooseTopics(preferred, &random)
    let system = systems.next()
    let subject = SampleSubject(system: system, topics: chosen, random: &random)
    var title = subject.title(industrial: industrial, &random)
    for _ in 0..<20 where titles.contains(title) { title = subject.title(industrial: industrial, &random) }
    if !titles.insert(title).inserted {
      title += " with \(system)"
      titles.insert(title)
    }
    let words = subject.methods + subject.settings + subject.things
    return SamplePaper(
      seed: random.next(), title: title, abstract: subject.abstract(industrial: industrial, &random),
      keywords: random.sample(random.int(in: 3...5), of: words), topicKeys: chosen.map(\.key), industrial: industrial,
      authors: authors, contactIndex: random.chance(percent: 75) ? 0 : (random.int(below: authors.count) ?? 0),
      declarations: SampleDeclarations(subject: subject, random: &random), subject: subject)
  }

  private func chooseTopics(_ preferred: [String], _ random: inout SeededRandom) -> [SampleTopic] {
    let count = 1 + (random.chance(percent: 65) ? 1 : 0) + (random.chance(percent: 25) ? 1 : 0)
    let known = topics.filter { preferred.contains($0.key) }
    let first = random.chance(percent: 80) ? random.pick(known) : nil
    guard let main = first ?? random.pick(topics) else { return [] }
    return [main] + random.sample(count - 1, of: topics.filter { $0.key != main.key })
  }
}
