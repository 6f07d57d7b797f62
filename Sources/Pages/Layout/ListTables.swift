internal import PeerReview

extension DecisionsPage {
  /// The page's list as a file.
  public var listTable: ListTable {
    ListTable(
      rows,
      [
        "number": { .number($0.number.value) },
        "title": { .text($0.title) },
        "track": { .text($0.track) },
        "scores": { .words($0.scores.known.map { scores in scores.map { String($0) } }) },
        "mean": { .measure($0.mean.known ?? nil) },
        "metareview": { .text($0.recommendation.known) },
        "decision": { .text($0.decision.known.map(decisionLabel)) },
      ])
  }

  private func decisionLabel(_ key: String) -> String {
    key.isEmpty ? "Undecided" : kinds.first { $0.key == key }?.label ?? key
  }
}

extension AuditPage {
  /// The page's entries as a file.
  public var listTable: ListTable {
    ListTable(
      entries,
      [
        "number": { .number(Int($0.sequence)) },
        "at": { .moment($0.at) },
        "who": { .text($0.who) },
        "act": { .text($0.act) },
        "subject": { .text($0.subject) },
        "details": { .text($0.details) },
        "hash": { .text($0.hash) },
      ])
  }
}

extension PeoplePage {
  /// The page's list of who serves as a file.
  public var listTable: ListTable {
    ListTable(
      people,
      [
        "name": { .text($0.name) },
        "email": { .text($0.email) },
        "affiliation": { .text($0.affiliation) },
        "offices": { .words($0.offices.map(\.label)) },
        "reviews": { .text($0.load) },
        "limits": { .words($0.limits.map { "\($0.office.label): \($0.papers)" }) },
        "rating": { .measure($0.rating?.mean) },
        "ratings": { .number($0.rating?.count) },
        "last_seen": { .moment($0.lastSeenAt) },
      ])
  }
}

extension OutboxPage {
  /// The page's list as a file, without any letter's text.
  public var listTable: ListTable {
    ListTable(
      letters,
      [
        "to": { .text($0.to) },
        "subject": { .text($0.subject) },
        "state": { .text($0.state.label) },
        "trouble": { .text($0.trouble) },
        "queued": { .moment($0.queuedAt) },
        "sent": { .moment($0.sentAt) },
        "goes": { .moment($0.goesAt) },
      ])
  }
}

extension ConflictConsolePage {
  /// The page's list of suspected conflicts, or of those that chairs put on record, as a file.
  public var listTable: ListTable {
    let suspected = suspects.map { suspect in
      Line(
        paper: suspect.paper, person: suspect.name, affiliation: suspect.affiliation, evidence: suspect.evidence, kind: nil,
        recordedAt: nil, dismissal: suspect.dismissal)
    }
    let standing = confirmed.map { conflict in
      Line(
        paper: conflict.paper, person: conflict.name, affiliation: nil, evidence: conflict.evidence, kind: conflict.kind,
        recordedAt: conflict.at, dismissal: nil)
    }
    return ListTable(
      suspected + standing,
      [
        "number": { .number($0.paper.number.value) },
        "title": { .text($0.paper.title) },
        "person": { .text($0.person) },
        "affiliation": { .text($0.affiliation) },
        "evidence": { .words($0.evidence.map(\.plain)) },
        "kind": { .text($0.kind) },
        "recorded": { .moment($0.recordedAt) },
        "set_aside_by": { .text($0.dismissal?.by) },
        "set_aside": { .moment($0.dismissal?.at) },
        "reason": { .text($0.dismissal?.reason) },
      ])
  }

  private struct Line {
    let paper: PaperReference
    let person: String
    let affiliation: String?
    let evidence: [ConflictEvidenceLine]
    /// Nil while it is only suspected.
    let kind: String?
    let recordedAt: Instant?
    let dismissal: Dismissal?
  }
}

extension ConflictEvidenceLine {
  fileprivate var plain: String { author.isEmpty ? sentence : "\(author): \(sentence)" }
}

extension RemindersPage {
  /// The page's list as a file.
  public var listTable: ListTable {
    ListTable(
      reviewers,
      [
        "name": { .text($0.name) },
        "email": { .text($0.email) },
        "missing": { .number($0.papers.count) },
        "papers": { .words($0.papers.map { String($0.number.value) }) },
        "reminded": { .moment($0.remindedAt) },
      ])
  }
}

extension ScreeningQueuePage {
  /// The page's list as a file.
  public var listTable: ListTable {
    ListTable(
      findings,
      [
        "number": { .number($0.number.value) },
        "title": { .text($0.title) },
        "rule": { .text($0.finding.code) },
        "severity": { .text($0.finding.severity.word) },
        "file": { .text($0.finding.slot.rawValue) },
        "page": { .number($0.finding.page) },
        "finding": { .text($0.finding.sentence) },
        "judgement": { .text($0.judgement?.verdict.label) },
        "judged_by": { .text($0.judgement?.by) },
        "judged": { .moment($0.judgement?.at) },
        "note": { .text($0.judgement?.note) },
      ])
  }
}

extension Finding.Severity {
  fileprivate var word: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .violation: "violation"
    }
  }
}

extension IntegrityCasesPage {
  /// The page's list as a file.
  public var listTable: ListTable {
    ListTable(
      cases,
      [
        "title": { .text($0.title) },
        "papers": { .words($0.papers.map { String($0.value) }) },
        "opened_by": { .text($0.openedBy) },
        "opened": { .moment($0.openedAt) },
        "state": { .text($0.outcome.badge.label) },
      ])
  }
}
