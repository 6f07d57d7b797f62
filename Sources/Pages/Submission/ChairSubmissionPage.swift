public import PeerReview

/// One submission as a chair without conflict sees it.
///
/// Forms below `/chair/submissions/{id}`:
/// `POST …/desk-rejection`: `ground`, `explanation`, `action` (`reject` or `revoke`).
/// `POST …/decision`: `decision`, `note`, `version`. `POST …/assignments`: `reviewer`, `action` (`add` or `remove`).
/// `POST …/conflicts`: `person`, `kind`, `action` (`add`) or `conflict`, `action` (`remove`).
/// `POST …/comments`: `text`. `POST …/exception`: `exception`, `answer` (`approve` or `refuse`), `reason`.
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
  public let assignments: Disclosure<[Assigned]>
  /// Who can be added by hand: not an author, not in conflict.
  public let candidates: [Candidate]
  public let exceptions: [ExceptionRow]
  public let reviews: Disclosure<[ReviewCard]>
  public let response: Disclosure<String?>
  public let discussion: Disclosure<DiscussionPanel>
  public let decision: DecisionForm?
  public let deskRejection: DeskRejectionForm?
  public let history: [HistoryLine]
  public let problems: [FieldProblem]
  public init(
    id: ID<Submission>, number: SubmissionNumber, content: SubmissionSummary, state: Badge, authors: Disclosure<[Author]>,
    files: [FilePanel], findings: Disclosure<[Finding]>, conflicts: Disclosure<[Conflict]>, conflictKinds: [ConflictKind],
    assignments: Disclosure<[Assigned]>, candidates: [Candidate] = [], exceptions: [ExceptionRow] = [],
    reviews: Disclosure<[ReviewCard]>, response: Disclosure<String?>, discussion: Disclosure<DiscussionPanel>,
    decision: DecisionForm?, deskRejection: DeskRejectionForm?, history: [HistoryLine], problems: [FieldProblem] = []
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
    self.assignments = assignments
    self.candidates = candidates
    self.exceptions = exceptions
    self.reviews = reviews
    self.response = response
    self.discussion = discussion
    self.decision = decision
    self.deskRejection = deskRejection
    self.history = history
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
    public let name: String
    public let affiliation: String
    public let state: Badge
    public let affinity: Double?
    public init(reviewer: ID<Person>, name: String, affiliation: String, state: Badge, affinity: Double?) {
      self.reviewer = reviewer
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
}
