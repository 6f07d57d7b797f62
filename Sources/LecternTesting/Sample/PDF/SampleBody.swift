/// Writes the body of a made-up paper, section by section.
struct SampleBody {
  struct Section {
    let title: String
    let sentences: [String]
    /// Where the section ends, in thousandths of the main text.
    let endPermille: Int
    /// Of 100 sentences, how many get a citation.
    let citedPercent: Int
  }

  private var random: SeededRandom
  private var grammar: SampleGrammar
  private var used: Set<String> = []
  private var deck: (title: String, phrases: [String]) = ("", [])
  private let references: SampleReferences
  private let figures: Bool

  static let sections = [
    Section(
      title: "Introduction", sentences: SampleBodyPhrases.introduction + SampleBodyPhrases.general, endPermille: 150,
      citedPercent: 22),
    Section(
      title: "Background and Motivation", sentences: SampleBodyPhrases.background + SampleBodyPhrases.general, endPermille: 280,
      citedPercent: 12),
    Section(title: "Design", sentences: SampleBodyPhrases.design + SampleBodyPhrases.general, endPermille: 520, citedPercent: 5),
    Section(
      title: "Implementation", sentences: SampleBodyPhrases.implementation + SampleBodyPhrases.general, endPermille: 620,
      citedPercent: 4),
    Section(
      title: "Evaluation", sentences: SampleBodyPhrases.evaluation + SampleBodyPhrases.general,
      endPermille: 840, citedPercent: 4),
    Section(title: "Related Work", sentences: SampleBodyPhrases.related, endPermille: 945, citedPercent: 10),
    Section(title: "Conclusion", sentences: SampleBodyPhrases.conclusion, endPermille: 1_000, citedPercent: 0),
  ]

  /// Without `figures` no sentence speaks of one.
  init(subject: SampleSubject, references: SampleReferences, figures: Bool, random: SeededRandom) {
    self.random = random.stream("body")
    self.references = references
    self.figures = figures
    var phrases = SampleBodyPhrases.shared
    phrases["raisethem"] = ["ignore {things}", "pay in {metric}", "assume idle {things}", "need tuning {measure}"]
    phrases["cite"] = references.entries.map { " (\($0.citation))" }
    grammar = subject.grammar(phrases)
  }

  /// Sentences of a paragraph, in order. No phrase comes again before the section has used all it has.
  mutating func paragraph(_ section: Section) -> [String] {
    (0..<random.int(in: 4...8)).map { _ in
      if deck.title != section.title || deck.phrases.isEmpty {
        let fitting = section.sentences.filter { figures || !($0.contains("Figure") || $0.contains("Table")) }
        deck = (section.title, random.shuffled(fitting))
      }
      grammar.set("sentence", [deck.phrases.popLast() ?? ""])
      var sentence = grammar.text("sentence", &random)
      for _ in 0..<6 where used.contains(sentence) { sentence = grammar.text("sentence", &random) }
      used.insert(sentence)
      return cited(sentence, percent: section.citedPercent)
    }
  }

  private mutating func cited(_ sentence: String, percent: Int) -> String {
    guard random.chance(percent: percent), sentence.hasSuffix("."), !sentence.contains("("),
      let entry = random.pick(references.entries)
    else { return sentence }
    return sentence.dropLast() + " (\(entry.citation))."
  }
}
