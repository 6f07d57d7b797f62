/// What one made-up paper is about: its system's name and the words it keeps using.
struct SampleSubject: Sendable {
  let system: String
  let things: [String]
  let methods: [String]
  let settings: [String]
  let metrics: [String]
  /// The metrics that are better when lower; never empty.
  let costs: [String]
  let workloads: [String]

  /// Draws a focus from the vocabularies of the paper's topics, the first weighing most.
  init(system: String, topics: [SampleTopic], random: inout SeededRandom) {
    self.system = system
    let vocabularies = topics.map(SampleVocabulary.of)
    func focus(_ count: Int, _ words: KeyPath<SampleVocabulary, [String]>) -> [String] {
      var chosen: [String] = []
      for (rank, vocabulary) in vocabularies.enumerated() {
        let share = rank == 0 ? count : max(1, count / 2)
        for word in random.sample(share, of: vocabulary[keyPath: words]) where !chosen.contains(word) { chosen.append(word) }
      }
      return chosen
    }
    things = focus(4, \.things)
    methods = focus(3, \.methods)
    settings = focus(2, \.settings)
    let measured = focus(3, \.metrics)
    let lower = measured.filter { !$0.hasPrefix("+") }
    metrics = measured.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
    costs = lower.isEmpty ? ["cost per run"] : lower
    workloads = focus(3, \.workloads)
  }

  /// The grammar with this subject's words in it.
  func grammar(_ phrases: [String: [String]]) -> SampleGrammar {
    var grammar = SampleGrammar(phrases)
    grammar.set("system", [system])
    grammar.set("main", Array(things.prefix(1)))
    grammar.set("things", things)
    grammar.set("how", Array(methods.prefix(1)))
    grammar.set("methods", methods)
    grammar.set("where", Array(settings.prefix(1)))
    grammar.set("settings", settings)
    grammar.set("metric", metrics)
    grammar.set("cost", costs)
    grammar.set("workloads", workloads)
    return grammar
  }
}

/// Names for made-up systems, none given twice.
struct SampleSystemNames: Sendable {
  private var random: SeededRandom
  private var given: Set<String> = []
  private static let heads = [
    "Al", "Bram", "Cor", "Dun", "El", "Fen", "Gal", "Hol", "Ist", "Jun", "Kes", "Lor", "Mar", "Nim", "Or", "Pel", "Quar", "Ros",
    "Sil", "Tarn", "Ul", "Ver", "Wen", "Yar", "Zel",
  ]
  private static let tails = [
    "by", "cast", "dale", "field", "flow", "gate", "heim", "ia", "kite", "light", "loom", "mere", "mill", "nest", "o", "path",
    "reef", "span", "stead", "tide", "vane", "wick", "yard",
  ]

  init(random: SeededRandom) {
    self.random = random.stream("systems")
  }

  mutating func next() -> String {
    var name = draw()
    while !given.insert(name).inserted {
      name = given.count < 400 ? draw() : name + (random.pick(Self.tails) ?? "a")
    }
    return name
  }

  private mutating func draw() -> String {
    (random.pick(Self.heads) ?? "") + (random.pick(Self.tails) ?? "")
  }
}
