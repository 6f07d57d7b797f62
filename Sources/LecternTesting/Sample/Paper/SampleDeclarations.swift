/// What the authors of a made-up paper declare.
public struct SampleDeclarations: Hashable, Sendable {
  /// An earlier or parallel version that the call may allow (C14).
  public enum EarlierVersion: String, Hashable, CaseIterable, Sendable {
    case none, journal, nonArchival, technicalReport, workshop
  }
  public enum LanguageModelUse: String, Hashable, CaseIterable, Sendable {
    case none, languagePolish, codeOrFigures, partOfExperiments
  }
  public let earlierVersion: EarlierVersion
  /// A sentence or two; empty when there is no earlier version.
  public let earlierVersionText: String
  public let languageModelUse: LanguageModelUse
  /// A sentence or two; says so when there was none.
  public let languageModelText: String

  init(subject: SampleSubject, random: inout SeededRandom) {
    let grammar = subject.grammar(Self.phrases)
    let others = EarlierVersion.allCases.filter { $0 != .none }
    earlierVersion = random.chance(percent: 18) ? (random.pick(others) ?? .none) : .none
    earlierVersionText = earlierVersion == .none ? "" : grammar.text(earlierVersion.rawValue, &random)
    languageModelUse = random.pick(LanguageModelUse.allCases) ?? .none
    languageModelText = grammar.text("model " + languageModelUse.rawValue, &random)
  }

  static let phrases: [String: [String]] = [
    "journal": [
      "A journal version without the evaluation of {workloads} is under review; this paper adds {methods} and new experiments."
    ],
    "nonArchival": [
      "A two-page summary was submitted to a workshop without proceedings; it holds none of the results on {metric}."
    ],
    "technicalReport": [
      "An earlier draft is public as a technical report under the same title; it lacks the study of {things}."
    ],
    "workshop": [
      "A four-page version appeared at a workshop with proceedings. This paper adds {methods}, the analysis of {things} "
        + "and all experiments on {workloads}."
    ],
    "model none": ["No language model was used in preparing this paper."],
    "model languagePolish": [
      "A language model was consulted to correct grammar in the introduction and the discussion of {things}; the "
        + "authors wrote all text."
    ],
    "model codeOrFigures": [
      "A language model helped to write the plotting scripts for {metric}; all text was written by the authors."
    ],
    "model partOfExperiments": [
      "Language models are part of the experiments on {workloads}; their outputs are marked as such wherever they are shown."
    ],
    "statement": [
      "{section} presents how {system} was designed, from the first measurements of {things} to the current design. "
        + "{section} holds the benchmarks on {workloads}, with hardware, load and repetitions for each figure of {metric}.",
      "The methodology stands in {section}: which traces of {workloads} we took, how we chose {methods}, and which "
        + "alternatives we discarded. Detailed benchmarks of {metric} follow directly after it and in the appendix.",
      "See {section}. It covers requirements, the decisions on {things}, the incidents that changed them, and "
        + "measurements of {metric} on {devices} devices under the load of {workloads}.",
    ],
  ]
}
