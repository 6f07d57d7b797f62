import Pages
import PeerReview

@testable import Conference
@testable import Store

/// How papers are reviewed, discussed and decided.
extension World {
  /// The person behind the third review of `caches`. The other of the two has no paper: on another one they would be seen
  /// by those who may know who reviews that.
  var third: String { changed == .reviewerIdentity ? "rolf" : "ruth" }

  func assign() async throws {
    try await giveBoth()
    for (key, paper) in [
      ("ron", "caches"), ("rec", "caches"), ("remo", "caches"), ("cora", "caches"), ("otto", "wells"),
      ("uma", "dunes"), ("olaf", "dunes"),
    ] { try await assign(key, to: paper, as: key) }
    try await assign(third, to: "caches", as: "third")
    try await act("assign late") {
      guard changed != .lateExistence else { return }
      for key in ["olaf", "kuno"] {
        guard let person = people[key] else { continue }
        try await chair("clara").assign(reviewer: person.id, to: paper("late"))
        let id = try await standing(person, at: "late")
        if key == "olaf" {
          assignments["late"] = id
        } else {
          try await chair("clara").unassign(reviewer: person.id, from: paper("late"))
        }
      }
    }
    try await lead()
    try await act("vera is in conflict") {
      guard let clara = people["clara"] else { return }
      let caches = try paper("caches")
      try await conference.act { act in
        try act.session.addConflict(
          id: act.newToken(), submission: caches, email: WorldViewer.vera.email, name: "Vera", kind: "advisor", side: .chair,
          by: clara.id, at: act.now)
      }
    }
    try await act("remo leaves") {
      guard let remo = people["remo"] else { return }
      try await chair("clara").endOffice(remo.id, role: "reviewer")
    }
    let reason = tell(.chairLetters, "reason", otherwise: "I know them.")
    try await act("rec hands back") { try await reviewer("rec").recuse(assignment("rec"), reason: reason) }
  }

  /// The person who leads the discussion of `dunes`.
  private var leader: String { changed == .metareviewer ? "moritz" : "max" }

  private func lead() async throws {
    for (person, paper) in [("mira", "caches"), ("mona", "wells"), (leader, "dunes")] {
      try await act("who leads \(paper)") {
        guard let person = people[person] else { return }
        let id = try self.paper(paper)
        try await chair("clara").giveMetareview(of: id, to: person.id)
        metareviews[paper] = try await conference.look { try $0.session.metareviewTask(of: id)?.id }
      }
    }
    try await act("mona is in conflict") {
      guard let clara = people["clara"] else { return }
      let found = [try paper("caches"), try paper("wells")]
      try await conference.act { act in
        for paper in found {
          try act.session.addConflict(
            id: act.newToken(), submission: paper, email: WorldViewer.mona.email, name: "Mona", kind: "advisor", side: .chair,
            by: clara.id, at: act.now)
        }
      }
    }
  }

  /// Metareviewers talk and sum up once reviews were due.
  private func sumUp() async throws {
    guard let caches = metareviews["caches"], let dunes = metareviews["dunes"] else { throw WorldFault("nobody leads") }
    try await act("mira asks") { try await reviewer("mira").comment(caches, text: "Does anybody object?") }
    try await act("the other asks") { try await reviewer(leader).comment(dunes, text: "Anything else?") }
    let words = MetareviewText(
      toAuthors: tell(.metareviewText, "text", otherwise: "All agree."),
      toChairs: tell(.metareviewForChairs, "text", otherwise: "A clear case."),
      recommendation: changed == .metareviewForChairs ? "reject" : "accept")
    try await act("mira sums up") { try await reviewer("mira").submit(caches, basedOn: 0, words) }
  }

  /// Two papers in one letter, as a plan's release writes it.
  private func giveBoth() async throws {
    try await act("give rita two papers") {
      guard let rita = people["rita"], let clara = people["clara"] else { return }
      let (caches, wells) = (try paper("caches"), try paper("wells"))
      assignments["rita"] = try await conference.act { [call] act in
        let given = try [caches, wells].compactMap { try act.session.submission($0) }.map { row in
          let pseudonym = try act.drawPseudonyms(1, of: row.id).first ?? 1
          return try act.assign(row, to: rita.id, pseudonym: pseudonym, by: clara)
        }
        try act.tell(rita, of: given, call, about: nil)
        return given.first?.assignment
      }
    }
  }

  func assign(_ key: String, to paper: String, as role: String) async throws {
    try await act("assign \(role)") {
      guard let person = people[key] else { throw WorldFault("nobody is called \(key)") }
      let id = try self.paper(paper)
      try await chair("clara").assign(reviewer: person.id, to: id)
      assignments[role] = try await standing(person, at: paper)
    }
  }

  private func standing(_ person: Person, at paper: String) async throws -> ID<Assignment>? {
    let id = try self.paper(paper)
    return try await conference.look { try $0.session.assignments(of: id) }.first { $0.person == person.id }?.id
  }

  func assignment(_ role: String) throws -> ID<Assignment> {
    guard let id = assignments[role] else { throw WorldFault("no assignment of \(role)") }
    return id
  }

  func review() async throws {
    try await act("rita reviews") { try await submit("rita", "rita", answers("Sound.", grade: 2)) }
    let text = tell(.reviewText, "comments", otherwise: "Thin.")
    let remark = tell(.privateRemarks, "remark", otherwise: "None.")
    let given = answers(text, remark, grade: changed == .reviewText ? 1 : 3)
    try await act("the third reviews") {
      if changed == .reviewExistence {
        _ = try await reviewer(third).saveDraft(assignment("third"), basedOn: 0, given)
      } else {
        try await submit(third, "third", given)
      }
    }
    let draft = tell(.draftReview, "comments", otherwise: "Not yet.")
    try await act("ron begins") {
      _ = try await reviewer("ron").saveDraft(assignment("ron"), basedOn: 0, answers(draft, grade: 1))
    }
    try await act("otto reviews") {
      if changed != .onlyReview { try await submit("otto", "otto", answers("Deep.", grade: 3)) }
    }
    try await act("olaf reviews late") {
      if changed != .lateExistence { try await submit("olaf", "late", answers("Late.", grade: 2)) }
    }
    let thought = tell(.reviewRating, "note", otherwise: "Well done.")
    try await act("clara rates") {
      try await chair("clara").rate(
        paper("caches"), [assignment("rita"): ReviewRating(grade: changed == .reviewRating ? 2 : 4, note: thought)])
    }
    try await delegate()
    try await act("who leads late") {
      if changed == .discussionLead || changed == .lateExistence { return }
      try await chair("clara").nameDiscussionLead(of: paper("late"), assignment("late"))
    }
    try await act("uma reviews") { try await submit("uma", "uma", answers("Dry.", grade: 1)) }
    try await tag()
  }

  /// Nina writes for rita; ron asks somebody, too.
  private func delegate() async throws {
    try await act("rita asks nina") { try await ask("rita", "nina", WorldViewer.nina.email) }
    let known = tell(.delegationExistence, "name", otherwise: "")
    try await act("ron asks") {
      if changed != .delegationExistence { try await ask("ron", known, "\(known)@people.example") }
    }
    guard let id = delegations["rita"] else { throw WorldFault("nobody writes for rita") }
    try await act("clara agrees") { try await chair("clara").judgeDelegation(id, approves: true) }
    try await act("nina accepts") {
      // The link of the letter is gone with the letter.
      try await conference.act {
        try $0.session.setLink(of: id, tokenHash: Token.hash("nina"), expires: $0.now.adding(.days(1)))
      }
      _ = try await conference.answerDelegation(token: "nina", accepts: true, isFree: true, device: "Test")
    }
    let text = tell(.delegatedDraft, "comments", otherwise: "Fine.")
    try await act("nina writes") {
      let desk = conference.externalDesk(for: try await viewer("nina"))
      try await desk.saveDraft(id, basedOn: 0, answers(text, grade: 2))
    }
    try await writeFromOutside()
  }

  func ask(_ reviewer: String, _ name: String, _ email: String) async throws {
    let assignment = try assignment(reviewer)
    try await self.reviewer(reviewer).delegate(assignment, name: name, email: email, message: "")
    delegations[reviewer] = try await conference.look { try $0.session.delegations(of: assignment).first?.id }
  }

  /// Every kind of tag on `caches`, and an order of three papers in which it stands in the middle.
  private func tag() async throws {
    let words = [
      tell(.tag, "name", otherwise: "sound"), tell(.tagExistence, "name", otherwise: ""),
      "~~" + tell(.chairTag, "name", otherwise: "check"), "~" + tell(.ownTag, "name", otherwise: "mine"),
    ]
    for (place, word) in words.enumerated() {
      try await act("tag caches, \(place)") {
        if !word.isEmpty { try await chair("clara").changeTags(word, on: paper("caches")) }
      }
    }
    let (own, shared) = (tell(.ownSearch, "words", otherwise: "sound"), tell(.sharedSearch, "words", otherwise: "sound"))
    try await act("clara keeps a search") { try await chair("clara").keepSearch(own, as: "~own") }
    try await act("clara shares a search") { try await chair("clara").keepSearch(shared, as: "shared") }
    try await act("the third votes") {
      if changed != .vote { try await reviewer(third).changeTags("~award#2 ~best#2", on: assignment("third")) }
    }
    try await act("uma votes") { try await reviewer("uma").changeTags("~award ~again ~best#1", on: assignment("uma")) }
    for (place, key) in ["wells", "caches", "dunes"].enumerated() {
      try await act("place \(key)") {
        if key == "caches", changed == .rank { return }
        try await chair("clara").changeTags("order ~best#\(place + 1)", on: paper(key))
      }
    }
    try await act("tag late") {
      if changed != .lateExistence { try await chair("clara").changeTags("late order#1 ~~late", on: paper("late")) }
    }
  }

  private func submit(_ key: String, _ role: String, _ answers: ReviewAnswers) async throws {
    try await reviewer(key).submit(assignment(role), basedOn: 0, answers)
  }

  func answers(_ text: String, _ remark: String = "", grade: Int) -> ReviewAnswers {
    ReviewAnswers(
      scores: ["merit": grade, "overall": grade, "confidence": 2], texts: ["comments": text, "private": remark])
  }

  func respond() async throws {
    guard let vera = people["vera"] else { return }
    try await act("vera's task ends") {
      try await chair("clara").unassign(reviewer: vera.id, from: paper("caches"))
    }
    try await refused("basil responds") {
      try await author("basil").respond(to: paper("caches"), text: "We disagree, too.")
    }
    let text = tell(.response, "text", otherwise: "We disagree.")
    try await act("ada responds") { try await author("ada").respond(to: paper("caches"), text: text) }
    try await act("dirk responds") {
      if changed != .lateExistence { try await author("dirk").respond(to: paper("late"), text: "Better late.") }
    }
  }

  func discuss() async throws {
    let text = tell(.comment, "text", otherwise: "I agree.")
    let more = tell(.commentExistence, "text", otherwise: "")
    try await act("the third comments") { try await comment(text) }
    try await act("the third comments again") { if changed != .commentExistence { try await comment(more) } }
    try await act("clara comments on late") {
      if changed != .lateExistence { try await chair("clara").comment(paper("late"), text: "In time.") }
    }
    try await act("clara sets an agenda") { _ = try await chair("clara").setAgenda("status:submitted") }
    try await sumUp()
    try await act("clara comments") { try await chair("clara").comment(paper("caches"), text: "Thank you all.") }
  }

  /// Where the review itself is missing, the chair says it: a comment must not depend on another secret.
  private func comment(_ text: String) async throws {
    if changed == .reviewExistence {
      try await chair("clara").comment(paper("caches"), text: text)
    } else {
      try await reviewer(third).comment(assignment("third"), text: text)
    }
  }

  func decide() async throws {
    let note = tell(.decision, "note", otherwise: "Sorry.") + " " + tell(.decisionNote, "note", otherwise: "And so on.")
    try await act("decide caches at first") {
      guard changed != .decisionChange else { return }
      try await chair("clara").decide(paper("caches"), kind: "reject", note: "At first.", version: 0)
    }
    try await act("decide caches") {
      try await chair("clara").decide(
        paper("caches"), kind: changed == .decision ? "reject" : "revise", note: note,
        version: changed == .decisionChange ? 0 : 1)
    }
    try await leadLate()
    try await act("decide late") {
      guard changed != .lateExistence else { return }
      try await chair("clara").decide(paper("late"), kind: "reject", note: "", version: 0)
    }
    try await act("decide wells") { try await chair("clara").decide(paper("wells"), kind: "accept", note: "", version: 0) }
    try await act("decide dunes") { try await chair("clara").decide(paper("dunes"), kind: "reject", note: "", version: 0) }
  }
}
