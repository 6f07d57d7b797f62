public import PeerReview

/// What chairs opened to reviewers of a paper against the blindness of the call, and the form to do so.
///
/// Form: `POST …/openings`: `reviewer`, `secret`, `reason`.
public struct OpeningsPanel: Sendable {
  public let openings: [Opening]
  public let reviewers: [Reviewer]
  public let secrets: [Choice]
  public let reason: String
  public init(openings: [Opening], reviewers: [Reviewer], secrets: [Choice], reason: String = "") {
    self.openings = openings
    self.reviewers = reviewers
    self.secrets = secrets
    self.reason = reason
  }

  public struct Opening: Hashable, Sendable {
    public let at: Instant
    public let by: String
    public let to: String
    public let what: String
    public let reason: String
    public init(at: Instant, by: String, to: String, what: String, reason: String) {
      self.at = at
      self.by = by
      self.to = to
      self.what = what
      self.reason = reason
    }
  }

  public struct Reviewer: Hashable, Sendable {
    public let id: ID<Person>
    public let name: String
    public init(id: ID<Person>, name: String) {
      self.id = id
      self.name = name
    }
  }

  public struct Choice: Hashable, Sendable {
    public let key: String
    public let label: String
    public init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }

  func html(in layout: Layout, action: Link, problems: [FieldProblem]) -> HTML {
    let fields = Fields(prefix: "opening-", problems: problems)
    return """
      \(openings.isEmpty ? nothing("Reviewing of this paper is as blind as the call says.") : .empty)
      <ul class="rows">\(each(openings) { opening in
        """
        <li><div>\(opening.by) opened \(opening.what) to <strong>\(opening.to)</strong>
        <span class="soft">\(layout.brief(opening.at)) UTC</span><br>\(opening.reason)</div></li>
        """
      })</ul>
      \(when(!reviewers.isEmpty) { folded("Open something to a reviewer", layout.form(
        action, confirm: "This can't be taken back, and the other chairs are told. Open it?") {
        """
        <div class="columns">\(fields.select("reviewer", "Reviewer", reviewers.map { ($0.id.text, $0.name) }, chosen: "",
          empty: "Choose a person"))
        \(fields.select("secret", "What", secrets.map { ($0.key, $0.label) }, chosen: "", empty: "Choose"))</div>
        \(fields.text("reason", "Reason", reason, .init(help: "The other chairs are told, and it stays on record.", rows: 3)))
        <p class="actions"><button class="quiet danger">Open it</button></p>
        """
      }) })
      """
  }
}
