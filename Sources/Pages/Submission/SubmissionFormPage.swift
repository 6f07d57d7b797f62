public import PeerReview

/// The submission form: registering a paper and editing it, complete or not.
///
/// Form: `POST /submissions/new` (`id` nil) or `POST /submissions/{id}/edit`. Fields, named as `FieldProblem`s name them:
/// - `version`: the version the edit began from; `0` when new.
/// - `title`, `abstract`, `track` (a track's key), `topics` (repeated, topic keys), `keywords` (one text, separated by commas
///   or lines), `preprint`, `exemption`.
/// - `authors.N.name`, `authors.N.email`, `authors.N.affiliation`, `authors.N.orcid`, `authors.N.contact` and
///   `authors.N.serves` (`yes` when ticked), N from 0 without gaps; rows that are all empty are dropped.
/// - `conflicts.N.kind` with either `conflicts.N.member` (a committee member's id, from the list) or `conflicts.N.name` and
///   `conflicts.N.email` (someone else); rows that are all empty are dropped.
/// - `statements.KEY`: statement texts. Those of every track are in the form; only the chosen track's count.
/// - `declarations.KEY`: `yes` for a ticked box, or the chosen option's key. `declarationTexts.KEY`: the text beside it.
/// - `exceptions` (repeated): keys of claimed exceptions. `exceptions.KEY`: the explanation of each.
/// - `action`: `save`, `submit` (save, then submit), or a change of rows that is answered with the form again, nothing
///   stored: `author-add`, `author-up.N`, `author-down.N`, `author-remove.N`, `member-add`, `conflict-add`,
///   `conflict-remove.N`, `suggest-add.ID.KIND`, `take-title`, `take-abstract`; or `suggest-dismiss.ID`, which is remembered.
///
/// A new paper's page has a second form, `POST /submissions/new/file` (multipart, `file`): a draft begun with its PDF.
public struct SubmissionFormPage: Page {
  /// Nil for a paper that is not registered yet.
  public let id: ID<Submission>?
  public let number: SubmissionNumber?
  public let call: Call
  public let fields: SubmissionFields
  public let committee: [CommitteeMember]
  /// The version saving will be based on: the stored one, also when `saved` is there.
  public let version: Int
  /// What kept the last attempt from being stored.
  public let problems: [FieldProblem]
  /// What submitting still lacks. Saving a draft does not mind.
  public let missing: [FieldProblem]
  /// What another tab or author stored meanwhile; `fields` then holds what this viewer typed, and both are printed.
  public let saved: SavedElsewhere?
  public let isSubmitted: Bool
  /// What was typed is stored; `problems` only keep it from being submitted.
  public let isSaved: Bool
  /// Conflicts that may have been forgotten.
  public let suggestions: [ConflictSuggestion]
  /// When it closes for this paper; nil for one not registered yet.
  public let due: Instant?
  /// What the newest PDF says where `fields` says something else.
  public let fromPDF: PDFSuggestion?
  /// What stands in `fields` from the PDF, not stored yet.
  public let taken: [PDFSuggestion.Field]
  /// What was wrong with a file that a new paper was to be begun with.
  public let fileProblems: [FieldProblem]
  public init(
    id: ID<Submission>?, number: SubmissionNumber?, call: Call, fields: SubmissionFields, committee: [CommitteeMember],
    version: Int, problems: [FieldProblem] = [], missing: [FieldProblem] = [], saved: SavedElsewhere?,
    isSubmitted: Bool = false, isSaved: Bool = false, suggestions: [ConflictSuggestion] = [],
    due: Instant? = nil, fromPDF: PDFSuggestion? = nil, taken: [PDFSuggestion.Field] = [], fileProblems: [FieldProblem] = []
  ) {
    self.id = id
    self.number = number
    self.call = call
    self.fields = fields
    self.committee = committee
    self.version = version
    self.problems = problems
    self.missing = missing
    self.saved = saved
    self.isSubmitted = isSubmitted
    self.isSaved = isSaved
    self.suggestions = suggestions
    self.due = due
    self.fromPDF = fromPDF
    self.taken = taken
    self.fileProblems = fileProblems
  }

  public struct CommitteeMember: Sendable {
    public let id: ID<Person>
    public let name: String
    public let affiliation: String
    public init(id: ID<Person>, name: String, affiliation: String) {
      self.id = id
      self.name = name
      self.affiliation = affiliation
    }
  }

  public struct SavedElsewhere: Sendable {
    public let fields: SubmissionFields
    public let savedAt: Instant
    public let savedBy: String
    public init(fields: SubmissionFields, savedAt: Instant, savedBy: String) {
      self.fields = fields
      self.savedAt = savedAt
      self.savedBy = savedBy
    }
  }

  public var title: String {
    if let number { return "Edit \(number)" }
    return "New submission"
  }
  public var section: Section? { .submissions }

  public func content(in layout: Layout) -> HTML {
    let fields = Fields(problems: problems, missing: missing)
    return """
      <h1>\(number.map { "Edit \($0)" } ?? "New submission")</h1>
      <p>\(due == nil ? "Papers are" : "This paper is") due \(layout.deadline(due ?? call.calendar.submission.closes)). \(isSubmitted
        ? "What you save takes the place of what is submitted, so it has to be complete." : draftAdvice)</p>
      \(with(number == nil ? call.calendar.registration : nil) {
        "<p>Registration closes \(layout.deadline($0)); a registered paper can be changed until papers are due.</p>"
      })
      \(when(id == nil && FileRules.mayBeginPaper(call)) { BeginWithPDF(call: call, problems: fileProblems).html(in: layout) })
      \(with(saved) { staleNotice($0, layout) })
      \(when(!taken.isEmpty) { takenNotice })
      \(problemList(problems, heading: isSaved ? "Saved, but not submitted yet" : "This could not be saved yet"))
      \(when(problems.isEmpty && !missing.isEmpty && id != nil) { missingNotice })
      \(layout.form(action, guarded: true) { """
        \(hidden("version", version))
        <button class="unseen" name="action" value="save" tabindex="-1" aria-hidden="true" formnovalidate>Save</button>
        \(about(fields))
        \(trackChoice(fields))
        \(topicChoice(fields))
        \(AuthorRows(
          authors: self.fields.authors, limit: call.limits.authorsPerSubmission, fields: fields, reciprocal: call.reciprocal,
          exemption: self.fields.content.answers.exemption).html)
        \(ConflictRows(
          rows: self.fields.conflicts, committee: committee, kinds: call.conflictKinds, fields: fields,
          suggestions: suggestions).html)
        \(declarationFields(fields).html)
        <div class="actions sticky">
        <button name="action" value="save" formnovalidate>\(saveLabel)</button>
        \(when(id != nil && !isSubmitted) { "<button class=\"quiet\" name=\"action\" value=\"submit\">Save and submit</button>" })
        <span class="soft">\(missingCount)\(when(id != nil) { " Files are uploaded on the paper's own page." })</span></div>
        """ })
      """
  }

  private var takenNotice: HTML {
    """
    <p class="notice" role="status">The \(taken.map(\.rawValue).joined(separator: " and the ")) below \(taken.count == 1
      ? "is" : "are") read from your PDF. Check \(taken.count == 1 ? "it" : "them"); nothing is stored before you save.</p>
    """
  }

  private var draftAdvice: HTML { "A draft may be incomplete; save it as often as you like." }

  private var saveLabel: HTML {
    return isSubmitted ? "Save changes" : "Save draft"
  }

  private var missingCount: HTML {
    if id == nil { return "" }
    return missing.isEmpty ? "Nothing is missing." : "\(count(missing.count, "thing")) missing."
  }

  private func declarationFields(_ fields: Fields) -> DeclarationFields {
    DeclarationFields(call: call, answers: self.fields.content.answers, fields: fields)
  }

  private var action: Link {
    guard let id else { return "/submissions/new" }
    return "/submissions/\(id)/edit"
  }

  private var missingNotice: HTML {
    folded(
      "\(count(missing.count, "thing")) missing before it can be submitted",
      "<ul>\(each(missing) { "<li>\(missingLine($0))</li>" })</ul>")
  }

  /// Files are uploaded on another page, so what is missing of them has no place to point at here.
  private func missingLine(_ problem: FieldProblem) -> HTML {
    guard FileSlot(rawValue: problem.field) == nil else { return "\(problem.message)" }
    return "<a href=\"\(Link.fragment("f-" + problem.field))\">\(problem.message)</a>"
  }

  private func about(_ fields: Fields) -> HTML {
    let content = self.fields.content
    return part("paper", "The paper") {
      """
      \(fields.text("title", "Title", content.title, .init(autocomplete: "off", limitCharacters: call.limits.titleCharacters)))
      \(with(fromPDF) { $0.offer(.title) })
      \(fields.text("abstract", "Abstract", content.abstract, .init(
        help: "Plain text. Reviewers read it when they bid.", limitWords: call.limits.abstractWords, rows: 10)))
      \(with(fromPDF) { $0.offer(.abstract) })
      \(when(call.preprintsAllowed) { fields.text("preprint", "Preprint", content.answers.preprint, .init(
        type: "url", help: "Optional address, such as on arXiv. A preprint is allowed; only chairs see this.",
        autocomplete: "off", inputMode: "url")) })
      """
    }
  }

  /// Each track carries its own statements and declarations, shown while that track is chosen.
  private func trackChoice(_ fields: Fields) -> HTML {
    let choices = call.tracks.map { track in
      Fields.Choice(
        value: track.key, label: track.name, help: track.summary,
        extra: "\(statementFields(track, fields))\(declarationFields(fields).declarations(onlyOf: track))")
    }
    return part("track", "Track") {
      fields.choice(
        "track", "Which track?", choices, chosen: self.fields.content.track,
        help: "It can be changed until the deadline, not after: the tracks follow different rules.")
    }
  }

  private func statementFields(_ track: Track, _ fields: Fields) -> HTML {
    let given = self.fields.content.answers.statements
    return each(track.statements) { statement in
      fields.text(
        "statements.\(statement.key)", statement.label, given[statement.key] ?? "",
        .init(
          help: statement.help + (statement.shownToReviewers ? " Reviewers read this." : ""),
          limitWords: statement.limitWords, rows: 4))
    }
  }

  /// So many are seen at a glance.
  private static let fewTopics = 12

  private func topicChoice(_ fields: Fields) -> HTML {
    let chosen = Set(self.fields.content.topics)
    return part("topics", "Topics") {
      """
      <fieldset class="field" id="\(fields.id("topics"))"\(fields.describedBy("topics", hasHelp: true))>
      <legend>Topics of interest</legend>
      \(fields.help("topics", "At most \(call.limits.topicsPerSubmission). They decide who can review the paper well."))
      \(when(call.topics.count > Self.fewTopics) { """
        <div class="field" hidden><label for="topic-words">Find a topic</label><input id="topic-words" type="search"
        autocomplete="off" data-filters="topic-choices"></div>
        """ })
      <div class="choices grid" id="topic-choices">\(each(call.topics) { topic in
        fields.tick("topics", topic.name, chosen.contains(topic.key), value: topic.key, id: fields.id("topics-" + topic.key))
      })</div>\(fields.told("topics"))</fieldset>
      \(with(call.keywordsLimit) { limit in fields.text("keywords", "Keywords", self.fields.keywords, .init(
        help: "Optional, at most \(limit), separated by commas.", autocomplete: "off")) })
      """
    }
  }

  private func staleNotice(_ saved: SavedElsewhere, _ layout: Layout) -> HTML {
    """
    <section class="notice warning" role="alert" aria-labelledby="stale"><h2 id="stale">Saved elsewhere meanwhile</h2>
    <p>\(saved.savedBy) saved another version at \(layout.moment(saved.savedAt)). Nothing is lost: below stands what you typed,
    and here is what was saved where it differs. Saving now puts your text in its place; the other version stays on record.</p>
    \(each(fields.differences(from: saved.fields, call: call)) { difference in """
      <div class="compare"><h3>\(difference.label)</h3><div><p class="soft">Saved elsewhere</p>\(prose(difference.saved))</div>
      <div><p class="soft">Yours</p>\(prose(difference.own))</div></div>
      """ })
    </section>
    """
  }
}

/// What stands in the form's fields.
public struct SubmissionFields: Hashable, Sendable {
  public let content: SubmissionContent
  /// The keywords as typed.
  public let keywords: String
  public let authors: [Author]
  public let conflicts: [ConflictFields]
  public init(content: SubmissionContent, keywords: String, authors: [Author], conflicts: [ConflictFields]) {
    self.content = content
    self.keywords = keywords
    self.authors = authors
    self.conflicts = conflicts
  }

  /// The same with another title and abstract.
  public func with(title: String, abstract: String) -> SubmissionFields {
    var content = content
    content.title = title
    content.abstract = abstract
    return SubmissionFields(content: content, keywords: keywords, authors: authors, conflicts: conflicts)
  }

  public struct ConflictFields: Hashable, Sendable {
    /// A committee member's id, empty when none is chosen yet; nil when the row is about someone else.
    public let member: String?
    public let name: String
    public let email: String
    public let kind: String
    public init(member: String?, name: String = "", email: String = "", kind: String = "") {
      self.member = member
      self.name = name
      self.email = email
      self.kind = kind
    }
  }
}
