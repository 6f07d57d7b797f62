import Testing

/// A list's order tells as much as its content. Every ORDER BY of a noun begins with something drawn at random, with a name
/// people chose, or stands here with who may see that order.
@Suite("No list follows a hidden time or number")
struct OrderTests {
  /// Ids, paper numbers and pseudonyms are drawn; the rest is written on the page itself.
  private static let harmless: Set<String> = [
    "id", "g.id", "s.id", "m.id", "s.number", "pseudonym", "g.pseudonym", "person_id", "g.person_id", "submission_id",
    "t.id", "b.submission_id", "c.submission_id", "d.submission_id", "r.submission_id", "v.submission_id", "t.submission_id",
    "p.person_id", "w.submission_id", "title_key", "r.assignment_id", "position",
    "slot", "side", "role", "place", "call_id", "kind", "name", "p.name", "sha256", "b.position",
    "token", "g.submission_id", "d.assignment_id", "s.call_id", "e.artifact_id", "w.evaluation_id", "w.artifact_id",
    // The columns of a UNION: ids, addresses or hashes.
    "1", "5",
    // What stands for an evaluator's name is drawn.
    "letter",
    // What the row itself says.
    "f.code", "f.severity",
    // Versions of one thing, for whoever may read each of them.
    "version",
  ]

  /// File and first term of an order that follows time, and who meets it.
  private static let followingTime: [String: String] = [
    "Audit/AuditSQL.swift number": "the record: chairs, without papers kept from them, and the check of its chain",
    "Audit/ChairAuditSQL.swift number": "the record: chairs, without papers kept from them",
    "Audit/RevealSQL.swift number": "the last entry, to chain the next",
    "Audit/RevealSQL.swift r.number": "the record of reveals: chairs, without papers kept from them",
    "Audit/OpeningSQL.swift at": "chairs of the paper",
    "Call/DateChangeSQL.swift at": "chairs",
    "Call/CallSQL.swift created_at": "the operator",
    "CameraReady/CameraReadySQL.swift number": "no list: the last word counts",
    "CameraReady/CameraReadySQL.swift until": "no list: the latest counts",
    "CameraReady/ShepherdSQL.swift number": "no list: the last word counts",
    "Conflict/OwnConflictSQL.swift c.at": "the person's own declarations",
    "Conflict/PersonConflictSQL.swift at": "the person's own declarations",
    "Conflict/DeclarationWordSQL.swift number": "what chairs and the paper's authors say to each other, in its order",
    "Integrity/IntegritySQL.swift i.opened_at": "chairs who may know of each of these cases",
    "Integrity/IntegritySQL.swift number": "chairs who may know of the case",
    "Discussion/CommentSQL.swift c.number": "a discussion reads in its order; each comment tells its hour to all who read it",
    "Artifact/EvaluationSQL.swift number": "a dialogue reads in its order; each message tells its hour to all who read it",
    "Assignment/PlanSQL.swift asked_at": "chairs",
    "Review/DelegationSQL.swift d.asked_at": "the reviewer's own requests",
    "Expertise/TextScoreSQL.swift asked_at": "no list: the newest counts",
    "Job/JobSQL.swift queued_at": "the worker",
    "Meeting/MeetingSQL.swift number": "no list: the last turn counts",
    "Mail/LetterSQL.swift number": "the worker",
    "Mail/LetterChoiceSQL.swift due_at": "the worker",
    "Mail/LetterChoiceSQL.swift at": "whoever the letters are for",
    "Mail/OutboxSQL.swift l.number": "chairs, without papers kept from them",
    "Person/InvitationSQL.swift invited_at": "chairs",
    "Person/ServiceStatementSQL.swift number": "no list: the newest key counts",
    "Person/ServiceStatementSQL.swift at": "the person's own statements",
    "Person/SessionSQL.swift s.seen_at": "the person's own browsers",
    "Screening/FindingSQL.swift at": "chairs of the paper",
    "Screening/ScreenedManuscriptSQL.swift m.at": "the index of shared text",
    "Submission/ChairSubmissionSQL.swift at": "chairs of the paper",
    "Submission/ChairSubmissionSQL.swift number": "chairs of the paper",
    "Submission/AuthorshipSQL.swift number": "no list: the last of each counts",
    "Submission/StandingSQL.swift EXISTS": "the console of a sample",
    "Submission/SubmissionEventSQL.swift at": "no list: the last of each claim counts",
    "Archive/OwnDataSQL.swift d.task_id": "what the person wrote",
    "Archive/OwnDataSQL.swift m.task_id": "what the person wrote",
    "Submission/SubmissionEventSQL.swift number": "the paper's history: its authors and chairs",
  ]

  private static let found: [(place: String, term: String)] = SourceTree.sources
    .filter { $0.room == "Store" && $0.path.hasSuffix("SQL.swift") && !$0.path.contains("/Database/") }
    .flatMap { file in
      file.literals.flatMap { $0.text.matches(of: /ORDER\s+BY\s+([\w.]+)/) }.map { match in
        (place: file.path.replacing("Sources/Store/", with: ""), term: String(match.1))
      }
    }

  @Test("Every order is harmless, or says who meets it")
  func orders() {
    #expect(Self.found.count > 50)
    let unknown = Self.found.filter { !Self.harmless.contains($0.term) }.map { "\($0.place) \($0.term)" }
    #expect(Set(unknown).subtracting(Self.followingTime.keys) == [])
  }

  @Test("Nothing stands in the table that isn't there any more")
  func stale() {
    let there = Set(Self.found.map { "\($0.place) \($0.term)" })
    #expect(Set(Self.followingTime.keys).subtracting(there) == [])
    #expect(Self.harmless.subtracting(Self.found.map(\.term)).subtracting(["sha256", "id"]) == [])
  }
}
