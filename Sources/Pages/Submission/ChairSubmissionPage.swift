public import PeerReview

/// One submission as a chair without conflict sees it.
///
/// Forms below `/chair/submissions/{id}`:
/// `POST …/desk-rejection`: `ground`, `explanation`, `action` (`reject` or `revoke`).
/// `POST …/decision`: `decision`, `note`, `version`. `POST …/assignments`: `reviewer`, `action` (`add` or `remove`).
/// `POST …/conflicts`: see `ConflictForm`, or `conflict`, `action` (`remove`).
/// `POST …/ratings`: `ratings.ASSIGNMENT` (a grade, empty for none), `notes.ASSIGNMENT`. `POST …/metareviewer`: `metareviewer` (empty for nobody). `POST …/comments`: `text`. `POST …/tags`: `tags`. `POST …/exception`: `exception`, `answer` (`approve` or `refuse`), `reason`. `POST …/openings`: see `OpeningsPanel`.
public struct ChairSubmissionPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let content: SubmissionSummary
  public let state: Badge
  public let authors: Disclosure<[Author]>
  public let files: [FilePanel]
  public let findings: Disclosure<[Finding]>
  public let conflicts: Disclosure<[Conflict]>
  public let conflictKinds: [ConflictKind]
  /// Nil when it was not asked for.
  public let conflictForm: ConflictForm?
  public let assignments: Disclosure<[Assigned]>
  /// Who can be added by hand: not an author, not in conflict.
  /// Who could be added; nil when they were not asked for.
  public let candidates: [Candidate]?
  public let acceptsPeople: Bool
  public let exceptions: [ExceptionRow]
  public let reviews: Disclosure<[ReviewCard]>
  public let ratings: Disclosure<[RatedReview]>
  /// Nil where the call has no meta-reviews.
  public let metareview: Disclosure<MetareviewPanel>?
  public let response: Disclosure<String?>
  public let discussion: Disclosure<DiscussionPanel>
  public let tags: TagPanel
  public let decision: DecisionForm?
  public let openings: OpeningsPanel
  public let deskRejection: DeskRejectionForm?
  public let history: [HistoryLine]
  /// Whether the paper is withdrawn and can be returned.
  public let offersReturn: Bool
  /// Until when the paper can be changed, where a chair can still give it more time.
  public let changeableUntil: Instant?
  public let authorship: Disclosure<AuthorshipPanel>?
  public let problems: [FieldProblem]
  public init(
    id: ID<Submission>, number: SubmissionNumber, content: SubmissionSummary, state: Badge, authors: Disclosure<[Author]>,
    files: [FilePanel], findings: Disclosure<[Finding]>, conflicts: Disclosure<[Conflict]>, conflictKinds: [ConflictKind],
    conflictForm: ConflictForm? = nil, assignments: Disclosure<[Assigned]>, candidates: [Candidate]? = nil,
    acceptsPeople: Bool = false, exceptions: [ExceptionRow] = [],
    reviews: Disclosure<[ReviewCard]>, metareview: Disclosure<MetareviewPanel>? = nil,
    ratings: Disclosure<[RatedReview]> = .shown([]), response: Disclosure<String?>,
    discussion: Disclosure<DiscussionPanel>,
    tags: TagPanel, decision: DecisionForm?, openings: OpeningsPanel, deskRejection: DeskRejectionForm?, history: [HistoryLine],
    offersReturn: Bool = false, changeableUntil: Instant? = nil,
    authorship: Disclosure<AuthorshipPanel>? = nil, problems: [FieldProblem] = []
  ) {
    self.id = id
    self.number = number
    self.content = content
    self.state = state
    self.authors = authors
    self.files = files
    self.findings = findings
    self.conflicts = conflicts
    self.conflictKinds = conflictKinds
    self.conflictForm = conflictForm
    self.assignments = assignments
    self.candidates = candidates
    self.acceptsPeople = acceptsPeople
    self.exceptions = exceptions
    self.reviews = reviews
    self.metareview = metareview
    self.ratings = ratings
    self.response = response
    self.discussion = discussion
    self.tags = tags
    self.decision = decision
    self.openings = openings
    self.deskRejection = deskRejection
    self.history = history
    self.offersReturn = offersReturn
    self.changeableUntil = changeableUntil
    self.authorship = authorship
    self.problems = problems
  }

  public struct Conflict: Hashable, Sendable {
    public let id: String
    public let name: String
    public let kind: String
    /// "the authors", "the reviewer" or "a chair".
    public let declaredBy: String
    public init(id: String, name: String, kind: String, declaredBy: String) {
      self.id = id
      self.name = name
      self.kind = kind
      self.declaredBy = declaredBy
    }
  }

  public struct Assigned: Sendable {
    public let reviewer: ID<Person>
    public let pseudonym: Int
    public let name: String
    public let affiliation: String
    /// Empty where the call has one round only.
    public let round: String
    public let state: Badge
    public let affinity: Double?
    public init(
      reviewer: ID<Person>, pseudonym: Int, name: String, affiliation: String, round: String = "", state: Badge,
      affinity: Double?
    ) {
      self.round = round
      self.reviewer = reviewer
      self.pseudonym = pseudonym
      self.name = name
      self.affiliation = affiliation
      self.state = state
      self.affinity = affinity
    }
  }

  public struct Candidate: Sendable {
    public let id: ID<Person>
    public let name: String
    /// Such as "4 of 6 papers, affinity 0.71".
    public let note: String
    public init(id: ID<Person>, name: String, note: String) {
      self.id = id
      self.name = name
      self.note = note
    }
  }

  public struct ExceptionRow: Hashable, Sendable {
    public let key: String
    public let label: String
    public let explanation: String
    public let wantsApproval: Bool
    /// Such as "Approved by A. Chair"; nil while open.
    public let answer: Badge?
    public init(key: String, label: String, explanation: String, wantsApproval: Bool, answer: Badge?) {
      self.key = key
      self.label = label
      self.explanation = explanation
      self.wantsApproval = wantsApproval
      self.answer = answer
    }
  }

  public struct DecisionForm: Sendable {
    public let kinds: [DecisionKind]
    /// A kind's key; empty when undecided.
    public let decision: String
    public let note: String
    public let version: Int
    public init(kinds: [DecisionKind], decision: String, note: String, version: Int) {
      self.kinds = kinds
      self.decision = decision
      self.note = note
      self.version = version
    }
  }

  public struct DeskRejectionForm: Sendable {
    public let grounds: [DeskRejection.Ground]
    /// What stands, when the paper is rejected already.
    public let standing: DeskRejectionPanel?
    public let ground: String
    public let explanation: String
    public init(grounds: [DeskRejection.Ground], standing: DeskRejectionPanel?, ground: String = "", explanation: String = "") {
      self.grounds = grounds
      self.standing = standing
      self.ground = ground
      self.explanation = explanation
    }
  }

  public var title: String { "\(number) \(content.title)" }
  public var section: Section? { .chairSubmissions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><span class="number">\(number)</span> \(content.track) \(state.html)</p><h1>\(content.title)</h1>
    \(revealed(authors, authorLine))
    \(with(authorship) { revealed($0) { $0.html } })
    <nav class="jump" aria-label="On this page"><ul><li><a href="#assignments">Assignments</a></li><li><a
    href="#reviews">Reviews</a></li>
    <li><a href="#discussion">Discussion</a></li><li><a href="#tags">Tags</a></li><li><a href="#decision">Decision</a></li><li><a href="#history">History</a>\
    </li></ul></nav>
    \(problemList(problems, heading: "This was not done", prefix: nil))
    \(part("paper", "The paper") { paper(layout) })
    \(part("findings", "Screening findings") { revealed(findings) {
      $0.isEmpty ? nothing("Nothing was noticed.") : findingList($0) }
      + "<p><a href=\"\(judgeLink)\">Judge what was noticed, and see text shared with other papers</a>. "
      + "<a href=\"\(link("nearest"))\">Papers near in meaning</a></p>" })
    \(when(!exceptions.isEmpty) { part("exceptions", "Claimed exceptions") { each(exceptions) { exceptionCard($0, layout) } } })
    \(part("conflicts", "Conflicts") { revealed(conflicts) { conflictPart($0, layout) } })
    \(part("assignments", "Assignments") { revealed(assignments) { assignmentPart($0, layout) } })
    \(part("reviews", "Reviews") { revealed(reviews) { cards in
      cards.isEmpty ? nothing("No review is in yet.") : each(cards) { $0.html(in: layout) }
    } + revealed(ratings) { rated in
      when(!rated.isEmpty) { RatedReviews(reviews: rated, problems: problems).html(in: layout, action: link("ratings")) }
    } })
    \(with(metareview) { panel in part("metareview", "Meta-review") { revealed(panel) {
      $0.html(in: layout, action: link("metareviewer"), problems: problems)
    } } })
    \(part("response", "Authors' response") { revealed(response) { text in
      text.map { "<div class=\"quoted\">\(prose($0))</div>" } ?? nothing("None was sent.")
    } })
    \(part("discussion", "Discussion") { revealed(discussion) { $0.html(in: layout, action: link("comments")) } })
    \(part("tags", "Tags") { tags.html(in: layout, action: link("tags")) })
    \(part("decision", "Decision") { ChairDecisions(page: self).html(in: layout) })
    \(part("openings", "Opened to reviewers") { openings.html(in: layout, action: link("openings"), problems: problems) })
    \(part("seen", "As others see it") { seenByOthers })
    \(part("history", "History") { historyList(history, in: layout) })
    """
  }

  /// Everyone with a part in the paper whom the viewer may know.
  private var seenByOthers: HTML {
    var parts: [(part: PaperPart, name: String)] = []
    if case .shown(let authors) = authors { parts += authors.enumerated().map { (.author($0.offset + 1), $0.element.name) } }
    if case .shown(let assigned) = assignments { parts += assigned.map { (.reviewer($0.pseudonym), $0.name) } }
    if case .shown(let panel)? = metareview, !panel.metareviewer.isEmpty { parts.append((.metareviewer, panel.metareviewer)) }
    if parts.isEmpty { return nothing("Nobody has a part in it yet.") }
    return """
      <p class="soft">The page each of them has of this paper now, under their rights, without their drafts. Looking is on record.</p>
      <ul class="rows">\(each(parts) { seen in
        "<li><div><a href=\"\(ViewAsPage.link(id, seen.part))\">\(seen.name)</a> <span class=\"soft\">\(seen.part.office)</span></div></li>"
      })</ul>
      """
  }

  private var judgeLink: Link { "/chair/screening?state=all&paper=\(id)" }

  func link(_ act: String) -> Link { "/chair/submissions/\(id)/\(act)" }

  private func paper(_ layout: Layout) -> HTML {
    """
    \(content.html)
    <div class="cards">\(each(files) { panel in
      panel.html(in: layout, download: { "/chair/submissions/\(id)/files/\(panel.slot.rawValue)/\($0)" }, upload: nil)
    })</div>
    \(with(changeableUntil) { extensionForm($0, layout) })
    """
  }

  private func extensionForm(_ until: Instant, _ layout: Layout) -> HTML {
    folded(
      "Give this paper more time",
      layout.form(link("extension")) {
        """
        <p>It can be changed until \(layout.deadline(until)).</p>
        \(Fields(prefix: "extension-", problems: problems).text("hours", "Hours more than that", "", .init(
        help: "Its contacts are told. It ends before bidding opens.", isNarrow: true, inputMode: "numeric")))
        <p class="actions"><button class="quiet">Give more time</button></p>
        """
      }, open: problems.contains { $0.field == "hours" })
  }

  private func exceptionCard(_ row: ExceptionRow, _ layout: Layout) -> HTML {
    """
    <article class="card"><h3>\(row.label) \(with(row.answer) { $0.html })</h3>\(prose(row.explanation))
    \(when(row.wantsApproval) { layout.form(link("exception")) {
      """
      \(hidden("exception", row.key))
      \(Fields(prefix: "exception-\(row.key)-").text("reason", "Reason", "", .init(help: "Optional; stays on record.")))
      <p class="actions"><button name="answer" value="approve">Approve</button>
      <button name="answer" value="refuse" class="quiet danger">Refuse</button></p>
      """
    } })</article>
    """
  }

  private func conflictPart(_ conflicts: [Conflict], _ layout: Layout) -> HTML {
    """
    \(conflicts.isEmpty ? nothing("None is declared.") : .empty)
    <ul class="rows">\(each(conflicts) { conflict in
        """
        <li><div>\(conflict.name) <span class="soft">\(conflict.kind), declared by \(conflict.declaredBy)</span></div>
        \(layout.form(link("conflicts"), classes: "inline") {
          """
          \(hidden("conflict", conflict.id))\(button(
            "Remove", name: "action", value: "remove", classes: "quiet small", says: "Remove the conflict with \(conflict.name)"))
          """
        })</li>
        """
      })</ul>
    \(choosing("Add a conflict", at: "conflicts", conflictForm) { form in
        folded("Add a conflict", form.html(link("conflicts"), kinds: conflictKinds, problems: problems, in: layout), open: true)
      })
    """
  }

  private func assignmentPart(_ assigned: [Assigned], _ layout: Layout) -> HTML {
    let fields = Fields(prefix: "assignment-", problems: problems)
    return """
      \(assigned.isEmpty ? nothing("Nobody reviews it yet.") : .empty)
      <ul class="rows">\(each(assigned) { row in
        """
        <li><div><strong>\(row.name)</strong>
        <span class="soft">\(row.affiliation)\(with(row.affinity) { ", affinity \(decimal($0))" })\
        \(when(!row.round.isEmpty) { ", round \(row.round)" })</span> \(row.state.html)</div>
        \(layout.form(link("assignments"), classes: "inline", confirm: "Take this paper from \(row.name)?") {
          """
          \(hidden("reviewer", row.reviewer.text))\(button(
            "Remove", name: "action", value: "remove", classes: "quiet small", says: "Remove \(row.name)"))
          """
        })</li>
        """
      })</ul>
      \(choosing("Add a reviewer", at: "assignments", candidates) { candidates in
        candidates.isEmpty ? nothing("Nobody else can be added.") : layout.form(link("assignments"), classes: "filter") {
          """
          \(fields.select("reviewer", "Add a reviewer", candidates.map { ($0.id.text,
            $0.note.isEmpty ? $0.name : "\($0.name) (\($0.note))") }, chosen: "", empty: "Choose a person"))
          <button class="quiet" name="action" value="add">Add</button>
          """
        }
      })
      """
  }

  /// A form to choose a person by, or the way to it.
  private func choosing<Choice>(_ label: String, at part: String, _ choice: Choice?, _ form: (Choice) -> HTML) -> HTML {
    guard acceptsPeople else { return .empty }
    if let choice { return form(choice) }
    let choosing: Link = "/chair/submissions/\(id)?choose=person#\(part)"
    return "<p><a href=\"\(choosing)\">\(label)</a></p>"
  }
}
