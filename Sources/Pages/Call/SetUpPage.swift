public import PeerReview

/// Opens the first call of a server.
///
/// Forms: `GET /set-up/{key}`: `conference`, `contact`, `closes`, `zone` (a call file to begin with); `POST /set-up/{key}`: `text` or
/// `file` (the call file), `name`, `email` (its first chair), `action` (`check` or `open`).
public struct SetUpPage: Page {
  /// What was typed.
  public struct Form: Hashable, Sendable {
    public var text: String
    public var name: String
    public var email: String

    public init(text: String, name: String, email: String) {
      self.text = text
      self.name = name
      self.email = email
    }
  }

  public let key: String
  public let form: Form
  public let starter: StarterCall
  public var problems: [FieldProblem]
  public let mistakes: [CallFileMistake]
  /// Whether the text was looked through.
  public let isChecked: Bool

  public init(
    key: String, form: Form, starter: StarterCall, problems: [FieldProblem] = [], mistakes: [CallFileMistake] = [],
    isChecked: Bool = false
  ) {
    self.key = key
    self.form = form
    self.starter = starter
    self.problems = problems
    self.mistakes = mistakes
    self.isChecked = isChecked
  }

  public var title: String { "Open a call" }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Open a call for papers</h1>
    <p class="lead">Nothing is open on this server yet. A call file says how the conference runs: its dates, topics, tracks, review
    form and rules. Begin with the one below or bring your own; chairs can change it later, on record.</p>
    \(problemList(problems, heading: "The call is not open yet"))
    \(when(isChecked && mistakes.isEmpty && problems.isEmpty) {
      "<p class=\"notice good\" role=\"status\">The file has no mistakes. The call is not open yet.</p>"
    })
    \(part("begin", "A file to begin with") { beginning })
    \(part("file", "The call") { entry(layout) })
    """
  }

  private var beginning: HTML {
    let fields = Fields(problems: problems)
    return """
      <form method="get" action="/set-up/\(key)" class="stack">
      \(fields.text("conference", "Short name", starter.name, .init(isRequired: true, isNarrow: true)))
      \(fields.text("contact", "Where answers to letters go", starter.contact, .init(type: "email", isRequired: true, isNarrow: true)))
      \(fields.text("closes", "Submissions close at the end of (anywhere on Earth)", starter.closes,
        .init(type: "date", isRequired: true, isNarrow: true)))
      \(fields.text("zone", "Time zone of every other date", starter.zone, .init(help: "UTC, or one such as Europe/Berlin.",
        isRequired: true, isNarrow: true)))
      <p class="actions"><button class="quiet">Write a call file</button></p></form>
      """
  }

  private func entry(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return """
      \(mistakeList(mistakes))
      \(layout.form("/set-up/\(key)", multipart: true) {
        """
        <div class="field code">\(fields.text("text", "Call file (YAML)", form.text, .init(rows: 24)))</div>
        <div class="field"><label for="\(fields.id("file"))">Or a file of your own</label>
        \(fields.help("file", "Chosen, it is taken instead of the text above."))
        <input id="\(fields.id("file"))" name="file" type="file" accept=".yaml,.yml,application/yaml,text/plain"\
        \(fields.describedBy("file", hasHelp: true))>\(fields.told("file"))</div>
        \(fields.text("name", "Name of the first program chair", form.name, .init(autocomplete: "name", isNarrow: true)))
        \(fields.text("email", "E-mail address of the chair", form.email, .init(help: "They get an invitation by letter, and the next page is the same invitation.",
          autocomplete: "email", isNarrow: true, inputMode: "email")))
        <p class="actions"><button name="action" value="check" class="quiet">Check the file</button>
        <button name="action" value="open">Open the call</button></p>
        """
      })
      """
  }
}

/// What stands at every address of a server on which no call is open.
public struct NothingOpenPage: Page {
  public init() {}

  public var title: String { "Nothing is open here yet" }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>Nothing is open here yet</h1>
    <p>No conference runs on this server so far. Whoever started it finds the address to open a call in the output of the server.</p>
    """
  }
}
