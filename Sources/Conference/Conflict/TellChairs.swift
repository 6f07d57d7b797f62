internal import Pages
internal import PeerReview
internal import Store

/// What chairs are told when a reviewer gives a paper up; `post` leaves out those who may not know of it.
extension Act {
  func tell(ofRecusal id: ID<Assignment>) throws {
    guard let task = try session.assignment(id), let row = try session.submission(task.submission),
      let reviewer = try session.person(task.person), let reason = try session.reasonOfHandingBack(id)
    else { return }
    let letter = RecusalLetter(
      head: letterhead(try call(row.call).call), number: row.number, title: row.title, reviewer: reviewer.displayName,
      reason: reason, path: "/chair/submissions/\(row.id)")
    for chair in try session.chairs(of: row.facts.track, at: row.call) where chair.id != reviewer.id {
      try post(letter, kind: "recusal", to: chair.email, name: chair.name, call: row.call, about: row.id)
    }
  }

  /// A conflict that was taken back meanwhile is told no more.
  func tell(ofConflict id: ID<Assignment>) throws {
    guard let task = try session.assignment(id), let row = try session.submission(task.submission),
      let reviewer = try session.person(task.person)
    else { return }
    let declared = try session.ownConflicts(of: reviewer.email, in: row.call)
    guard let own = declared.last(where: { $0.submission == row.id && $0.endedAt == nil }) else { return }
    let call = try call(row.call).call
    let letter = ConflictDeclaredLetter(
      head: letterhead(call), number: row.number, title: row.title, reviewer: reviewer.displayName,
      kind: call.conflictKinds.first { $0.key == own.kind }?.label ?? own.kind, path: "/chair/submissions/\(row.id)")
    for chair in try session.chairs(of: row.facts.track, at: row.call) {
      try post(letter, kind: "conflict-declared", to: chair.email, name: chair.name, call: row.call, about: row.id)
    }
  }
}
