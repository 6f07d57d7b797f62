import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Letters of the chairs' own")
struct WriteLettersTests {
  private typealias Form = WriteLettersPage.Form

  @Test("Each contact of the papers found gets a letter of their own about each, after it could be read")
  func contacts() async throws {
    let stage = try await ReviewStage.open()
    let (ants, bees) = (try await stage.paper("Ants"), try await stage.paper("Bees"))
    _ = try await stage.paper("Cows", track: "industrial")
    let desk = try await stage.chairDesk()
    let form = Form(
      audience: .contacts, query: "track:research", subject: "About {title}",
      body: "Dear {name},\n\n{number} is at {link}.{if decision} It is {decision}.{end}")
    let preview = try #require(try await desk.letterToMany(form).preview)
    #expect(preview.total == 2 && preview.people == 1 && preview.letters.map(\.subject) == ["About Ants", "About Bees"])
    #expect(try await stage.letters("chairs-letter").isEmpty)
    await #expect(throws: Refusal.stale) { try await desk.sendToMany(form, seen: "") }
    #expect(try await desk.sendToMany(form, seen: preview.seen) == 2)
    let letters = try await stage.letters("chairs-letter")
    #expect(letters.map(\.toEmail) == [stage.author.email, stage.author.email])
    #expect(letters.first?.body.contains("https://lectern.example.org/submissions/\(ants).") == true)
    #expect(letters.last?.body.contains("/submissions/\(bees).") == true && letters.last?.body.contains("It is") == false)
    #expect(try await stage.recorded("write to many") == 1)
  }

  @Test("Letters about a paper stay hidden from a chair in conflict, who doesn't write them either")
  func conflict() async throws {
    let stage = try await ReviewStage.open()
    _ = try await stage.paper("Ants", conflicts: [stage.otherChair])
    _ = try await stage.paper("Bees")
    let form = Form(audience: .authors, subject: "{title}", body: "Dear {name}")
    let other = try await stage.chairDesk(stage.otherChair)
    #expect(try await other.letterToMany(form).preview?.letters.contains { $0.subject == "Ants" } == false)
    let desk = try await stage.chairDesk()
    let preview = try #require(try await desk.letterToMany(form).preview)
    try await desk.sendToMany(form, seen: preview.seen)
    #expect(try await desk.letters(query: "ants").letters.contains { $0.subject == "Ants" })
    #expect(!(try await other.letters(query: "ants").letters.contains { $0.subject == "Ants" }))
    #expect(try await other.letters(query: "bees").letters.contains { $0.subject == "Bees" })
    let held = Form(audience: .authors, subject: "Held: {title}", body: "Dear {name}", isHeld: true)
    try await desk.sendToMany(held, seen: try #require(try await desk.letterToMany(held).preview).seen)
    let ants = try #require(try await desk.letters(state: "held").letters.first { $0.subject == "Held: Ants" })
    await #expect(throws: Refusal.notFound) { try await other.judgeHeldLetters(ants.id, drops: true) }
    let before = try await desk.letters(state: "held").counts.held
    let others = try await other.letters(state: "held").counts.held
    #expect(try await other.judgeHeldLetters(nil, drops: true) == others && others > 0)
    #expect(try await desk.letters(state: "held").counts.held == before - others && before > others)
  }

  @Test("Reviewers get letters about their papers, only the late ones where those are meant; all reviewers one each")
  func reviewers() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants")
    stage.clock.set(stage.reviewing)
    _ = try await stage.assign(ants, to: [stage.rita, stage.ron])
    let desk = try await stage.chairDesk()
    func people(_ audience: LetterAudience) async throws -> [String] {
      let form = Form(audience: audience, subject: "A word", body: "Dear {name}")
      return try await desk.letterToMany(form).preview?.letters.map { $0.to.filter { $0 != "<" && $0 != ">" } }
        .compactMap { $0.split(separator: " ").last.map(String.init) }.sorted() ?? []
    }
    #expect(try await people(.assigned) == [stage.rita.email, stage.ron.email].sorted())
    #expect(try await people(.late) == [stage.rita.email, stage.ron.email].sorted())
    #expect(try await people(.reviewers) == [stage.rita.email, stage.ron.email, stage.ruth.email].sorted())
    #expect(try await people(.chairs) == [stage.chair.email, stage.otherChair.email].sorted())
    let wrong = try await desk.letterToMany(Form(audience: .assigned, query: "reviews > 0", subject: "A", body: "B"))
    #expect(wrong.problems.map(\.field) == ["q"] && wrong.preview == nil)
    let broken = try await desk.letterToMany(Form(audience: .assigned, query: "(", subject: "A", body: "B"))
    #expect(broken.problem != nil)
    #expect(
      await problems { try await desk.sendToMany(Form(audience: .late, query: "cows", subject: "A", body: "B"), seen: "") }
        .map(\.field) == ["q"])
  }

  @Test("Held letters wait for a chair's word: released ones go, dropped ones never; twice is once")
  func held() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let form = Form(audience: .reviewers, subject: "A word", body: "Dear {name}", isHeld: true)
    let preview = try #require(try await desk.letterToMany(form).preview)
    #expect(try await desk.sendToMany(form, seen: preview.seen) == 3)
    let held = try await desk.letters(state: "held")
    #expect(held.counts.held == 3 && held.letters.allSatisfy(\.canJudge))
    let due = try await stage.conference.look {
      try $0.session.dueLetters(at: $0.now, limit: 9).filter { $0.kind == "chairs-letter" }
    }
    #expect(due.isEmpty)
    let first = try #require(held.letters.first)
    #expect(try await desk.judgeHeldLetters(first.id, drops: true) == 1)
    #expect(try await desk.judgeHeldLetters(first.id, drops: true) == 0)
    #expect(try await desk.judgeHeldLetters(nil, drops: false) == 2)
    let now = try await desk.letters()
    #expect(now.counts.held == 0 && now.counts.waiting == 2)
    await #expect(throws: Refusal.notFound) { try await desk.judgeHeldLetters("none", drops: true) }
  }

  @Test("One preview is sent once, however often it is posted; the same text, previewed anew, goes again")
  func twice() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let form = Form(audience: .reviewers, subject: "A word", body: "Dear {name}", isHeld: true)
    let preview = try #require(try await desk.letterToMany(form).preview)
    #expect(try await desk.sendToMany(form, seen: preview.seen) == 3)
    #expect(try await desk.sendToMany(form, seen: preview.seen) == 0)
    #expect(try await desk.letters(state: "held").counts.held == 3)
    #expect(try await stage.recorded("write to many") == 1)
    let again = try #require(try await desk.letterToMany(form).preview)
    let other = Form(audience: .reviewers, subject: "Another word", body: "Dear {name}", isHeld: true)
    await #expect(throws: Refusal.stale) { try await desk.sendToMany(other, seen: again.seen) }
    #expect(try await desk.sendToMany(form, seen: again.seen) == 3)
    #expect(try await desk.letters(state: "held").counts.held == 6)
  }

  @Test("A letter to a whole office can be read where it waits for a word, and is found by its subject")
  func readable() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let form = Form(audience: .reviewers, subject: "The dinner", body: "Dear {name}, bring a coat.", isHeld: true)
    try await desk.sendToMany(form, seen: try #require(try await desk.letterToMany(form).preview).seen)
    let other = try await stage.chairDesk(stage.otherChair)
    let found = try await other.letters(query: "dinner", state: "held").letters
    #expect(found.count == 3 && found.allSatisfy { $0.subject == "The dinner" })
    #expect(found.allSatisfy { $0.body?.contains("bring a coat.") == true })
  }

  @Test("A text is kept under its name for all chairs, read again, replaced and removed")
  func drafts() async throws {
    let stage = try await ReviewStage.open()
    let desk = try await stage.chairDesk()
    let form = Form(audience: .late, query: "track:research", subject: "Late", body: "Dear {name}, {title} is due {due}.")
    try await desk.keepLetterDraft(" Late ones ", form)
    try await desk.keepLetterDraft("Late ones", form)
    let other = try await stage.chairDesk(stage.otherChair)
    let kept = try #require(try await other.letterToMany().drafts.first)
    #expect(kept.name == "Late ones" && kept.form == form)
    #expect(try await other.letterToMany(draft: kept.id).form == form)
    try await other.removeLetterDraft(kept.id)
    try await other.removeLetterDraft(kept.id)
    #expect(try await desk.letterToMany().drafts.isEmpty)
    #expect(await problems { try await desk.keepLetterDraft(" ", form) }.map(\.field) == ["name"])
    #expect(
      await problems { try await desk.keepLetterDraft("x", Form(subject: "{title}", body: "x")) }.map(\.field) == ["subject"])
  }
}
