/// The words of a made-up review. None of them names an author or a reviewer.
public struct SampleReview: Hashable, Sendable {
  public let summary: String
  /// One point per line.
  public let strengths: String
  /// One point per line; blame weighs more the lower the tone.
  public let weaknesses: String
  /// Questions to the authors, numbered.
  public let questions: String
  /// For the committee only.
  public let privateNote: String
}

extension SamplePaper {
  /// The review that reviewer `index` of this paper writes in that tone. Different reviewers write different texts.
  public func review(tone: SampleTone, reviewer index: Int) -> SampleReview {
    var random = random("review \(index)")
    let grammar = subject.grammar(SampleReview.phrases)
    let balance = tone.balance
    let strengths = Self.distinct(balance.praise, "praise", grammar, &random)
    let weaknesses = Self.distinct(balance.blame, tone < .divided ? "serious" : "minor", grammar, &random)
    let questions = Self.distinct(random.int(in: 1...3), "question", grammar, &random)
    return SampleReview(
      summary: grammar.text("summary", &random) + " " + grammar.text("verdict \(tone.word)", &random),
      strengths: strengths.map { "- " + $0 }.joined(separator: "\n"),
      weaknesses: weaknesses.map { "- " + $0 }.joined(separator: "\n"),
      questions: questions.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"),
      privateNote: grammar.text("private \(tone.word)", &random))
  }

  static func distinct(
    _ count: Int, _ name: String, _ grammar: SampleGrammar, _ random: inout SeededRandom
  ) -> [String] {
    var found: [String] = []
    for _ in 0..<(count * 6) where found.count < count {
      let text = grammar.text(name, &random)
      // Two fillings of one phrase start alike; a reviewer doesn't make the same point twice.
      if !found.contains(where: { $0.prefix(12) == text.prefix(12) }) { found.append(text) }
    }
    return found
  }
}

extension SampleReview {
  static let phrases: [String: [String]] = [
    "summary": [
      "The paper addresses {main} in {where} and proposes {system}, which relies on {how}. It is evaluated on {workloads}.",
      "This submission presents {system}. The key idea is to use {how} so that {main} no longer dominate {metric}. "
        + "Experiments cover {workloads} and {workloads}.",
      "{system} targets {where}. The authors model {metric}, derive a policy for {main} from it, and compare with "
        + "{count} baselines.",
    ],
    "verdict damning": [
      "In its present form the contribution does not hold up.",
      "I can't recommend acceptance: the central claim is not supported by the experiments.",
    ],
    "verdict doubtful": [
      "The direction is worthwhile, but the evidence falls short of the claims.",
      "I lean towards rejection, mostly because of the evaluation.",
    ],
    "verdict divided": [
      "I see merit and flaws in about equal measure.", "A borderline paper for me; the response could settle it.",
    ],
    "verdict favourable": [
      "A solid paper that I would be glad to see presented.", "I lean towards acceptance; the open points can be fixed.",
    ],
    "verdict enthusiastic": [
      "One of the best submissions in my batch.", "A clear accept: the idea is simple, new and convincingly tested.",
    ],
    "praise": [
      "The problem is real: {main} do limit {where}, and the measurements in the motivation show it well.",
      "The design of {system} is simple enough to be adopted elsewhere.",
      "Experiments on {workloads} are thorough and include a tuned baseline.",
      "The cost model for {metric} is validated instead of merely assumed.",
      "Writing and figures are clear; I could follow every design decision.",
      "The paper is honest about the cases in which {methods} does not help.",
      "Artifacts are promised, and the appendix gives enough detail to repeat the main result.",
      "The combination of {methods} with {things} is, to my knowledge, new.",
    ],
    "serious": [
      "The strongest competing approach to {how} is missing from the evaluation, so the reported gain says little.",
      "Results on {workloads} rest on a single run; differences of {small} are within noise.",
      "The claim of generality is unsupported: all experiments use one kind of device.",
      "The novelty over earlier work on {methods} is not made clear.",
      "The analysis assumes that {things} arrive independently, which the paper's own trace contradicts.",
      "Quality is reported for one configuration only, although {methods} may harm it.",
      "Overheads of the controller are left out of {metric}.",
    ],
    "minor": [
      "An ablation that separates {methods} from the rest would help.",
      "The discussion of {things} in the related work is short.",
      "It would be good to see {metric} as a distribution and not only as a mean.",
      "Some figures are too small to read in print.",
      "The choice of {devices} devices as the largest setting should be explained.",
      "Energy is mentioned in the introduction but never measured.",
    ],
    "question": [
      "How does {system} behave when {things} no longer fit in memory?",
      "What fraction of the gain in {metric} remains without {methods}?",
      "Could the authors report variance over at least {count} runs?",
      "How sensitive is the planner to wrong predictions of {metric}?",
      "Would the approach carry over to {settings}, and what would have to change?",
      "Which of the baselines were re-tuned for {workloads}?",
    ],
    "private damning": [
      "I would oppose acceptance even if others are positive. The gap between claim and evidence is wide.",
      "To the committee: please check the overlap of the method with well-known work on {methods}.",
    ],
    "private doubtful": [
      "I could be moved by a good response on the missing baseline.",
      "My confidence on {things} is limited; somebody closer to the field should weigh in.",
    ],
    "private divided": [
      "I don't mind either way, and will follow the discussion.", "If space is tight, others in my batch are stronger.",
    ],
    "private favourable": [
      "I would argue for this paper, though not to the last.", "The authors seem to know the field; I trust the numbers.",
    ],
    "private enthusiastic": [
      "I will champion this paper, and would suggest it for an award.",
      "The best paper on {main} that I have reviewed "
        + "in years.",
    ],
  ]
}
