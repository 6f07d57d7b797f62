public import PeerReview

/// The meta-review of a paper as its chairs see it, and who writes it.
public struct MetareviewPanel: Sendable {
  /// Empty while nobody has it.
  public let metareviewer: String
  public let state: Badge?
  /// The last version handed in.
  public let text: MetareviewText?
  public let submittedAt: Instant?
  public let recommendation: String
  public let chosen: ID<Person>?
  /// Who could have it; nil where that can't be changed now.
  public let candidates: [ChairSubmissionPage.Candidate]?
  public init(
    metareviewer: String, state: Badge?, text: MetareviewText?, submittedAt: Instant?, recommendation: String,
    chosen: ID<Person>?, candidates: [ChairSubmissionPage.Candidate]?
  ) {
    self.metareviewer = metareviewer
    self.state = state
    self.text = text
    self.submittedAt = submittedAt
    self.recommendation = recommendation
    self.chosen = chosen
    self.candidates = candidates
  }

  func html(in layout: Layout, action: Link, problems: [FieldProblem]) -> HTML {
    """
    \(metareviewer.isEmpty ? nothing("Nobody leads the discussion yet.") : head)
    \(with(text) { card($0, layout) })
    \(with(candidates) { form($0, layout, action, problems) })
    """
  }

  private var head: HTML { "<p><strong>\(metareviewer)</strong> leads the discussion. \(with(state) { $0.html })</p>" }

  private func card(_ text: MetareviewText, _ layout: Layout) -> HTML {
    """
    <article class="card review"><h3>Recommends: \(recommendation)</h3>
    \(with(submittedAt) { "<p class=\"soft\">\(layout.brief($0)) UTC</p>" })
    \(when(!Words.isBlank(text.toAuthors)) { "<h4>To the authors</h4><div class=\"quoted\">\(prose(text.toAuthors))</div>" })
    \(when(!Words.isBlank(text.toChairs)) { "<h4>To the chairs</h4><div class=\"quoted\">\(prose(text.toChairs))</div>" })</article>
    """
  }

  private func form(
    _ candidates: [ChairSubmissionPage.Candidate], _ layout: Layout, _ action: Link, _ problems: [FieldProblem]
  ) -> HTML {
    let fields = Fields(prefix: "metareviewer-", problems: problems)
    return layout.form(action, classes: "filter") {
      """
      \(fields.select("metareviewer", "Who leads the discussion", candidates.map { ($0.id.text, "\($0.name) (\($0.note))") },
        chosen: chosen?.text ?? "", empty: "Nobody"))
      <button class="quiet">Save</button>
      """
    }
  }
}
