public import PeerReview

/// One artifact, with what an artifact chair decides about it.
///
/// Forms, all `POST /artifacts/{id}` with `action`: `assign` or `keep-away` with `person`; `unassign` with `evaluation`; `decide`
/// with `badge`, `verdict` (`award` or `refuse`) and `note`.
public struct ChairArtifactPage: Page {
  public let id: ID<Artifact>
  public let state: ArtifactState
  public let artifact: ArtifactSummary
  public let missing: [FieldProblem]
  public let evaluators: [Evaluator]
  public let candidates: [Candidate]
  /// Names of those kept from it, beside those the paper keeps away.
  public let kept: [String]
  public let dialogue: ArtifactDialogue
  public let evaluations: [EvaluationCard]
  public let badges: [Decision]
  public let releasedAt: Instant?
  public let problems: [FieldProblem]
  public init(
    id: ID<Artifact>, state: ArtifactState, artifact: ArtifactSummary, missing: [FieldProblem], evaluators: [Evaluator],
    candidates: [Candidate], kept: [String], dialogue: ArtifactDialogue, evaluations: [EvaluationCard], badges: [Decision],
    releasedAt: Instant?, problems: [FieldProblem] = []
  ) {
    self.id = id
    self.state = state
    self.artifact = artifact
    self.missing = missing
    self.evaluators = evaluators
    self.candidates = candidates
    self.kept = kept
    self.dialogue = dialogue
    self.evaluations = evaluations
    self.badges = badges
    self.releasedAt = releasedAt
    self.problems = problems
  }

  public struct Evaluator: Sendable {
    public let id: ID<Evaluation>
    public let name: String
    /// Such as "Evaluator B", as authors know them.
    public let letter: String
    public let hasReport: Bool
    public let isSubmitted: Bool
    public init(id: ID<Evaluation>, name: String, letter: String, hasReport: Bool, isSubmitted: Bool) {
      self.id = id
      self.name = name
      self.letter = letter
      self.hasReport = hasReport
      self.isSubmitted = isSubmitted
    }
  }

  public struct Candidate: Sendable {
    public let id: ID<Person>
    public let name: String
    public let load: Int
    /// In the call's words; empty without one.
    public let preference: String
    public init(id: ID<Person>, name: String, load: Int, preference: String) {
      self.id = id
      self.name = name
      self.load = load
      self.preference = preference
    }
  }

  public struct Decision: Sendable {
    public let badge: ArtifactBadge
    public let label: String
    public let isAwarded: Bool?
    /// As decided, or as typed when it was refused.
    public let note: String
    public init(badge: ArtifactBadge, label: String, isAwarded: Bool?, note: String) {
      self.badge = badge
      self.label = label
      self.isAwarded = isAwarded
      self.note = note
    }
  }

  public var title: String { "Artifact of \(artifact.number)" }
  public var section: Section? { .artifacts }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><a href="/artifacts">Artifacts</a> <span class="number">\(artifact.number)</span> \(state.badge.html)</p>
    <h1>\(artifact.title)</h1><p class="soft">\(artifact.authors.joined(separator: ", "))</p>
    \(problemList(problems, heading: "This could not be done", prefix: nil))
    \(when(!missing.isEmpty) { """
      <section class="card standing warning" aria-labelledby="missing-heading"><h2 id="missing-heading">Missing</h2>
      <ul class="checks">\(each(missing) { "<li>\($0.message)</li>" })</ul></section>
      """ })
    \(part("artifact", "Paper and artifact") { artifact.html })
    \(part("evaluators", "Evaluators") { evaluatorPart(layout) })
    \(part("dialogue", "Authors and evaluators") { dialogue.html(in: layout, action: "/artifacts/\(id)") })
    \(part("evaluations", "Evaluations") {
      evaluations.isEmpty ? nothing("No evaluation is in yet.") : each(evaluations) { $0.html(in: layout) }
    })
    \(part("badges", "Badges") { each(badges) { decision($0, layout) } })
    """
  }

  private func evaluatorPart(_ layout: Layout) -> HTML {
    """
    \(evaluators.isEmpty ? nothing("Nobody evaluates it yet.") : evaluatorTable(layout))
    \(when(!kept.isEmpty) { "<p>Kept from it: \(kept.joined(separator: ", ")).</p>" })
    \(when(releasedAt == nil) { """
      \(layout.form("/artifacts/\(id)") { """
        \(Fields(problems: problems).select("person", "An evaluator", candidates.map { ($0.id.text, Self.line($0)) }, chosen: "",
          empty: "Choose somebody", help: "Whoever wrote the paper or is in conflict with it does not stand here."))
        <p class="actions"><button name="action" value="assign">Assign</button>
        <button class="quiet" name="action" value="keep-away">Keep away as in conflict</button></p>
        """ })
      """ })
    """
  }

  private static func line(_ candidate: Candidate) -> String {
    "\(candidate.name) (has \(candidate.load)\(candidate.preference.isEmpty ? "" : ", " + candidate.preference))"
  }

  private func evaluatorTable(_ layout: Layout) -> HTML {
    table(
      "Evaluators", id: "evaluators-table", head: ["Name", "Authors see", "Kick-the-tires", "Evaluation", "Act"],
      each(evaluators) { row in
        """
        <tr><th scope="row">\(row.name)</th><td>\(row.letter)</td><td>\(row.hasReport ? "reported" : "–")</td>
        <td>\(row.isSubmitted ? "handed in" : "–")</td><td>\(when(releasedAt == nil) { layout.form("/artifacts/\(id)",
          classes: "inline", confirm: "Take the artifact from \(row.name)?") {
          """
          \(hidden("evaluation", row.id.text))
          \(button("Take it away", name: "action", value: "unassign", classes: "quiet small",
            says: "Take the artifact from \(row.name)"))
          """
        } })</td></tr>
        """
      })
  }

  private func decision(_ decision: Decision, _ layout: Layout) -> HTML {
    let mark: Badge =
      switch decision.isAwarded {
      case true?: Badge(label: "Awarded", tone: .good)
      case false?: Badge(label: "Not awarded", tone: .bad)
      case nil: Badge(label: "Undecided", tone: .warning)
      }
    let fields = Fields(prefix: "\(decision.badge.rawValue)-", problems: problems)
    return """
      <section class="card" aria-labelledby="badge-\(decision.badge.rawValue)">
      <h3 id="badge-\(decision.badge.rawValue)">\(decision.label) \(mark.html)</h3>
      \(releasedAt == nil ? layout.form("/artifacts/\(id)") { """
        \(hidden("action", "decide"))\(hidden("badge", decision.badge.rawValue))
        \(fields.text("note", "To the authors", decision.note, .init(
          help: "Needed to refuse it, and to award it against every recommendation.", rows: 2)))
        <p class="actions"><button name="verdict" value="award">Award</button>
        <button class="quiet danger" name="verdict" value="refuse">Do not award</button></p>
        """ } : prose(decision.note))</section>
      """
  }
}
