extension SamplePaper {
  /// The authors' answer to their reviews: courteous, specific, never above `limitWords`, never signed.
  /// Empty when the limit is below 30 words.
  public func response(limitWords: Int) -> String {
    guard limitWords >= 30 else { return "" }
    var random = random("response")
    let grammar = subject.grammar(SampleDiscussion.phrases)
    var paragraphs = [grammar.text("thanks", &random)]
    let points = Self.distinct(random.int(in: 3...6), "answer", grammar, &random)
    for (place, point) in (points + [grammar.text("farewell", &random)]).enumerated() {
      let text = place < points.count ? "Point \(place + 1). " + point : point
      guard SampleDiscussion.words(paragraphs + [text]) <= limitWords else { break }
      paragraphs.append(text)
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// What a reviewer in that tone says in the discussion as comment `index` of the thread.
  public func comment(tone: SampleTone, index: Int) -> String {
    var random = random("comment \(index)")
    let grammar = subject.grammar(SampleDiscussion.phrases)
    let side = tone < .divided ? "against" : tone == .divided ? "open" : "for"
    let opening = grammar.text(index == 0 ? "first" : "later", &random)
    return opening + " " + grammar.text("comment \(side)", &random)
  }

  /// The metareview that weighs the reviews; `tone` is their average.
  public func metareview(tone: SampleTone) -> String {
    var random = random("metareview")
    let grammar = subject.grammar(SampleReview.phrases.merging(SampleDiscussion.phrases) { first, _ in first })
    let side = tone < .divided ? "against" : tone == .divided ? "open" : "for"
    return ["summary", "weighing \(side)", "meta \(side)"].map { grammar.text($0, &random) }.joined(separator: " ")
  }

  /// The chairs' note on their decision, in words the authors may read.
  public func decisionNote(accepted: Bool) -> String {
    var random = random("decision")
    let grammar = subject.grammar(SampleDiscussion.phrases)
    return grammar.text(accepted ? "accepted" : "declined", &random)
  }
}

enum SampleDiscussion {
  static func words(_ texts: [String]) -> Int {
    texts.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
  }

  static let phrases: [String: [String]] = [
    "thanks": [
      "We thank the reviewers for their careful reading and answer the main points below.",
      "Thank you for the detailed comments. We are glad that the motivation was found convincing.",
    ],
    "answer": [
      "On the missing baseline: we have since run it on {workloads}. {system} keeps an advantage of {ratio} in "
        + "{metric}, and we will add the figure.",
      "On variance: every number is the median of {count} runs; the spread stayed below {small}. We will show it in all plots.",
      "On generality: we repeated the study of {settings} on a second device generation and see the same order of systems.",
      "On the novelty of {methods}: earlier work fixes the policy before the run, whereas ours is refitted while "
        + "{things} change.",
      "On overheads: the controller takes {small} of one core, and this is included in {metric} throughout.",
      "On sensitivity: with predictions that are wrong by a factor of two, the gain shrinks to {percent} but does not vanish.",
      "On scope: we agree that {things} deserve a discussion of their own, and will state the limits in {section}.",
      "On clarity: we will enlarge the figures and move the definition of {metric} to the front.",
    ],
    "farewell": [
      "We hope that this settles the questions, and will make all changes in the final version.",
      "The promised changes fit into the page limit; none of them alters a conclusion.",
    ],
    "first": [
      "Thanks to all for the reviews.", "Let me start the discussion.", "Having read the response, here is where I stand.",
    ],
    "later": [
      "I read the other reviews and the response again.", "Thanks, that is a fair point.", "To add to what was said above:",
    ],
    "comment against": [
      "The response does not resolve my concern about {things}; without the missing baseline I can't support the paper.",
      "I still think that the gain in {metric} comes from tuning and not from {how}, and keep my score.",
      "The new numbers on {workloads} are encouraging but come too late to be reviewed properly.",
    ],
    "comment open": [
      "I could live with either outcome; what matters to me is whether the result on {workloads} can be repeated.",
      "The answer on {methods} satisfied me, the one on {metric} less so. Does anyone feel strongly?",
    ],
    "comment for": [
      "The answer on {methods} convinced me, and I would be happy to raise my score.",
      "Even with the weaknesses named here, the treatment of {main} is useful to many, and I support acceptance.",
      "I believe the concern about {metric} is answered by the new experiment, which the authors promise to include.",
    ],
    "weighing against": [
      "The reviewers value the problem, yet agree that the evaluation of {metric} does not carry the claim.",
      "Concerns about the baseline for {how} remained after the response.",
    ],
    "weighing open": ["The reviewers are split: some stress the clean design, others the narrow evaluation on {workloads}."],
    "weighing for": [
      "The reviewers agree that {how} is well motivated and carefully tested.",
      "The response resolved the questions on {metric} to the reviewers' satisfaction.",
    ],
    "meta against": ["I recommend rejection, and encourage a resubmission with the missing experiments."],
    "meta open": ["I lean on the discussion, in which nobody objected to acceptance, but would not insist."],
    "meta for": ["I recommend acceptance and ask the authors to include the experiments from their response."],
    "accepted": [
      "The committee found the treatment of {main} convincing and asks for the promised results on {workloads} in the "
        + "final version.",
      "Accepted after discussion. Please state the limits of {how} as clearly as the response did.",
    ],
    "declined": [
      "The committee saw promise in {how}, but the evidence on {metric} was judged too thin. The reviews say what would "
        + "make the case.",
      "After discussion the concerns about the evaluation on {workloads} outweighed the merits of the idea. We hope the "
        + "reviews help.",
    ],
  ]
}
