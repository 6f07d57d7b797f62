import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Assigning by a table")
struct ManyAssignmentsTests {
  @Test("A table assigns and takes back in one act after a preview; each reviewer gets one letter")
  func table() async throws {
    let stage = try await ReviewStage.open()
    let (ants, bees) = (try await stage.paper("Ants"), try await stage.paper("Bees"))
    let (a, b) = (try await stage.number(of: ants), try await stage.number(of: bees))
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.reviewing)
    try await desk.assign(reviewer: stage.ron.id, to: ants)
    let text = """
      paper,reviewer,action
      \(a),\(stage.rita.email.uppercased()),assign
      \(b),\(stage.rita.email),
      \(a),\(stage.ron.email),remove
      \(b),\(stage.ron.email),remove
      """
    let preview = try #require(try await desk.manyAssignments(text).preview)
    #expect(preview.total == 3 && preview.unchanged == 1)
    #expect(try await stage.desk(stage.rita).home().assignments.isEmpty)
    #expect(try await desk.assignMany(text, seen: preview.seen) == 3)
    #expect(try await stage.desk(stage.rita).home().assignments.count == 2)
    #expect(try await stage.desk(stage.ron).home().assignments.isEmpty)
    #expect(try await stage.letters("review-assigned").filter { $0.toEmail == stage.rita.email }.count <= 1)
    #expect(try await stage.letters("review-not-needed").map(\.toEmail) == [stage.ron.email])
    #expect(try await stage.recorded("assign") == 3)
    await #expect(throws: Refusal.stale) { try await desk.assignMany(text, seen: preview.seen) }
    #expect(try await desk.manyAssignments(text).preview?.unchanged == 4)
  }

  @Test("Every line that is wrong is told, and nothing is done; a conflict keeps a reviewer off as by hand")
  func problemsByLine() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.paper("Ants", conflicts: [stage.ron])
    let a = try await stage.number(of: ants)
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.reviewing)
    let text = """
      paper,reviewer,action
      \(a),\(stage.rita.email),assign
      \(a),\(stage.rita.email),assign
      99,\(stage.rita.email),assign
      \(a),nobody@nowhere.example,assign
      \(a),\(stage.ron.email),assign
      \(a),\(stage.ruth.email),give
      """
    let told = await problems { try await desk.assignMany(text, seen: "") }.map { String($0.message.prefix { $0 != ":" }) }
    #expect(told == ["Line 3", "Line 4", "Line 5", "Line 6", "Line 7"])
    #expect(try await stage.desk(stage.rita).home().assignments.isEmpty)
    try await stage.conflict(stage.otherChair, with: ants)
    let other = try await stage.chairDesk(stage.otherChair)
    func answer(_ number: String) async throws -> String {
      let page = try await other.manyAssignments("paper,reviewer\n\(number),\(stage.rita.email)")
      return page.problems.map { $0.message.replacing(number, with: "N") }.joined()
    }
    #expect(try await answer(a) == (try await answer("#9999")))
  }

  @Test("A list with other names and more columns is read; what is passed over is told")
  func list() async throws {
    let stage = try await ReviewStage.open()
    let ants = try await stage.number(of: try await stage.paper("Ants"))
    let desk = try await stage.chairDesk()
    stage.clock.set(stage.reviewing)
    let text = "number,title,email\n\(ants),Ants,\(stage.rita.email)\n"
    let preview = try #require(try await desk.manyAssignments(text).preview)
    #expect(preview.total == 1 && preview.passedOver == ["title"])
    #expect(try await desk.assignMany(text, seen: preview.seen) == 1)
  }

  @Test("Before submissions close there is nothing to assign")
  func early() async throws {
    let stage = try await ReviewStage.open()
    await #expect(throws: Refusal.notYetOpen(opens: stage.call.calendar.submission.closes)) {
      try await stage.chairDesk().manyAssignments("paper,reviewer\n1,x@example.org")
    }
  }
}
