public import PeerReview

/// A letter to many, written once. Nothing is queued before each letter could be read as it would go.
///
/// `GET /chair/letters/write?q=&draft=`. `POST /chair/letters/write`: `audience`, `q`, `subject`, `body`, `hold` (`yes`), `name`, and
/// `action`: `preview`, `send` with `seen`, `keep` under `name`, or `remove` with `draft`.
public struct WriteLettersPage: Page {
  /// As many letters as the preview prints.
  public static let shown = 100

  public struct Form: Hashable, Sendable {
    public let audience: LetterAudience
    public let query: String
    public let subject: String
    public let body: String
    /// Whether the letters wait in the outbox.
    public let isHeld: Bool
    /// Under which the text is kept.
    public let name: String
    public init(
      audience: LetterAudience = .reviewers, query: String = "", subject: String = "", body: String = "", isHeld: Bool = false,
      name: String = ""
    ) {
      self.audience = audience
      self.query = query
      self.subject = subject
      self.body = body
      self.isHeld = isHeld
      self.name = name
    }

    public var isEmpty: Bool { subject.isEmpty && body.isEmpty }
  }

  public struct Draft: Sendable {
    public let id: ID<LetterDraft>
    public let name: String
    public let form: Form
    public init(id: ID<LetterDraft>, name: String, form: Form) {
      self.id = id
      self.name = name
      self.form = form
    }
  }

  public struct Letter: Sendable {
    public let to: String
    public let subject: String
    public let body: String
    public init(to: String, subject: String, body: String) {
      self.to = to
      self.subject = subject
      self.body = body
    }
  }

  public struct Preview: Sendable {
    /// At most `shown`.
    public let letters: [Letter]
    public let total: Int
    public let people: Int
    public let seen: String
    public init(letters: [Letter], total: Int, people: Int, seen: String) {
      self.letters = letters
      self.total = total
      self.people = people
      self.seen = seen
    }
  }

  public let form: Form
  public let drafts: [Draft]
  public let holdsEverything: Bool
  public let releaseAfterHours: Int?
  public let problem: SearchProblem?
  public let problems: [FieldProblem]
  public let preview: Preview?
  public init(
    form: Form, drafts: [Draft], holdsEverything: Bool, releaseAfterHours: Int?,
    problem: SearchProblem? = nil, problems: [FieldProblem] = [], preview: Preview? = nil
  ) {
    self.form = form
    self.drafts = drafts
    self.holdsEverything = holdsEverything
    self.releaseAfterHours = releaseAfterHours
    self.problem = problem
    self.problems = problems
    self.preview = preview
  }

  public var title: String { "Write to many" }
  public var section: Section? { .letters }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/chair/letters">Letters</a></p><h1>Write to many</h1>
    \(problemList(problems, heading: "Nothing was sent", prefix: nil))
    \(with(problem) { "<p class=\"notice bad\" role=\"alert\">The search: \($0.message)</p>" })
    \(with(preview) { shown($0, layout) })
    \(part("letter", "The letter") { entry(layout) })
    \(when(!drafts.isEmpty) { part("kept", "Texts that are kept") { kept(layout) } })
    """
  }

  private func shown(_ preview: Preview, _ layout: Layout) -> HTML {
    part("preview", "What would be sent") {
      """
      <p>\(count(preview.total, "letter")) to \(count(preview.people, "person", "people")). Nothing is sent yet.</p>
      \(each(preview.letters) { folded("\($0.to): \($0.subject)", "<pre class=\"letter\">\($0.body)</pre>") })
      \(when(preview.total > preview.letters.count) {
        "<p class=\"soft\">And \(preview.total - preview.letters.count) more.</p>" })
      \(layout.form("/chair/letters/write") { """
        \(each(fields) { hidden($0.0, $0.1) })\(hidden("seen", preview.seen))
        <p class="actions"><button name="action" value="send">\(isHeld ? "Put" : "Send") \(count(preview.total, "letter"))\
        \(isHeld ? " into the outbox" : "")</button></p>
        """ })
      """
    }
  }

  private var isHeld: Bool { form.isHeld || holdsEverything }

  private var fields: [(String, String)] {
    [("audience", form.audience.rawValue), ("q", form.query), ("subject", form.subject), ("body", form.body)]
      + (form.isHeld ? [("hold", "yes")] : [])
  }

  private func entry(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "letter-", problems: problems)
    return layout.form("/chair/letters/write", classes: "stack") {
      """
      \(fields.select("audience", "To", LetterAudience.allCases.map { ($0.rawValue, $0.label) }, chosen: form.audience.rawValue))
      \(fields.text("q", "Papers", form.query, .init(help: """
        In the search language of the list of submissions; empty means all that are submitted. Until decisions are released only what
        authors and reviewers may know anyhow can be searched for.
        """)))
      \(fields.text("subject", "Subject", form.subject, .init(limitCharacters: LetterRules.subjectLimit)))
      \(fields.text("body", "Letter", form.body, .init(help: Self.help, rows: 14)))
      \(folded("What can be filled in", table("Fields", id: "fields", head: ["To", "Fields"], each(LetterAudience.allCases) { to in
        """
        <tr><th scope="row">\(to.label)</th><td>\(each(to.fields) { "<code>{\($0)}</code> " })</td></tr>
        """
      })))
      \(holdsEverything ? "<p class=\"soft\">The call holds every letter in the outbox\(going).</p>"
        : fields.tick("hold", "Hold the letters in the outbox\(going)", form.isHeld))
      \(fields.text("name", "Name to keep the text under", form.name, .init(help: "Only to keep it for another time.")))
      <p class="actions"><button name="action" value="preview">Preview</button>
      <button class="quiet" name="action" value="keep">Keep the text</button></p>
      """
    }
  }

  private var going: String {
    releaseAfterHours.map { " for \($0) \($0 == 1 ? "hour" : "hours"), unless a chair sends them before" }
      ?? " until a chair sends them"
  }

  private static let help = """
    {name} and other fields are filled in for each. {if decision=Accept}…{else}…{end} is for some only, {if name}…{end} for whoever
    has one; {{ is a brace.
    """

  private func kept(_ layout: Layout) -> HTML {
    table(
      "Texts", id: "texts", head: ["Name", "To", "Papers", ""],
      each(drafts) { draft in
        """
        <tr><th scope="row"><a href="\(Link.letterDraft(draft.id))">\(draft.name)</a></th><td>\(draft.form.audience.label)</td>
        <td><code>\(draft.form.query)</code></td><td>\(layout.form("/chair/letters/write", classes: "inline") { """
        \(hidden("draft", draft.id.text))\(button("Remove", name: "action", value: "remove", classes: "quiet small",
          says: "Remove the text \(draft.name)"))
        """ })</td></tr>
        """
      })
  }
}
