internal import Pages
internal import PeerReview
internal import Store

/// The forms that end a paper's course, and what happened to it so far.
extension ChairDesk {
  func decisionForm(
    _ row: SubmissionRow, _ call: Call, _ decisions: [DecisionRow], releasedAt: Instant?, _ typed: Typed, _ act: Act
  ) -> ChairSubmissionPage.DecisionForm? {
    let isOpen = isAllowed { () throws(Refusal) in
      try DecisionRules.decide(
        row.facts, kind: call.decisions.first?.key ?? "", note: "", call: call, releasedAt: releasedAt, at: act.now)
    }
    guard isOpen else { return nil }
    let last = decisions.last
    return ChairSubmissionPage.DecisionForm(
      kinds: call.decisions, decision: typed.decision ?? last?.kind ?? "", note: typed.note ?? last?.note ?? "",
      version: last?.version ?? 0)
  }

  /// Says what another chair decided meanwhile, when the form was based on something older.
  func overtaken(_ typed: Typed, _ call: Call, _ decisions: [DecisionRow], _ act: Act) throws -> [FieldProblem] {
    guard let version = typed.version, let last = decisions.last, last.version > version else { return [] }
    let name = try act.session.person(last.by)?.displayName ?? "Another chair"
    let label = call.decision(last.kind)?.label ?? last.kind
    return [
      FieldProblem(
        "decision", "Meanwhile \(name) decided “\(label)”. Your text is kept here; save again to replace that decision.")
    ]
  }

  func deskRejectionForm(
    _ row: SubmissionRow, _ call: Call, releasedAt: Instant?, _ typed: Typed, _ act: Act
  ) throws -> ChairSubmissionPage.DeskRejectionForm? {
    let standing = try act.deskRejection(row, call)
    let isOpen = row.facts.state == .submitted && releasedAt == nil
    guard isOpen || (standing != nil && row.facts.state == .deskRejected) else { return nil }
    return ChairSubmissionPage.DeskRejectionForm(
      grounds: call.desk.grounds, standing: standing, ground: typed.ground, explanation: typed.explanation)
  }

  /// Newest first, with names.
  func history(_ row: SubmissionRow, _ call: Call, _ decisions: [DecisionRow], _ act: Act) throws -> [HistoryLine] {
    let answers = try act.session.approvalHistory(of: row.id)
    let returns = try act.session.reinstatements(of: row.id)
    let response = try act.session.response(of: row.id)
    let events = try act.session.events(of: row.id).compactMap(\.by)
    let people = try act.session.people(
      decisions.map(\.by) + answers.map(\.by) + returns.compactMap(\.by) + [response?.by].compactMap { $0 } + events)
    func name(_ person: ID<Person>?) -> String { person.flatMap { people[$0]?.displayName } ?? "" }
    var lines = try act.history(row.id) { name($0) }
    lines += decisions.map { decision in
      let label = call.decision(decision.kind)?.label ?? decision.kind
      // What was written for an earlier outcome stands nowhere else any more.
      let note = decision.note.isEmpty || decision.version == decisions.last?.version ? "" : ", with the note “\(decision.note)”"
      return HistoryLine(at: decision.at, who: name(decision.by), what: "Decision, version \(decision.version): \(label)\(note)")
    }
    lines += answers.map { answer in
      let label = call.dualSubmissionExceptions.first { $0.key == answer.exception }?.label ?? answer.exception
      return HistoryLine(
        at: answer.at, who: name(answer.by), what: "Exception \(answer.approved ? "approved" : "refused"): \(label)")
    }
    lines += returns.map { HistoryLine(at: $0.at, who: name($0.by), what: "Returned to the process") }
    if let response { lines.append(HistoryLine(at: response.at, who: name(response.by), what: "Author response sent")) }
    return lines.sorted { $0.at == $1.at ? $0.what < $1.what : $0.at > $1.at }
  }

  /// What was typed comes back with what would end, as far as this chair is told.
  func conflictForm(_ row: SubmissionRow, _ typed: TypedConflict?, _ act: Act, _ reveal: Reveal) throws -> ConflictForm {
    let people = try act.committee(call)
    let chosen = people.first { $0.id == typed?.person }?.id
    let task = try chosen.map { try self.task(of: $0, on: row.id, act, reveal) } ?? .nothing
    return ConflictForm(
      people: people.map { .init(id: $0.id, name: $0.displayName, affiliation: $0.affiliation) }, person: chosen,
      kind: typed?.kind ?? "", task: task, endsTask: typed?.endsTask == true && typed?.seen == task.rawValue,
      isOneself: chosen == viewer.id)
  }

  /// Says that something else would end by now than where the form was made.
  func overtaken(_ typed: TypedConflict?, _ form: ConflictForm?) -> [FieldProblem] {
    guard let form, let seen = typed?.seen, seen != form.task.rawValue else { return [] }
    return [
      FieldProblem(
        "ends", "What this person has to do for the paper is something else by now, so nothing was saved. Look again, then save.")
    ]
  }

  func conflicts(_ row: SubmissionRow, _ call: Call, _ act: Act) throws -> [ChairSubmissionPage.Conflict] {
    try act.session.standingConflicts(of: row.id).map { conflict in
      let by =
        switch conflict.side {
        case .author: "the authors"
        case .reviewer: "the reviewer"
        case .chair: "a chair"
        }
      return ChairSubmissionPage.Conflict(
        id: conflict.id, name: conflict.name.isEmpty ? conflict.email : "\(conflict.name) (\(conflict.email))",
        kind: call.conflictKinds.first { $0.key == conflict.kind }?.label ?? conflict.kind, declaredBy: by)
    }
  }
}
