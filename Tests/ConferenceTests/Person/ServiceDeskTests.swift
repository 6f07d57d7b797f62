import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Statements of service at the desk")
struct ServiceDeskTests {
  private func account(_ stage: ReviewStage, _ person: Person) async throws -> AccountDesk {
    let token = try await stage.conference.act { try $0.beginSession(person, device: "Test") }
    return stage.conference.accountDesk(for: try #require(try await stage.conference.session(token: token)))
  }

  /// Rita and Ron have reviewed a paper, Ruth has nothing; decisions are released.
  private func released() async throws -> ReviewStage {
    let stage = try await ReviewStage.open()
    let paper = try await stage.paper("Caches")
    try await stage.review(paper, by: [stage.rita, stage.ron])
    stage.clock.set(stage.notification)
    try await stage.chairDesk().decide(paper, kind: stage.accept, note: "", version: 0)
    #expect(try await refusal { _ = try await account(stage, stage.rita).issueStatement("reviewer", at: stage.call.id) } != nil)
    try await stage.chairDesk().release(confirmed: true)
    return stage
  }

  @Test("A reviewer gets a signed statement after the release, once with the same words, and anyone with its address checks it")
  func statement() async throws {
    let stage = try await released()
    let desk = try await account(stage, stage.rita)
    #expect(try await desk.service(at: stage.call.id).offices == [.init(key: "reviewer", title: "reviewer", obstacle: nil)])
    let token = try await desk.issueStatement("reviewer", at: stage.call.id)
    stage.clock.set(stage.notification.adding(.days(3)))
    #expect(try await desk.issueStatement("reviewer", at: stage.call.id) == token)
    #expect(try await stage.recorded("issue statement of service") == 1)
    let page = try await stage.conference.serviceStatement(token, at: stage.call.id)
    #expect(page.holds && page.text.contains("Name: \(stage.rita.name)") && page.text.contains("at least 1"))
    #expect(!page.text.contains("Caches") && !page.text.contains("#"))
    #expect(try await refusal { _ = try await stage.conference.serviceStatement(token + "x", at: stage.call.id) } == .notFound)
    let other = try await account(stage, stage.ron).issueStatement("reviewer", at: stage.call.id)
    #expect(other != token)
    #expect(try await stage.conference.serviceStatement(other, at: stage.call.id).keyText == page.keyText)
    #expect(try await stage.conference.serviceKey().hasPrefix("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA"))
  }

  @Test("Whoever wrote nothing or holds no such office gets none, and is told why only of their own offices")
  func none() async throws {
    let stage = try await released()
    let ruth = try await account(stage, stage.ruth)
    #expect(try await refusal { _ = try await ruth.issueStatement("reviewer", at: stage.call.id) }?.fields == ["office"])
    for office in ["chair", "artifact-evaluator", "king"] {
      #expect(try await refusal { _ = try await ruth.issueStatement(office, at: stage.call.id) } == .notFound)
    }
    #expect(try await account(stage, stage.author).service(at: stage.call.id).offices == [])
    let chair = try await account(stage, stage.chair).issueStatement("chair", at: stage.call.id)
    #expect(try await !stage.conference.serviceStatement(chair, at: stage.call.id).text.contains("written"))
  }

  @Test("Words that were changed after they were signed don't pass")
  func forged() async throws {
    let stage = try await released()
    let token = try await account(stage, stage.rita).issueStatement("reviewer", at: stage.call.id)
    let seed = (0..<32).map { UInt8($0) }
    let key = try #require(StatementSignature.publicKey(ofSeed: seed))
    let signature = try #require(StatementSignature.sign("words", withSeed: seed))
    #expect(StatementSignature.holds(signature, for: "words", publicKey: key))
    #expect(!StatementSignature.holds(signature, for: "word", publicKey: key))
    #expect(!StatementSignature.holds(Array(signature.dropLast()), for: "words", publicKey: key))
    #expect(!StatementSignature.holds(signature, for: "words", publicKey: [1]))
    try await stage.conference.act { act in
      let row = try #require(try act.session.serviceStatement(token: token, at: stage.call.id))
      try act.session.add(
        ServiceStatementRow(
          token: "forged", call: row.call, person: row.person, role: row.role,
          text: row.text.replacing("at least 1", with: "at least 10"), signature: row.signature, keyNumber: row.keyNumber,
          at: row.at))
    }
    #expect(try await !stage.conference.serviceStatement("forged", at: stage.call.id).holds)
  }

  @Test("Hexadecimal digits are read back as written, and nothing else is read")
  func hexadecimal() {
    let bytes: [UInt8] = [0, 9, 16, 171, 255]
    #expect(HexadecimalText.encode(bytes) == "000910abff" && HexadecimalText.decode("000910abff") == bytes)
    #expect(HexadecimalText.decode("abc") == nil && HexadecimalText.decode("zz") == nil && HexadecimalText.decode("") == [])
  }
}
