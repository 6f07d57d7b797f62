public import PeerReview

/// The final version of an accepted paper, for its authors: what is missing, the files, the form.
///
/// Form: `POST /submissions/{id}/final`: `version`, `title`, `abstract`, `authors.N.name|family|email|affiliation|orcid`,
/// `presenter` (N), `forms.KEY`; `action` one of `save`, `author-add`, `author-up.N`, `author-down.N`, `author-remove.N`.
public struct FinalVersionPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let call: Call
  /// As typed or as stored.
  public let final: CameraReady
  public let version: Int
  public let progress: FinalProgress
  public let files: [FilePanel]
  public let findings: [Finding]
  /// Whether this viewer can change anything now.
  public let accepts: Bool
  public let problems: [FieldProblem]
  /// What another author saved meanwhile.
  public let savedElsewhere: CameraReady?
  public init(
    id: ID<Submission>, number: SubmissionNumber, call: Call, final: CameraReady, version: Int, progress: FinalProgress,
    files: [FilePanel], findings: [Finding], accepts: Bool, problems: [FieldProblem] = [], savedElsewhere: CameraReady? = nil
  ) {
    self.id = id
    self.number = number
    self.call = call
    self.final = final
    self.version = version
    self.progress = progress
    self.files = files
    self.findings = findings
    self.accepts = accepts
    self.problems = problems
    self.savedElsewhere = savedElsewhere
  }

  public var title: String { "Final version of \(number)" }
  public var section: Section? { .submissions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="\(Link.submission(id))"><span class="number">\(number)</span> The paper as accepted</a>
    \(progress.state.badge.html)</p>
    <h1>Final version</h1>
    \(standing(layout))
    \(problemList(problems))
    \(with(savedElsewhere) { staleNotice($0) })
    \(part("files", "Files") { """
      <div class="cards">\(each(files) { panel in
        panel.html(
          in: layout, download: { Link.submissionFile(id, panel.slot, $0) },
          upload: "/submissions/\(id)/files/\(panel.slot.rawValue)")
      })</div>
      \(when(!findings.isEmpty) { "<h3>What screening noticed</h3>\(findingList(findings))" })
      """ })
    \(part("changes", "What changed since acceptance") { """
      <p class="help">A chair approves changes of title, abstract and authors. Affiliations and ORCID iDs may change freely.</p>
      \(progress.changeList)\(progress.words(in: layout))
      """ })
    \(accepts ? form(layout) : readOnly)
    """
  }

  private func standing(_ layout: Layout) -> HTML {
    """
    <section class="\(ClassList("card standing").with("warning", if: !progress.missing.isEmpty))" aria-labelledby="standing-heading">
    <h2 id="standing-heading">\(progress.missing.isEmpty ? "Nothing is missing" : "\(count(progress.missing.count, "thing")) missing")</h2>
    \(with(progress.due) { due in
      layout.now < due ? "<p>Due \(layout.deadline(due)).</p>" : "<p>It was due \(layout.moment(due)). Ask the chairs for more time.</p>" })
    \(when(!progress.missing.isEmpty) { "<ul class=\"checks\">\(each(progress.missing, missingLine))</ul>" })
    </section>
    """
  }

  private func missingLine(_ problem: FieldProblem) -> HTML {
    guard accepts else { return "<li>\(problem.message)</li>" }
    let place = FileSlot(rawValue: problem.field).map { "slot-" + $0.rawValue } ?? "f-" + problem.field
    return "<li><a href=\"\(Link.fragment(place))\">\(problem.message)</a></li>"
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems, missing: progress.missing)
    return layout.form("/submissions/\(id)/final", guarded: true) {
      """
      \(hidden("version", version))
      <button class="unseen" name="action" value="save" tabindex="-1" aria-hidden="true" formnovalidate>Save</button>
      \(part("paper", "The paper") { """
        \(fields.text("title", "Title", final.title, .init(autocomplete: "off", limitCharacters: call.limits.titleCharacters)))
        \(fields.text("abstract", "Abstract", final.abstract, .init(limitWords: call.limits.abstractWords, rows: 10)))
        """ })
      \(FinalAuthorRows(authors: final.authors, limit: call.limits.authorsPerSubmission, policy: call.cameraReady,
        fields: fields).html)
      \(when(call.cameraReady?.wantsPresenter == true) { presenter(fields) })
      \(when(call.cameraReady?.forms.isEmpty == false) { part("forms", "To be signed") {
        each(call.cameraReady?.forms ?? []) { signed($0, fields) } } })
      <div class="actions sticky"><button name="action" value="save" formnovalidate>Save</button>
      <span class="soft">It may be incomplete; save as often as you like.</span></div>
      """
    }
  }

  private func presenter(_ fields: Fields) -> HTML {
    part("presenter", "Presentation") {
      fields.select(
        "presenter", "Who presents the paper?",
        final.authors.enumerated().map {
          (String($0.offset), $0.element.name.isEmpty ? "Author \($0.offset + 1)" : $0.element.name)
        },
        chosen: final.presenter.map(String.init) ?? "", empty: "Not decided yet")
    }
  }

  private func signed(_ form: Declaration, _ fields: Fields) -> HTML {
    let name = "forms.\(form.key)"
    let given = final.forms[form.key] ?? ""
    switch form.answer {
    case .confirm: return "<div class=\"field\">\(fields.tick(name, form.text, given == "yes"))</div>"
    case .choose(let options):
      return fields.choice(name, form.text, options.map { Fields.Choice(value: $0.key, label: $0.label) }, chosen: given)
    }
  }

  private var readOnly: HTML {
    part("paper", "The form") {
      """
      <h3>\(final.title)</h3>\(prose(final.abstract))\(final.authors.list)\(signedList(final, call))
      """
    }
  }

  private func staleNotice(_ saved: CameraReady) -> HTML {
    let pairs = [
      ("Title", saved.title, final.title), ("Abstract", saved.abstract, final.abstract),
      ("Authors", Self.lines(saved.authors), Self.lines(final.authors)),
    ]
    return """
      <section class="notice warning" role="alert" aria-labelledby="stale"><h2 id="stale">Saved elsewhere meanwhile</h2>
      <p>Another version was saved since you opened this form. Nothing is lost: below stands what you typed, and here is what was
      saved where it differs. Saving now puts your text in its place; the other version stays on record.</p>
      \(each(pairs.filter { $0.1 != $0.2 }) { pair in """
        <div class="compare"><h3>\(pair.0)</h3><div><p class="soft">Saved elsewhere</p>\(prose(pair.1))</div>
        <div><p class="soft">Yours</p>\(prose(pair.2))</div></div>
        """ })</section>
      """
  }

  private static func lines(_ authors: [FinalAuthor]) -> String {
    authors.map { [$0.name, $0.email, $0.affiliation, $0.orcid].filter { !$0.isEmpty }.joined(separator: ", ") }
      .joined(separator: "\n")
  }
}

/// Presenter and signed forms, in words.
func signedList(_ final: CameraReady, _ call: Call) -> HTML {
  let presenter = final.presenter.flatMap { final.authors.indices.contains($0) ? final.authors[$0].name : nil }
  let forms = (call.cameraReady?.forms ?? []).map { form -> (String, HTML) in
    let given = final.forms[form.key] ?? ""
    switch form.answer {
    case .confirm: return (form.text, given == "yes" ? "Confirmed" : "Not confirmed")
    case .choose(let options): return (form.text, "\(options.first { $0.key == given }?.label ?? "Not answered")")
    }
  }
  return facts((call.cameraReady?.wantsPresenter == true ? [("Presenter", "\(presenter ?? "Not named yet")")] : []) + forms)
}
