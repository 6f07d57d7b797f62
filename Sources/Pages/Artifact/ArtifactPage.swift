public import PeerReview

/// An artifact as the authors of its paper see it.
///
/// Forms: `POST /submissions/{id}/artifact`: `version`, `description`, `claims.N.claim|experiments`, `hardware`, `duration`,
/// `accounts`, `location`, `access`, `badges` (one field each), `conflicts` (a person's id each); `action` one of `register`,
/// `save`, `withdraw`, `claim-add`, `claim-remove.N`. Files: `POST /submissions/{id}/artifact/files/{slot}`. Messages:
/// `POST /submissions/{id}/artifact/messages` with `text`.
public struct ArtifactPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let paperTitle: String
  public let policy: ArtifactPolicy
  public let state: State
  /// As typed or as stored.
  public let content: ArtifactContent
  public let version: Int
  public let missing: [FieldProblem]
  public let files: [ArtifactFilePanel]
  public let committee: [Member]
  public let dialogue: ArtifactDialogue
  public let outcomes: Disclosure<[BadgeOutcome]>
  public let evaluations: Disclosure<[EvaluationCard]>
  public let problems: [FieldProblem]
  /// What another author saved meanwhile.
  public let savedElsewhere: ArtifactContent?
  public init(
    id: ID<Submission>, number: SubmissionNumber, paperTitle: String, policy: ArtifactPolicy, state: State,
    content: ArtifactContent, version: Int, missing: [FieldProblem], files: [ArtifactFilePanel], committee: [Member],
    dialogue: ArtifactDialogue, outcomes: Disclosure<[BadgeOutcome]>, evaluations: Disclosure<[EvaluationCard]>,
    problems: [FieldProblem] = [], savedElsewhere: ArtifactContent? = nil
  ) {
    self.id = id
    self.number = number
    self.paperTitle = paperTitle
    self.policy = policy
    self.state = state
    self.content = content
    self.version = version
    self.missing = missing
    self.files = files
    self.committee = committee
    self.dialogue = dialogue
    self.outcomes = outcomes
    self.evaluations = evaluations
    self.problems = problems
    self.savedElsewhere = savedElsewhere
  }

  public enum State: Hashable, Sendable {
    /// Nothing is registered, or it was taken back.
    case none(offersRegistration: Bool)
    /// Can be changed by this viewer.
    case open
    /// Can't be changed: by this viewer, or any more.
    case closed
  }

  public struct Member: Hashable, Sendable {
    public let id: ID<Person>
    public let name: String
    public let affiliation: String
    /// Must not evaluate this artifact, as the authors said.
    public let isKept: Bool
    public init(id: ID<Person>, name: String, affiliation: String, isKept: Bool) {
      self.id = id
      self.name = name
      self.affiliation = affiliation
      self.isKept = isKept
    }
  }

  public var title: String { "Artifact of \(number)" }
  public var section: Section? { .submissions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="\(Link.submission(id))"><span class="number">\(number)</span> \(paperTitle)</a></p>
    <h1>Artifact</h1>
    \(problemList(problems))
    \(body(layout))
    """
  }

  private func body(_ layout: Layout) -> HTML {
    switch state {
    case .none(let offers): return invitation(layout, offers: offers)
    case .open, .closed:
      return """
        \(standing(layout))
        \(outcomePart(layout))
        \(with(savedElsewhere) { staleNotice($0) })
        \(part("files", "Files") { "<div class=\"cards\">\(each(files) { $0.html(in: layout, id: id) })</div>" })
        \(state == .open ? form(layout) : readOnly)
        \(part("dialogue", "Evaluators and you") { dialogue.html(in: layout, action: "/submissions/\(id)/artifact/messages") })
        \(when(state == .open) { withdrawal(layout) })
        """
    }
  }

  private func invitation(_ layout: Layout, offers: Bool) -> HTML {
    """
    <p class="lead">Authors of accepted papers are invited to have their artifact evaluated, by “\(policy.policy)”.
    \(policy.voluntary ? "It is voluntary." : "")</p>
    <p>It has no influence on the decision on your paper. Evaluators are a committee of their own: they read the accepted paper and
    the artifact, and nothing of its reviews. You know their words, never their names.</p>
    <ul>\(each(policy.badges) { "<li>\($0.label)</li>" })</ul>
    \(dates(layout))
    \(offers ? layout.form("/submissions/\(id)/artifact") {
      "<p class=\"actions\"><button name=\"action\" value=\"register\">Register an artifact</button></p>"
    } : nothing("Registration is closed, or a contact author has to register the artifact."))
    """
  }

  private func dates(_ layout: Layout) -> HTML {
    facts([
      ("Registration closes", layout.deadline(policy.calendar.registration)),
      ("Artifacts are due", layout.deadline(policy.calendar.artifact)),
      ("Your answers to evaluators are due", layout.deadline(policy.calendar.answers)),
      ("Badges are released from", layout.deadline(policy.calendar.badges)),
    ])
  }

  private func standing(_ layout: Layout) -> HTML {
    """
    <section class="\(ClassList("card standing").with("warning", if: !missing.isEmpty))" aria-labelledby="standing-heading">
    <h2 id="standing-heading">\(missing.isEmpty ? "Nothing is missing" : "\(count(missing.count, "thing")) missing")</h2>
    \(due(layout))
    \(when(!missing.isEmpty) { "<ul class=\"checks\">\(each(missing, missingLine))</ul>" })
    </section>
    """
  }

  private func due(_ layout: Layout) -> HTML {
    let due = policy.calendar.artifact
    if layout.now < due {
      return "<p>It is evaluated as it stands when it is due, if nothing is missing then: \(layout.deadline(due)).</p>"
    }
    let outcome = missing.isEmpty ? "" : " It was not complete, so it is not evaluated."
    return "<p>It was due \(layout.moment(due)).\(outcome)</p>"
  }

  private func missingLine(_ problem: FieldProblem) -> HTML {
    guard state == .open else { return "<li>\(problem.message)</li>" }
    let place = problem.field == "archive" ? "slot-archive" : problem.field == "claims" ? "claims" : "f-" + problem.field
    return "<li><a href=\"\(Link.fragment(place))\">\(problem.message)</a></li>"
  }

  private func outcomePart(_ layout: Layout) -> HTML {
    guard case .shown(let list) = outcomes else { return .empty }
    return part("badges", "Badges") {
      """
      \(list.isEmpty ? nothing("No badge was requested.") : "<ul class=\"outcomes\">\(each(list) { $0.html })</ul>")
      \(revealed(evaluations) { cards in each(cards) { $0.html(in: layout) } })
      """
    }
  }

  private func form(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems, missing: missing)
    return layout.form("/submissions/\(id)/artifact", guarded: true) {
      """
      \(hidden("version", version))
      <button class="unseen" name="action" value="save" tabindex="-1" aria-hidden="true" formnovalidate>Save</button>
      \(part("about", "The artifact") { about(fields) })
      \(part("claims", "Claims") { claims(fields) })
      \(part("wanted", "Badges you request") { wanted(fields) })
      \(when(!committee.isEmpty) { part("kept", "Who must not evaluate it") { kept(fields) } })
      <div class="actions sticky"><button name="action" value="save" formnovalidate>Save</button>
      <span class="soft">It may be incomplete; save as often as you like.</span></div>
      """
    }
  }

  private func about(_ fields: Fields) -> HTML {
    """
    \(fields.text("description", "What it is and holds", content.description, .init(rows: 6)))
    \(fields.text("hardware", "Hardware it needs", content.hardware, .init(help: "Or “none in particular”.", rows: 2)))
    \(fields.text("duration", "Time the experiments take", content.duration, .init(rows: 2)))
    \(fields.text("accounts", "Accounts, licences and keys it needs", content.accounts, .init(help: "Optional.", rows: 2)))
    \(fields.text("location", "Where it lies, unless you upload it", content.location, .init(
      help: "An address, or the DOI or identifier of an archival repository. Evaluators are warned before they follow it, as your "
        + "host can see the visit.", limitCharacters: ArchivalIdentifier.limitCharacters)))
    \(fields.text("access", "How to get at it", content.access, .init(help: "Optional, such as a password.", rows: 2)))
    """
  }

  private func claims(_ fields: Fields) -> HTML {
    """
    <p class="help" id="f-claims">The claims of the paper that the artifact supports, each with its experiments.</p>\(fields.told("claims"))
    \(each(content.claims.enumerated()) { index, claim in """
      <fieldset class="card"><legend>Claim \(index + 1)</legend>
      \(fields.text("claims.\(index).claim", "What the paper claims", claim.claim, .init(rows: 2)))
      \(fields.text("claims.\(index).experiments", "Experiments that support it", claim.experiments, .init(rows: 3)))
      <p class="actions">\(button("Remove", name: "action", value: "claim-remove.\(index)", classes: "quiet small",
        says: "Remove claim \(index + 1)", skipsChecks: true))</p></fieldset>
      """ })
    <p class="actions">\(button("Add a claim", name: "action", value: "claim-add", classes: "quiet", skipsChecks: true))</p>
    """
  }

  private func wanted(_ fields: Fields) -> HTML {
    """
    <fieldset id="f-badges" class="\(ClassList("field").with("has-problem", if: fields.problem("badges") != nil))"\
    \(fields.describedBy("badges"))><legend>Each is decided by itself</legend>
    \(each(policy.badges) { badge in """
      \(fields.tick("badges", badge.label, content.badges.contains(badge.kind), value: badge.kind.rawValue,
        id: "badge-\(badge.kind.rawValue)"))
      \(folded("What has to hold", "<ul>\(each(badge.checklist) { "<li>\($0.text)</li>" })</ul>"))
      """ })\(fields.told("badges"))</fieldset>
    """
  }

  private func kept(_ fields: Fields) -> HTML {
    """
    <p class="help">Conflicts you declared with the paper hold here too. Tick whoever else is in conflict with it.</p>
    \(each(committee) { member in
      fields.tick("conflicts", "\(member.name), \(member.affiliation)", member.isKept, value: member.id.text,
        id: "kept-\(member.id.text)")
    })
    """
  }

  private var readOnly: HTML {
    part("about", "The artifact") {
      """
      \(content.html(location: "<code>\(content.location)</code>"))
      <p>Badges requested: \(content.badges.map(policy.label).joined(separator: "; ")).</p>
      """
    }
  }

  private func withdrawal(_ layout: Layout) -> HTML {
    folded(
      "Take the artifact back",
      layout.form("/submissions/\(id)/artifact", confirm: "Take the artifact back?") {
        """
        <p>Nobody evaluates it then. You can register it again until registration closes.</p>
        <p class="actions"><button class="quiet danger" name="action" value="withdraw">Take it back</button></p>
        """
      })
  }

  private func staleNotice(_ saved: ArtifactContent) -> HTML {
    """
    <section class="notice warning" role="alert" aria-labelledby="stale"><h2 id="stale">Saved elsewhere meanwhile</h2>
    <p>Another version was saved since you opened this form. Nothing is lost: below stands what you typed, and here is what was
    saved. Saving now puts your text in its place; the other version stays on record.</p>
    \(saved.html(location: "<code>\(saved.location)</code>"))</section>
    """
  }
}
