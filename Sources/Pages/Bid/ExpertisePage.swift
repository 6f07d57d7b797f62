public import PeerReview

/// How well a reviewer knows each of the call's topics.
///
/// Form: `POST /expertise`: `topics.KEY` (`0`, `1` or `2`).
public struct ExpertisePage: Page {
  public let topics: [Topic]
  /// Topic key → level; absent means 0.
  public let levels: [String: Int]
  public let problems: [FieldProblem]
  public init(topics: [Topic], levels: [String: Int], problems: [FieldProblem] = []) {
    self.topics = topics
    self.levels = levels
    self.problems = problems
  }

  public var title: String { "Expertise" }
  public var section: Section? { .expertise }

  public func content(in layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return """
      <h1>Expertise</h1><p>How well do you know each topic? Papers you know about come to you, and bids refine it.</p>
      \(problemList(problems))
      \(layout.form("/expertise", guarded: true) { """
        <div class="levels">\(each(topics) { topic in
          fields.choice(
            "topics.\(topic.key)", topic.name,
            [.init(value: "0", label: "None"), .init(value: "1", label: "Familiar"), .init(value: "2", label: "Expert")],
            chosen: String(levels[topic.key] ?? 0), inline: true)
        })</div>
        <div class="actions sticky"><button>Save</button></div>
        """ })
      """
  }
}
