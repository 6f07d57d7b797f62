public import PeerReview

/// By which a chair puts a conflict with a paper on record. Where the person has the paper, what ends with it is to be ticked.
///
/// Form: `POST /chair/submissions/{id}/conflicts`: `action` (`add`), `person`, `kind`, and where it was told what would end
/// `seen` and `ends` (`yes`).
public struct ConflictForm: Sendable {
  /// Who can be chosen: everybody who serves.
  public let people: [SubmissionFormPage.CommitteeMember]
  /// Chosen already; nil for nobody.
  public let person: ID<Person>?
  /// Key of the kind chosen; empty for none.
  public let kind: String
  /// What ends for the one chosen.
  public let task: SuspectTask
  /// Whether it was said that this ends.
  public let endsTask: Bool
  /// Whether the chair chose themselves.
  public let isOneself: Bool
  public init(
    people: [SubmissionFormPage.CommitteeMember], person: ID<Person>? = nil, kind: String = "", task: SuspectTask = .nothing,
    endsTask: Bool = false,
    isOneself: Bool = false
  ) {
    self.people = people
    self.person = person
    self.kind = kind
    self.task = task
    self.endsTask = endsTask
    self.isOneself = isOneself
  }

  func html(_ action: Link, kinds: [ConflictKind], problems: [FieldProblem], in layout: Layout) -> HTML {
    let fields = Fields(prefix: "conflict-", problems: problems)
    let holder = task == .nothing && !isOneself ? nil : people.first { $0.id == person }
    return layout.form(action) {
      """
      \(with(holder) { "<p><strong>\($0.name)</strong> \(with(task.badge) { $0.html })</p>\(hidden("person", $0.id.text))" })
      <div class="columns">\(when(holder == nil) { choice(fields) })
      \(fields.select("kind", "Kind", kinds.map { ($0.key, $0.label) }, chosen: kind, empty: "Choose a kind"))</div>
      \(with(holder) { hidden("seen", task.rawValue) + ending($0.name, fields) })
      <p class="actions"><button class="quiet" name="action" value="add">Add conflict</button></p>
      """
    }
  }

  private func ending(_ name: String, _ fields: Fields) -> HTML {
    isOneself && task == .nothing
      ? fields.tick("ends", "Keep this paper from me; only another chair can undo it", endsTask)
      : task.ending(name, fields, isTicked: endsTask)
  }

  private func choice(_ fields: Fields) -> HTML {
    fields.select(
      "person", "Person", people.map { ($0.id.text, $0.affiliation.isEmpty ? $0.name : "\($0.name) (\($0.affiliation))") },
      chosen: person?.text ?? "", empty: "Choose a person")
  }
}
