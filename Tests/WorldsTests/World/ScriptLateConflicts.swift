import Pages
import PeerReview

@testable import Conference
@testable import Store

/// Tasks whose holders come into conflict with the paper when they have it already, and a letter that stays held. Where a desk
/// would write to a viewer, the task is put down past it: whoever is shut out when viewers ask must not have heard of it.
extension World {
  /// About a paper that one of the chairs may not know of.
  func holdLetter() async throws {
    try await act("a letter about late is held") {
      guard changed != .lateExistence else { return }
      let late = try paper("late")
      try await conference.act { [call] act in
        try act.post(
          ChairsLetter(subject: "Your paper", body: "Please wait for our word."), kind: "chairs-letter",
          to: "dirk@\(World.unreachable)", name: "Dirk", call: call.id, about: late, isHeld: true)
      }
    }
  }

  /// Uma has paul write about `dunes`, until the chairs find him in conflict with it.
  func writeFromOutside() async throws {
    try await act("uma asks paul") { try await ask("uma", "Paul", "paul@people.example") }
    guard let id = delegations["uma"], let clara = people["clara"] else { throw WorldFault("nobody writes for uma") }
    let dunes = try paper("dunes")
    try await act("paul accepts, and is in conflict") {
      try await conference.act { act in
        try act.session.approve(id, by: clara.id, at: act.now)
        try act.session.accept(id, at: act.now)
        try act.session.addConflict(
          id: act.newToken(), submission: dunes, email: "paul@people.example", name: "Paul", kind: "advisor", side: .chair,
          by: clara.id, at: act.now)
      }
    }
    try await refused("paul writes") {
      let desk = conference.externalDesk(for: try await viewer("paul"))
      try await desk.saveDraft(id, basedOn: 0, answers("Dry.", grade: 1))
    }
  }

  /// Max leads `late`, which has no discussion lead from here on.
  func leadLate() async throws {
    try await act("max leads late") {
      guard changed != .lateExistence, let leader = people["max"] else { return }
      let late = try paper("late")
      try await chair("clara").giveMetareview(of: late, to: leader.id)
      metareviews["late"] = try await conference.look { try $0.session.metareviewTask(of: late)?.id }
    }
    try await act("max sums late up") {
      guard let late = metareviews["late"] else { return }
      try await reviewer("max").submit(late, basedOn: 0, MetareviewText(toAuthors: "In time.", recommendation: "reject"))
    }
  }

  /// `late` goes on to mona, who is in conflict with it, as its shepherd conrad is.
  func passLateOn() async throws {
    try await act("mona leads late, and is in conflict") {
      guard changed != .lateExistence, let mona = people["mona"], let clara = people["clara"] else { return }
      let late = try paper("late")
      try await conference.act { act in
        if let task = try act.session.metareviewTask(of: late) {
          try act.session.endMetareviewTask(task.id, reason: "taken back", at: act.now)
        }
        try act.session.add(MetareviewTaskRow(id: act.newID(), submission: late, person: mona.id, at: act.now), by: clara.id)
        try act.session.addConflict(
          id: act.newToken(), submission: late, email: WorldViewer.mona.email, name: "Mona", kind: "advisor", side: .chair,
          by: clara.id, at: act.now)
      }
    }
    try await act("conrad shepherds late") {
      guard changed != .lateExistence, let conrad = people["conrad"], let clara = people["clara"] else { return }
      let late = try paper("late")
      try await conference.act { act in
        try act.session.appointShepherd(conrad.id, of: late, id: act.newToken(), by: clara.id, at: act.now)
      }
    }
  }

  /// Erik evaluates the artifact of `wells`, until the chairs find him in conflict with the paper.
  func evaluateWells() async throws {
    try await act("erik evaluates wells") {
      guard let wells = artifacts["wells"], let erik = people["erik"], let arno = people["arno"] else { return }
      evaluations["erik"] = try await conference.act { act in
        let row = EvaluationRow(id: act.newID(), artifact: wells, person: erik.id, letter: 1, at: act.now)
        try act.session.add(row, by: arno.id)
        return row.id
      }
    }
    try await act("erik is in conflict") {
      guard let clara = people["clara"] else { return }
      let wells = try paper("wells")
      try await conference.act { act in
        try act.session.addConflict(
          id: act.newToken(), submission: wells, email: WorldViewer.erik.email, name: "Erik", kind: "advisor", side: .chair,
          by: clara.id, at: act.now)
      }
    }
    try await refused("arno gives wells to erik") {
      guard let wells = artifacts["wells"], let erik = people["erik"] else { throw Refusal.notFound }
      try await artifactChair("arno").assign(erik.id, to: wells)
    }
    try await act("olga writes to the evaluators of wells") {
      if artifacts["wells"] == nil { return }
      try await author("olga").writeToEvaluators(paper("wells"), text: "Mind the last step.")
    }
  }
}
