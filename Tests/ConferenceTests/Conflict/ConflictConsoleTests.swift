import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("The chairs' console of conflicts")
struct ConflictConsoleTests {
  /// Two chairs, six reviewers and an author, with affiliations of their own.
  private struct Stage {
    let house: TestHouse
    let clara: Person
    let cyril: Person
    let ada: Person
    let reviewers: [Person]

    static func open() async throws -> Stage {
      let house = try await TestHouse.open()
      func person(_ name: String, _ email: String, _ affiliation: String, _ role: Role?) async throws -> Person {
        try await house.conference.act { [call = house.call] act in
          let person = try act.addPerson(email: email, name: name, affiliation: affiliation)
          if let role { try act.session.grant(role, to: person.id, at: call.id, id: act.newToken(), by: nil, now: act.now) }
          return person
        }
      }
      var reviewers: [Person] = []
      for letter in "ABCDEF" {
        let place = letter.lowercased()
        reviewers.append(
          try await person("Reviewer \(letter)", "r\(place)@\(place)-lab.example", "Laboratory \(letter)", .reviewer))
      }
      return Stage(
        house: house, clara: try await person("Clara", "clara@chair.example", "Chair House", .chair),
        cyril: try await person("Cyril", "cyril@chairs.example", "Chairs House", .chair),
        ada: try await person("Ada Lovelace", "ada@cs.a-lab.example", "Lovelace House", nil), reviewers: reviewers)
    }

    func write(_ person: Person, with names: [String], _ title: String = "Rivers") async throws {
      let authors = names.map { "\"\($0)\"" }.joined(separator: ", ")
      let line = "{\"title\": \"\(title)\", \"authors\": [\(authors)], \"year\": 2025}"
      _ = try await house.reviewerDesk(person).addPublications(Array(line.utf8), file: "p.jsonl")
    }
  }

  @Test("Undeclared conflicts are listed with evidence; one that is confirmed holds everywhere at once")
  func confirmed() async throws {
    let stage = try await Stage.open()
    let (same, coauthor) = (stage.reviewers[0], stage.reviewers[1])
    try await stage.write(coauthor, with: ["Reviewer B", "Lovelace, Ada"])
    let paper = try await stage.house.paper("Caches", by: stage.ada)
    let desk = try await stage.house.chairDesk(stage.clara)
    let suspects = try await desk.conflictConsole().suspects
    #expect(suspects.map(\.person) == [same.id, coauthor.id] && suspects.map(\.kind) == ["institution", "coauthor"])
    #expect(suspects.last?.evidence.map(\.sentence) == ["wrote together: “Rivers” (2025)"])
    try await stage.house.assign(paper, to: [coauthor])
    try await desk.addConflict(paper, person: coauthor.id, kind: "coauthor", endsTask: true)
    #expect(try await desk.conflictConsole().suspects.map(\.person) == [same.id])
    #expect(try await stage.house.standing(of: coauthor, toward: paper) == .conflicted)
    #expect(try await stage.house.assignments(of: paper).isEmpty)
    await #expect(throws: Refusal.notFound) {
      try await desk.dismissSuspicion(paper, person: coauthor.id, reason: "They are namesakes.")
    }
  }

  @Test("A suspect who reviews the paper is told as such, comes first, and is confirmed once it is said that the task ends")
  func reviewing() async throws {
    let stage = try await Stage.open()
    let (same, coauthor) = (stage.reviewers[0], stage.reviewers[1])
    try await stage.write(coauthor, with: ["Reviewer B", "Lovelace, Ada"])
    let paper = try await stage.house.paper("Caches", by: stage.ada)
    let task = try await stage.house.assign(paper, to: [coauthor])[0]
    let desk = try await stage.house.chairDesk(stage.clara)
    let open = try await desk.conflictConsole().suspects
    #expect(open.map(\.person) == [coauthor.id, same.id] && open.map(\.task) == [.review, .nothing])
    try await stage.house.conference.act { act in
      try act.session.add(ReviewRow(assignment: task, version: 1, callVersion: 1, answers: ReviewAnswers(), at: act.now))
    }
    await #expect(throws: Refusal.stale) {
      try await desk.confirmSuspicion(paper, person: coauthor.id, kind: "coauthor", seen: open[0].seen, endsTask: true)
    }
    let reviewed = try #require(try await desk.conflictConsole().suspects.first)
    #expect(reviewed.task == .reviewed)
    let told = await problems {
      try await desk.confirmSuspicion(paper, person: coauthor.id, kind: "coauthor", seen: reviewed.seen)
    }
    #expect(told.map(\.field) == ["ends"])
    #expect(try await stage.house.assignments(of: paper).count == 1)
    for _ in 0..<2 {
      try await desk.confirmSuspicion(paper, person: coauthor.id, kind: "coauthor", seen: reviewed.seen, endsTask: true)
    }
    #expect(try await stage.house.assignments(of: paper).isEmpty)
    #expect(try await stage.house.recorded("add conflict") == 1)
    try await desk.confirmSuspicion(paper, person: same.id, kind: "institution", seen: open[1].seen)
  }

  @Test("A decision made of a page on which a suspicion stood otherwise is refused")
  func stale() async throws {
    let stage = try await Stage.open()
    let same = stage.reviewers[0]
    let paper = try await stage.house.paper("Caches", by: stage.ada)
    let (desk, other) = (try await stage.house.chairDesk(stage.clara), try await stage.house.chairDesk(stage.cyril))
    let seen = try #require(try await other.conflictConsole().suspects.first).seen
    try await desk.dismissSuspicion(paper, person: same.id, reason: "The domain is rented.", seen: seen)
    await #expect(throws: Refusal.stale) {
      try await other.confirmSuspicion(paper, person: same.id, kind: "institution", seen: seen)
    }
    await #expect(throws: Refusal.stale) {
      try await other.dismissSuspicion(paper, person: same.id, reason: "They are namesakes.", seen: seen)
    }
    await #expect(throws: Refusal.stale) { try await other.reopenSuspicion(paper, person: same.id, seen: seen) }
    let aside = try #require(try await other.conflictConsole(state: "dismissed").suspects.first)
    try await other.reopenSuspicion(paper, person: same.id, seen: aside.seen)
    try await other.confirmSuspicion(paper, person: same.id, kind: "institution", seen: seen)
    await #expect(throws: Refusal.stale) {
      try await desk.dismissSuspicion(paper, person: same.id, reason: "The domain is rented.", seen: seen)
    }
    let entry = try #require(try await desk.audit(.init(query: "dismiss suspected conflict")).entries.first)
    #expect(entry.details == "\(same.name) The domain is rented.")
  }

  @Test("What chairs put on record is listed with what speaks for it, and is taken back; a chair in conflict sees nothing of it")
  func takenBack() async throws {
    let stage = try await Stage.open()
    let same = stage.reviewers[0]
    let paper = try await stage.house.paper("Caches", by: stage.ada)
    let desk = try await stage.house.chairDesk(stage.clara)
    #expect(try await desk.conflictConsole(state: "confirmed").confirmed.isEmpty)
    try await desk.addConflict(paper, person: same.id, kind: "institution")
    try await desk.addConflict(paper, person: stage.cyril.id, kind: "advisor")
    let page = try await desk.conflictConsole(state: "confirmed")
    #expect(page.found == 2 && page.suspects.isEmpty)
    #expect(page.confirmed.map(\.name) == [stage.cyril.name, same.name])
    #expect(page.confirmed.map(\.evidence.isEmpty) == [true, false])
    #expect(try await stage.house.chairDesk(stage.cyril).conflictConsole(state: "confirmed").confirmed.isEmpty)
    try await desk.removeConflict(paper, conflict: try #require(page.confirmed.last).conflict)
    #expect(try await desk.conflictConsole().suspects.map(\.person) == [same.id])
  }

  @Test("What was set aside stays so, with the reason, until there is other evidence")
  func dismissed() async throws {
    let stage = try await Stage.open()
    let same = stage.reviewers[0]
    let paper = try await stage.house.paper("Caches", by: stage.ada)
    let desk = try await stage.house.chairDesk(stage.clara)
    #expect(await problems { try await desk.dismissSuspicion(paper, person: same.id, reason: "No") }.map(\.field) == ["reason"])
    try await desk.dismissSuspicion(paper, person: same.id, reason: "The domain is rented.")
    #expect(try await desk.conflictConsole().suspects.isEmpty)
    let aside = try await desk.conflictConsole(state: "dismissed").suspects
    #expect(aside.map { $0.dismissal?.reason } == ["The domain is rented."])
    try await stage.write(same, with: ["Ada Lovelace", "Reviewer A"])
    #expect(try await desk.conflictConsole().suspects.first?.evidence.map(\.sentence).joined().contains("; ") == true)
    try await desk.dismissSuspicion(paper, person: same.id, reason: "A namesake, too.")
    try await desk.reopenSuspicion(paper, person: same.id)
    try await desk.reopenSuspicion(paper, person: same.id)
    #expect(try await desk.conflictConsole().suspects.count == 1)
    #expect(try await stage.house.recorded("dismiss suspected conflict") == 2)
    #expect(try await stage.house.recorded("reopen suspected conflict") == 1)
  }

  @Test("A chair in conflict with a paper sees nothing of its suspects, and none sets a suspicion about themself aside")
  func blind() async throws {
    let stage = try await Stage.open()
    let paper = try await stage.house.paper("Caches", by: stage.ada, conflicts: [stage.cyril])
    let cyril = try await stage.house.chairDesk(stage.cyril)
    #expect(try await cyril.conflictConsole(state: "all").suspects.isEmpty)
    await #expect(throws: Refusal.notFound) { try await cyril.declarations(paper) }
    await #expect(throws: Refusal.notFound) { try await cyril.askAboutDeclarations(paper, text: "Why do you name me?") }
    await #expect(throws: Refusal.notFound) {
      try await cyril.dismissSuspicion(paper, person: stage.reviewers[0].id, reason: "They are namesakes.")
    }
    let dora = try await stage.house.person("Dora Chair", .chair)
    let own = try await stage.house.paper("Wells", by: try await stage.house.person("Olga Author"))
    let desk = try await stage.house.chairDesk(dora)
    #expect(try await desk.conflictConsole().suspects.first { $0.person == dora.id }?.isOneself == true)
    let told = await problems { try await desk.dismissSuspicion(own, person: dora.id, reason: "I never met her.") }
    #expect(told.map(\.field) == ["reason"])
  }

  @Test("Far more declarations than usual and declared experts are told; authors are asked, answer, and chairs decide")
  func declarations() async throws {
    let stage = try await Stage.open()
    for reviewer in stage.reviewers { try await stage.house.expertise(reviewer, ["storage": 2]) }
    for title in ["One", "Two", "Three"] { try await stage.house.paper(title, by: stage.ada) }
    let paper = try await stage.house.paper("Many", by: stage.ada, conflicts: stage.reviewers)
    let desk = try await stage.house.chairDesk(stage.clara)
    let rows = try await desk.conflictConsole().declarations
    #expect(rows.map(\.paper.id) == [paper] && rows.first?.signs.count == 2)
    let page = try await desk.declarations(paper)
    #expect(page.rows.count == 6 && page.rows.filter { $0.expertRank != nil }.count == 5)
    #expect(page.rows.filter { !$0.support.isEmpty }.map(\.email) == [stage.reviewers[0].email])
    let author = try await stage.house.authorDesk(stage.ada)
    await #expect(throws: Refusal.notFound) { try await author.declarations(paper) }

    try await desk.askAboutDeclarations(paper, text: "How do you know all of them?")
    #expect(try await stage.house.letters("declared-conflicts").map(\.toEmail) == [stage.ada.email])
    #expect(try await author.page(paper).declarations == .question)
    try await author.answerAboutDeclarations(paper, text: "From a summer school.")
    try await author.answerAboutDeclarations(paper, text: "From a summer school.")
    try await stage.house.runDue()
    #expect(try await stage.house.letters("declared-conflicts-answer").count == 2)
    let wrong = await problems { try await desk.removeDeclarations([], of: paper, reason: "That is none of the kinds.") }
    #expect(wrong.map(\.field) == ["conflict"])
    try await desk.removeDeclarations(page.rows.dropFirst(2).map(\.id), of: paper, reason: "That is none of the kinds.")
    #expect(try await stage.house.standing(of: stage.reviewers[5], toward: paper) == .committee)
    #expect(try await author.declarations(paper).declared.count == 2)
    #expect(try await author.declarations(paper).words.map(\.by) == ["The chairs", "Ada Lovelace", "The chairs"])
    try await author.answerAboutDeclarations(paper, text: "We dispute that.")
    #expect(try await desk.conflictConsole().declarations.first?.state.label == "Authors answered")
    try await desk.settleDeclarations(paper, reason: "It stays as decided.")
    #expect(try await desk.conflictConsole().declarations.first?.state.label == "Settled")
  }

  @Test("That nothing is to be asked stays among chairs")
  func note() async throws {
    let stage = try await Stage.open()
    let paper = try await stage.house.paper("Caches", by: stage.ada, conflicts: [stage.reviewers[2]])
    try await stage.house.chairDesk(stage.clara).settleDeclarations(paper, reason: "They share a grant.")
    await #expect(throws: Refusal.notFound) { try await stage.house.authorDesk(stage.ada).declarations(paper) }
    #expect(try await stage.house.letters("declared-conflicts").isEmpty)
    #expect(try await stage.house.authorDesk(stage.ada).page(paper).declarations == nil)
  }
}
