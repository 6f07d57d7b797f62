import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Opening a call and changing it")
struct OpenCallTests {
  private func versions(_ house: TestHouse) async throws -> [CallVersionRow] {
    try await house.conference.look { [id = house.call.id] in try $0.session.callVersions(of: id) }
  }

  @Test("The same text again changes nothing")
  func same() async throws {
    let house = try await TestHouse.open()
    let opened = try await house.conference.openCall(text: mlsysCallText(), file: "again.yaml", reason: "again")
    #expect(opened.version == 1)
    #expect(try await versions(house).count == 1)
    #expect(try await house.recorded("open call") == 1)
  }

  @Test("A changed text is a new version, in force at once and on record; the old one stays")
  func changed() async throws {
    let house = try await TestHouse.open()
    let text = try mlsysCallText().replacing("limit-words: 750", with: "limit-words: 500")
    let opened = try await house.conference.openCall(text: text, file: "mlsys-2026.yaml", reason: "shorter responses")
    #expect(opened.version == 2)
    #expect(try await house.conference.call(house.call.id).response.limitWords == 500)
    let kept = try await versions(house)
    #expect(kept.map(\.version) == [2, 1])
    #expect(kept.map(\.text) == [text, try mlsysCallText()])
    #expect(kept.first?.reason == "shorter responses")
    #expect(try await house.recorded("open call") == 2)
    let back = try await house.conference.openCall(text: mlsysCallText(), file: "mlsys-2026.yaml", reason: "as before")
    #expect(back.version == 3)
    #expect(try await house.conference.call(house.call.id) == house.call)
  }

  @Test("A shift moves every date and is part of the version")
  func shifted() async throws {
    let house = try await TestHouse.open()
    let opened = try await house.conference.openCall(
      text: mlsysCallText(), file: "mlsys-2026.yaml", shift: .days(10), reason: "sample")
    #expect(opened.version == 2)
    #expect(try await house.conference.call(house.call.id).calendar == house.call.calendar.shifted(by: .days(10)))
  }

  @Test("A text with mistakes is refused with all of them, and what is in force stays")
  func mistakes() async throws {
    let house = try await TestHouse.open()
    let text = try mlsysCallText().replacing("limit-words: 750", with: "limit-words: many")
      .replacing("reviews-per-submission: 3", with: "reviews-per-paper: 3")
    let told = try await refusal {
      try await house.conference.openCall(text: text, file: "wrong.yaml", reason: "")
    }
    #expect((told?.fields?.count ?? 0) >= 2)
    #expect(try await versions(house).count == 1)
    #expect(try await house.conference.call(house.call.id) == house.call)
  }

  @Test("A call that is not open here is not found")
  func unknown() async throws {
    let house = try await TestHouse.open()
    #expect(try await refusal { _ = try await house.conference.call(ID("elsewhere")) } == .notFound)
    #expect(try await house.conference.calls() == [house.call.id])
  }
}
