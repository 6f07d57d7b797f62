import PeerReview

/// Who of a paper's listed authors confirmed it.
public struct AuthorshipPanel: Hashable, Sendable {
  /// Names, in the order of the list.
  public let confirmed: [String]
  public let open: [String]
  public let denied: [Denial]
  /// Who of them is named to serve as a reviewer.
  public let serving: [String]
  /// The viewer is listed and has not answered.
  public let asks: Bool
  public init(confirmed: [String], open: [String], denied: [Denial], serving: [String] = [], asks: Bool) {
    self.serving = serving
    self.confirmed = confirmed
    self.open = open
    self.denied = denied
    self.asks = asks
  }

  /// Someone who says they are no author.
  public struct Denial: Hashable, Sendable {
    public let name: String
    public let note: String
    public init(name: String, note: String) {
      self.name = name
      self.note = note
    }
  }

  /// Nothing where everybody confirmed and nobody serves.
  var html: HTML {
    """
    \(when(!serving.isEmpty) {
      "<p class=\"soft\">Named to serve as a reviewer: \(serving.joined(separator: ", ")).</p>" })
    \(when(!open.isEmpty) {
      "<p class=\"soft\">Not confirmed yet by \(open.joined(separator: ", ")).</p>" })
    \(each(denied) { denial in
      """
      <p class="notice warning">\(denial.name) says they are no author of this paper.\(when(!denial.note.isEmpty) { " “\(denial.note)”" })</p>
      """
    })
    """
  }

  /// For the viewer's own answer, `POST /submissions/{id}/authorship`: `answer` (`confirm` or `deny`), `note`.
  func question(_ action: Link, problems: [FieldProblem], in layout: Layout) -> HTML {
    when(asks) {
      layout.form(action, classes: "stack card") {
        """
        <p>You are listed as an author. Are you?</p>
        \(Fields(prefix: "authorship-", problems: problems).text("note", "Note", "", .init(
          help: "Optional. If you are no author, the contacts and the chairs read it.",
          limitCharacters: AuthorshipRules.noteCharacters)))
        <p class="actions"><button name="answer" value="confirm">I am an author</button>
        <button class="quiet danger" name="answer" value="deny">I am not</button></p>
        """
      }
    }
  }
}
