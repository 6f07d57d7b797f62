extension SampleSubject {
  private static let titles = [
    "{system}: Taming {main} for {where}", "{system}: {how} for {where}", "{system}: Rethinking {main} in {where}",
    "{system}: Fast and Frugal {where} through {how}", "Making {how} Practical for {where}",
    "{how} without Regret: Lessons from {where}", "What {main} Cost: A Study of {where}",
    "{system}: Predictable {metric} under {where}", "Beyond {methods}: {main} for {where}",
    "{system}: Co-Designing {main} and {things}", "How Far Does {how} Go? Evidence from {where}",
    "{system}: Bounding {metric} with {how}", "On the Limits of {how} in {where}",
    "{system}: A Scalable Substrate for {main} in {settings}",
  ]
  private static let industrialTitles = [
    "{system}: {how} in Production", "Operating {where} for Three Years: Lessons on {main}",
    "{system}: Serving {workloads} at Company Scale", "From Prototype to Fleet: {how} for {where}",
    "{system}: Design and Experience of {where}", "Running {main} at Scale: Methodology and Benchmarks",
  ]

  func title(industrial: Bool, _ random: inout SeededRandom) -> String {
    let text = grammar(["title": industrial ? Self.industrialTitles : Self.titles]).text("title", &random)
    let small: Set<String> = [
      "a", "an", "and", "at", "for", "from", "in", "of", "on", "per", "the", "to", "under", "with", "without",
    ]
    let words = text.split(separator: " ").map { word in
      small.contains(String(word)) ? String(word) : Self.titleCased(String(word))
    }
    return words.enumerated().map { $0 == 0 ? Self.titleCased($1) : $1 }.joined(separator: " ")
  }

  private static func titleCased(_ word: String) -> String {
    word.split(separator: "-", omittingEmptySubsequences: false)
      .map { part in (part.first.map { $0.uppercased() } ?? "") + part.dropFirst() }.joined(separator: "-")
  }

  /// 120 to 200 words.
  func abstract(industrial: Bool, _ random: inout SeededRandom) -> String {
    let grammar = grammar(Self.abstractPhrases)
    let order =
      industrial
      ? ["context", "fleet", "problem", "proposal", "mechanism", "experience", "result", "lesson"]
      : ["context", "problem", "gap", "proposal", "mechanism", "mechanism", "result", "close"]
    var sentences: [String] = []
    // Two fillings of one phrase start alike.
    func said(_ text: String) -> Bool { sentences.contains { $0.prefix(10) == text.prefix(10) } }
    for part in order {
      var sentence = grammar.text(part, &random)
      for _ in 0..<8 where said(sentence) { sentence = grammar.text(part, &random) }
      sentences.append(sentence)
    }
    var at = sentences.count - 1
    for _ in 0..<24 where Self.words(sentences) < 125 {
      let extra = grammar.text(random.chance(percent: 50) ? "analysis" : "mechanism", &random)
      if !said(extra) { sentences.insert(extra, at: at) }
      at = sentences.count - 1
    }
    while Self.words(sentences) > 195, sentences.count > 5 { sentences.remove(at: sentences.count / 2) }
    return sentences.joined(separator: " ")
  }

  private static func words(_ sentences: [String]) -> Int {
    sentences.reduce(0) { $0 + $1.split(separator: " ").count }
  }

  private static let abstractPhrases: [String: [String]] = [
    "context": [
      "{main} have become a dominant cost of {where}.",
      "The speed of {where} is now set less by arithmetic than by {main}.",
      "Teams that depend on {where} spend much of their budget on {main}, often without knowing it.",
      "As {workloads} grow, {main} increasingly decide whether {where} is affordable.",
      "{where} is no longer a research curiosity, and the price of {main} has become visible on every bill.",
      "Few parts of {where} have changed as little in recent years as the way {main} are handled.",
      "Much of the cost of {where} comes from {main} that are kept for longer than anyone needs them.",
      "Users of {where} see {metric}; operators see {main}.",
      "Progress in {where} has moved the bottleneck from computation to {main}.",
    ],
    "problem": [
      "Existing systems treat {things} and {things} in isolation, which leaves {metric} far from what the hardware allows.",
      "We measure {workloads} on {devices} devices and find that {percent} of the time goes to work that {methods} "
        + "could avoid.",
      "The common remedy, {methods}, helps in the average case but makes {metric} unpredictable when load shifts.",
      "Operators therefore over-provision, and still see {metric} degrade by up to {ratio} at peak load.",
    ],
    "gap": [
      "Prior work offers {methods} as a fix, yet assumes stable demand, an assumption that {workloads} routinely break.",
      "Neither heuristics nor learned policies account for how {things} interact with {things}.",
      "A principled answer needs a model of {metric} that holds across hardware generations, and none is available.",
      "Earlier proposals demand changes to user code, which has kept {methods} out of practice.",
    ],
    "fleet": [
      "We report on {system}, which has carried {where} at our company on more than {devices} thousand devices.",
      "For three years we have operated {system}, a platform for {where} used by several hundred engineers every day.",
    ],
    "proposal": [
      "We present {system}, a system that makes {how} a first-class decision in {where}.",
      "This paper introduces {system}, which combines {how} with a lightweight model of {metric}.",
      "We propose {system}, a runtime that plans {main} and {things} together rather than one after the other.",
      "{system} is a new design for {where} built around one idea: {how} should follow demand instead of configuration.",
    ],
    "mechanism": [
      "Its planner splits {things} by expected lifetime and assigns each class its own policy.",
      "At its core lies a cost model that predicts {metric} within {small} and is refitted online from a few hundred samples.",
      "A second mechanism, {methods}, hides the remaining delay behind useful computation.",
      "We show that the resulting plan is within a factor of {ratio} of an offline optimum computed with full knowledge "
        + "of the trace.",
      "To stay robust, {system} falls back to a safe static plan whenever its predictions for {things} drift.",
      "The key observation is that {things} repeat from one step to the next, which makes their demand easy to forecast.",
      "We cast {methods} as a small linear program, solved while the previous step is still running.",
      "Where forecasts are uncertain, {system} keeps {things} in two places and drops the copy that proves useless.",
      "The interface consists of {count} calls, and existing programs need no change beyond loading a library.",
      "All decisions are taken in under {count} milliseconds, so that {things} never wait for the controller.",
    ],
    "experience": [
      "We describe the design methodology, the incidents that changed it, and the parts of {methods} that we removed again.",
      "Two redesigns were needed before {things} and {things} could share a control plane without starving each other.",
    ],
    "result": [
      "On {workloads} and {workloads}, {system} improves {metric} by {ratio} over the strongest baseline at equal accuracy.",
      "Experiments with {workloads} on up to {devices} devices show a {percent} reduction in {cost} and no loss in quality.",
      "Across {count} workloads {system} cuts {cost} by {percent} on average, and never falls behind a tuned baseline "
        + "by more than {small}.",
    ],
    "analysis": [
      "An ablation attributes most of the gain to {methods} and shows when the technique stops helping.",
      "We also report the cases in which {system} loses, chiefly short runs with uniform {things}.",
      "A sensitivity study over {count} hardware generations confirms that the gains do not rest on one device.",
    ],
    "close": [
      "The code, the traces and every configuration needed to repeat the experiments will be released.",
      "Our results suggest that {settings} deserves an interface in which {things} are visible to the scheduler.",
      "We close with guidance on when {methods} is worth its complexity.",
    ],
    "lesson": [
      "Our main lesson is that {metric} was governed by operational simplicity more often than by {methods}.",
      "We distil {count} lessons for teams that are about to build {where} of their own.",
    ],
  ]
}
