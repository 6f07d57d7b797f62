/// The words a topic is written about with.
struct SampleVocabulary: Sendable {
  /// Stems that, found in a topic's key or name, speak for this vocabulary.
  let stems: [String]
  /// Plural nouns: what the paper is about.
  let things: [String]
  /// Nouns that stand without an article: what is done.
  let methods: [String]
  /// Singular nouns that stand without an article: where it happens.
  let settings: [String]
  /// Singular nouns: what is measured; those that start with `+` are better when higher.
  let metrics: [String]
  /// Plural nouns: what it is measured on.
  let workloads: [String]

  init(
    _ stems: String, things: String, methods: String, settings: String, metrics: String, workloads: String
  ) {
    func list(_ text: String) -> [String] {
      text.split(separator: ";").map { String($0.drop { $0 == " " }) }
    }
    self.stems = list(stems)
    self.things = list(things)
    self.methods = list(methods)
    self.settings = list(settings)
    self.metrics = list(metrics)
    self.workloads = list(workloads)
  }

  /// The vocabulary whose stems cover most of the topic's words; the topic's own name fills a general one when none fits.
  static func of(_ topic: SampleTopic) -> SampleVocabulary {
    let text = (topic.key + " " + topic.name).lowercased()
    var best: (score: Int, vocabulary: SampleVocabulary)?
    for vocabulary in all {
      let score = vocabulary.stems.reduce(0) { $0 + (text.contains($1) ? $1.count : 0) }
      if score > (best?.score ?? 0) { best = (score, vocabulary) }
    }
    return best?.vocabulary ?? general(topic)
  }

  private static func general(_ topic: SampleTopic) -> SampleVocabulary {
    let name = topic.name.lowercased()
    return SampleVocabulary(
      "", things: "\(name) workloads; \(name) pipelines; intermediate results; configuration choices; shared resources",
      methods: "adaptive batching; careful placement; incremental computation; profile-guided planning; speculative execution",
      settings: "\(name); practice at scale; a shared cluster; day-to-day operation",
      metrics: "+throughput; tail latency; cost per run; peak memory",
      workloads: "recorded traces; open benchmarks; synthetic stress tests; internal pipelines")
  }

  static let all = training + serving + hardware + practice
}
