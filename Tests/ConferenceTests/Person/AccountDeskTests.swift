import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("An account in its owner's hands")
struct AccountDeskTests {
  private let good = "a few words in a row"

  private func signIn(_ house: TestHouse, _ email: String) async throws -> SignedInSession {
    let address = try #require(EmailAddress(email))
    let path = try await house.conference.signInPath(email: address, lifetime: .minutes(5))
    let secret = path.split(separator: "/").last.map(String.init) ?? ""
    let token = try await house.conference.signIn(linkToken: secret, device: "Firefox").token
    return try #require(try await house.conference.session(token: token))
  }

  @Test("A password signs in; a wrong one, an unknown address and an account without one get the same answer")
  func password() async throws {
    let house = try await TestHouse.open()
    let ada = try await signIn(house, "ada@example.org")
    _ = try await signIn(house, "ben@example.org")
    try await house.conference.accountDesk(for: ada).setPassword(current: "", new: good)
    let browser = try await house.conference.signIn(email: " ADA@example.org", password: good, device: "Phone")
    let token = try #require(browser?.token)
    #expect(browser?.isNew == false)
    #expect(try await house.conference.session(token: token)?.person.id == ada.person.id)
    for (email, password) in [
      ("ada@example.org", "a few words in a column"), ("ada@example.org", ""), ("nobody@example.org", good),
      ("ben@example.org", good), ("ben@example.org", ""), ("no address", good),
    ] {
      let answer = try await house.conference.signIn(email: email, password: password, device: "")
      #expect(answer == nil, "\(email)")
    }
    #expect(try await house.conference.look { try $0.session.person(email: "nobody@example.org") } == nil)
  }

  @Test("Changing the password asks for the current one and ends the old one")
  func change() async throws {
    let house = try await TestHouse.open()
    let desk = house.conference.accountDesk(for: try await signIn(house, "ada@example.org"))
    #expect(try await !desk.page().hasPassword)
    #expect(try await refusal { try await desk.setPassword(current: "", new: "short") }?.fields == ["newPassword"])
    #expect(try await refusal { try await desk.setPassword(current: "", new: "ada@example.org") }?.fields == ["newPassword"])
    try await desk.setPassword(current: "", new: good)
    #expect(try await desk.page().hasPassword)
    let other = "quite another few words"
    for wrong in ["", "not the current one"] {
      #expect(try await refusal { try await desk.setPassword(current: wrong, new: other) }?.fields == ["currentPassword"])
    }
    try await desk.setPassword(current: good, new: other)
    #expect(try await house.conference.signIn(email: "ada@example.org", password: good, device: "") == nil)
    #expect(try await house.conference.signIn(email: "ada@example.org", password: other, device: "") != nil)
  }

  @Test("Signing out everywhere ends every session of this person and of nobody else")
  func everywhere() async throws {
    let house = try await TestHouse.open()
    let first = try await signIn(house, "ada@example.org")
    _ = try await signIn(house, "ada@example.org")
    let ben = try await signIn(house, "ben@example.org")
    let desk = house.conference.accountDesk(for: first)
    #expect(try await desk.page().sessions.count == 2)
    #expect(try await desk.page().sessions.filter(\.isCurrent).map(\.id) == [first.id])
    try await desk.endSession(ben.id)
    #expect(try await house.conference.accountDesk(for: ben).page().sessions.count == 1)
    try await desk.endAllSessions()
    #expect(try await desk.page().sessions.isEmpty)
    #expect(try await house.conference.accountDesk(for: ben).page().sessions.count == 1)
  }

  @Test("A profile is kept as given, and what is wrong in it is told field by field")
  func profile() async throws {
    let house = try await TestHouse.open()
    let session = try await signIn(house, "ada@example.org")
    let desk = house.conference.accountDesk(for: session)
    let wrong = AccountDesk.Profile(
      name: " ", affiliation: String(repeating: "x", count: 301), orcid: "1234", timeZone: "Middle/Earth")
    #expect(try await refusal { try await desk.save(wrong) }?.fields == ["name", "affiliation", "orcid", "timeZone"])
    try await desk.save(
      .init(name: "Ada Byron", affiliation: "Example University", orcid: "0000-0002-1825-0097", timeZone: "Europe/Berlin"))
    let page = try await desk.page()
    #expect(page.name == "Ada Byron")
    #expect(page.orcid == "0000-0002-1825-0097")
    #expect(page.timeZone == "Europe/Berlin")
    #expect(page.email == "ada@example.org")
  }
}
