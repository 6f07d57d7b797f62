public import PeerReview

/// A submission as its authors see it.
///
/// Forms: `POST /submissions/{id}/submit` (`version`), `POST /submissions/{id}/files/{slot}` (multipart, `file`),
/// `POST /submissions/{id}/response` (`text`). Withdrawing leads to `GET /submissions/{id}/withdraw`.
public struct SubmissionPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let version: Int
  public let content: SubmissionSummary
  public let state: Badge
  public let isSubmitted: Bool
  public let authors: [Author]
  /// What submitting still lacks, or by now a submitted paper, while it can be changed; empty when nothing does.
  public let missing: [FieldProblem]
  /// What hinders no submission but its reviewing, such as a file nobody can read.
  public let doubts: [FieldProblem]
  /// What happens next to a submitted paper, and when.
  public let steps: [Step]
  public let files: [FilePanel]
  public let findings: [Finding]
  public let history: [HistoryLine]
  public let deadline: Instant?
  public let offersEdit: Bool
  public let offersSubmit: Bool
  public let offersWithdraw: Bool
  public let deskRejection: Disclosure<DeskRejectionPanel?>
  public let reviews: Disclosure<[ReviewCard]>
  /// Nil before there is anything to answer.
  public let response: ResponsePanel?
  public let decision: Disclosure<DecisionPanel?>
  /// The last word between authors and chairs about the declared conflicts; nil when nobody asked.
  public let declarations: DeclarationWordKind?
  public let authorship: AuthorshipPanel?
  /// What kept the viewer's own word on authorship from being stored.
  public let authorshipProblems: [FieldProblem]
  /// What the newest PDF says of the paper where the form says something else; for contacts who may still change it.
  public let fromPDF: PDFSuggestion?
  public init(
    id: ID<Submission>, number: SubmissionNumber, version: Int, content: SubmissionSummary, state: Badge,
    isSubmitted: Bool = false, authors: [Author], missing: [FieldProblem] = [], doubts: [FieldProblem] = [], steps: [Step] = [],
    files: [FilePanel], findings: [Finding] = [], history: [HistoryLine] = [],
    deadline: Instant?, offersEdit: Bool = false, offersSubmit: Bool = false, offersWithdraw: Bool = false,
    deskRejection: Disclosure<DeskRejectionPanel?>, reviews: Disclosure<[ReviewCard]>, response: ResponsePanel?,
    decision: Disclosure<DecisionPanel?>, declarations: DeclarationWordKind? = nil,
    authorship: AuthorshipPanel? = nil, authorshipProblems: [FieldProblem] = [], fromPDF: PDFSuggestion? = nil
  ) {
    self.id = id
    self.number = number
    self.version = version
    self.content = content
    self.state = state
    self.isSubmitted = isSubmitted
    self.authors = authors
    self.missing = missing
    self.doubts = doubts
    self.steps = steps
    self.files = files
    self.findings = findings
    self.history = history
    self.deadline = deadline
    self.offersEdit = offersEdit
    self.offersSubmit = offersSubmit
    self.offersWithdraw = offersWithdraw
    self.deskRejection = deskRejection
    self.reviews = reviews
    self.response = response
    self.decision = decision
    self.declarations = declarations
    self.authorship = authorship
    self.authorshipProblems = authorshipProblems
    self.fromPDF = fromPDF
  }

  /// Something that will happen to the paper.
  public struct Step: Sendable {
    public let what: String
    public let at: Instant
    public init(what: String, at: Instant) {
      self.what = what
      self.at = at
    }
  }

  public var title: String { "\(number) \(content.title)" }
  public var section: Section? { .submissions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><span class="number">\(number)</span> \(content.track) \(state.html)</p>
    <h1>\(content.title.isEmpty ? "No title yet" : content.title)</h1>
    \(authorLine(authors))
    \(with(authorship) { $0.html + $0.question("/submissions/\(id)/authorship", problems: authorshipProblems, in: layout) })
    \(with(decisionShown) { $0.html(in: layout) })
    \(rejectionNotice(layout))
    \(with(declarations, declarationNotice))
    \(standing(layout))
    \(stepList(layout))
    \(with(fromPDF) { $0.card(id) })
    \(reviewsShown ? reviewPart(layout) + filePart(layout) : filePart(layout) + reviewPart(layout))
    \(part("content", offersSubmit ? "What you entered" : "What you submitted") { content.html })
    \(part("history", "History") { historyList(history, in: layout) })
    \(when(offersWithdraw) {
      "<p class=\"actions\"><a class=\"button quiet danger\" href=\"\(withdrawLink)\">Withdraw this paper</a></p>" })
    """
  }

  private func declarationNotice(_ last: DeclarationWordKind) -> HTML {
    """
    <p class="\(ClassList("notice").with("warning", if: last == .question))">\(last == .question
      ? "The chairs ask about the conflicts you declared." : "The chairs and you spoke about the conflicts you declared.")
    <a href="\(declarationsLink)">\(last == .question ? "Answer them" : "Read it")</a></p>
    """
  }

  private var declarationsLink: Link { "/submissions/\(id)/conflicts" }

  private var decisionShown: DecisionPanel? {
    switch decision {
    case .shown(let panel): panel
    case .hidden: nil
    }
  }

  private func rejectionNotice(_ layout: Layout) -> HTML {
    switch deskRejection {
    case .shown(let panel): with(panel) { $0.html(in: layout) }
    case .hidden: .empty
    }
  }

  private var reviewsShown: Bool {
    switch reviews {
    case .shown: true
    case .hidden: false
    }
  }

  private func filePart(_ layout: Layout) -> HTML {
    """
    \(part("files", "Files") { """
      <div class="cards">\(each(files) { panel in
        panel.html(
          in: layout, download: { Link.submissionFile(id, panel.slot, $0) },
            upload: "/submissions/\(id)/files/\(panel.slot.rawValue)")
      })</div>
      """ })
    \(when(!findings.isEmpty) { part("findings", "What screening noticed") { """
      <p class="soft">Notes for you to check, made by a program. None of them decides anything.
      <a href="\(screeningLink)">All of screening, file by file</a></p>\(findingList(findings))
      """ } })
    """
  }

  private func reviewPart(_ layout: Layout) -> HTML {
    """
    \(part("reviews", "Reviews") {
      revealed(reviews) { cards in
        cards.isEmpty ? nothing("There is no review.") : each(cards) { $0.html(in: layout) }
      }
    })
    \(with(response) { panel in
      part("response", "Your response") { panel.html(in: layout, action: "/submissions/\(id)/response") }
    })
    """
  }

  /// What has to be done, and the buttons that do it.
  private func standing(_ layout: Layout) -> HTML {
    let lacks = missing + doubts
    guard offersEdit || offersSubmit || !lacks.isEmpty else { return .empty }
    return """
      <section class="\(ClassList("card standing").with("warning", if: !lacks.isEmpty))" aria-labelledby="standing-heading">
      <h2 id="standing-heading">\(headline)</h2>
      \(with(deadline) { "<p>Everything can be changed until \(layout.deadline($0)).</p>" })
      \(when(!lacks.isEmpty) { "<ul class=\"checks\">\(each(lacks) { missingLine($0) })</ul>" })
      <p class="actions">\(when(offersEdit) {
        "<a class=\"button\(offersSubmit ? " quiet" : "")\" href=\"\(editLink)\">Edit the form</a>" })
      \(when(offersSubmit) { "<button form=\"submit-form\">Submit the paper</button>" })</p>
      \(when(offersSubmit) { layout.form("/submissions/\(id)/submit", classes: "", id: "submit-form") { hidden("version",
        version) } })
      </section>
      """
  }

  private var headline: String {
    if !missing.isEmpty { return (isSubmitted ? "Submitted, but " : "") + missingThings(missing, isSubmitted: isSubmitted) }
    if !doubts.isEmpty { return isSubmitted ? "Submitted, but look at this" : "Look at this before you submit" }
    return offersSubmit ? "Complete, but not submitted yet" : "Submitted"
  }

  private func stepList(_ layout: Layout) -> HTML {
    let coming = steps.filter { $0.at > layout.now }
    return when(!coming.isEmpty) {
      part("next", "What happens next") {
        "<ol class=\"steps\">\(each(coming) { "<li>\($0.what): \(layout.deadline($0.at))</li>" })</ol>"
      }
    }
  }

  private var screeningLink: Link { "/submissions/\(id)/screening" }
  private var editLink: Link { "/submissions/\(id)/edit" }
  private var withdrawLink: Link { "/submissions/\(id)/withdraw" }

  private func missingLine(_ problem: FieldProblem) -> HTML {
    if let slot = FileSlot(rawValue: problem.field) {
      return "<li><a href=\"\(Link.fragment("slot-" + slot.rawValue))\">\(problem.message)</a></li>"
    }
    guard offersEdit else { return "<li>\(problem.message)</li>" }
    return "<li><a href=\"\(editLink)\(Link.fragment("f-" + problem.field))\">\(problem.message)</a></li>"
  }
}

/// What a submission is about, in the words people read.
public struct SubmissionSummary: Hashable, Sendable {
  public let title: String
  public let abstract: String
  public let track: String
  public let topics: [String]
  public let keywords: [String]
  public let statements: [LabelledText]
  public let declarations: [LabelledText]
  /// Claimed exceptions to the dual-submission rule with their explanations.
  public let exceptions: [LabelledText]
  public let preprint: String
  public init(
    title: String, abstract: String, track: String, topics: [String], keywords: [String] = [], statements: [LabelledText] = [],
    declarations: [LabelledText] = [], exceptions: [LabelledText] = [], preprint: String = ""
  ) {
    self.title = title
    self.abstract = abstract
    self.track = track
    self.topics = topics
    self.keywords = keywords
    self.statements = statements
    self.declarations = declarations
    self.exceptions = exceptions
    self.preprint = preprint
  }
}

public struct LabelledText: Hashable, Sendable {
  public let label: String
  public let text: String
  public init(label: String, text: String) {
    self.label = label
    self.text = text
  }
}

/// Asks once more before a paper is taken back.
///
/// Form: `POST /submissions/{id}/withdraw`: `reason` (may be empty), `version`.
public struct ConfirmWithdrawPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let paperTitle: String
  public let version: Int
  public init(id: ID<Submission>, number: SubmissionNumber, paperTitle: String, version: Int) {
    self.id = id
    self.number = number
    self.paperTitle = paperTitle
    self.version = version
  }

  public var title: String { "Withdraw \(number)" }
  public var section: Section? { .submissions }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>Withdraw \(number)?</h1><p class="lead">\(paperTitle)</p>
    <p>A withdrawn paper is not reviewed or published. All authors get a letter. Only a chair can undo it.</p>
    \(layout.form("/submissions/\(id)/withdraw") { """
      \(hidden("version", version))
      \(Fields().text("reason", "Why, for the chairs", "", .init(help: "Optional.", rows: 3)))
      <p class="actions"><button class="danger">Withdraw the paper</button>
      <a class="button quiet" href="\(Link.submission(id))">Keep it</a></p>
      """ })</div>
    """
  }
}
