import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("Invitations to an office")
struct InvitationTests {
  private func invite(_ house: TestHouse, _ email: String, _ role: Role = .reviewer) async throws -> String {
    let address = try #require(EmailAddress(email))
    let path = try await house.conference.invite(email: address, name: "Rita Rev", as: Appointment(role), call: house.call.id)
    return path.split(separator: "/").last.map(String.init) ?? ""
  }

  private func answer(_ house: TestHouse, _ token: String, accepts: Bool) async throws -> SignedInBrowser? {
    try await house.conference.answerInvitation(token: token, accepts: accepts, reason: "busy", device: "Firefox").signedIn
  }

  @Test("Accepting gives the office and signs in; the link works once")
  func accept() async throws {
    let house = try await TestHouse.open()
    let token = try await invite(house, "Rita@example.org")
    let page = try await house.conference.invitationPage(token: token)
    #expect(page.office == "reviewer")
    #expect(!page.duties.isEmpty)
    _ = try await house.conference.invitationPage(token: token)
    let browser = try #require(try await answer(house, token, accepts: true))
    #expect(browser.isNew)
    let rita = try #require(try await house.conference.session(token: browser.token)?.person)
    #expect(rita.email == "rita@example.org")
    #expect(rita.name == "Rita Rev")
    #expect(try await house.conference.viewer(rita, at: house.call.id).roles == [.reviewer])
    #expect(try await refusal { _ = try await answer(house, token, accepts: true) } == .notFound)
    #expect(try await refusal { _ = try await answer(house, token, accepts: false) } == .notFound)
    #expect(try await refusal { _ = try await house.conference.invitationPage(token: token) } == .notFound)
    #expect(try await house.conference.viewer(rita, at: house.call.id).roles == [.reviewer])
  }

  @Test("Whoever has an account keeps it, and holds an office once however often they accept")
  func known() async throws {
    let house = try await TestHouse.open()
    let rita = try await house.person("Rita Rev", .reviewer)
    let browser = try #require(try await answer(house, try await invite(house, rita.email), accepts: true))
    #expect(!browser.isNew)
    #expect(try await house.conference.session(token: browser.token)?.person.id == rita.id)
    #expect(try await house.conference.viewer(rita, at: house.call.id).roles == [.reviewer])
    _ = try await answer(house, try await invite(house, rita.email, .chair), accepts: true)
    #expect(try await house.conference.viewer(rita, at: house.call.id).roles == [.chair, .reviewer])
  }

  @Test("Declining gives no office, no account and no session, and can't be turned round")
  func decline() async throws {
    let house = try await TestHouse.open()
    let token = try await invite(house, "rita@example.org")
    #expect(try await answer(house, token, accepts: false) == nil)
    #expect(try await house.conference.look { try $0.session.person(email: "rita@example.org") } == nil)
    #expect(try await refusal { _ = try await answer(house, token, accepts: true) } == .notFound)
    #expect(try await house.recorded("decline invitation") == 1)
  }

  @Test("An invitation holds for sixty days; then it is not found, as is one that never was")
  func expires() async throws {
    let house = try await TestHouse.open()
    let token = try await invite(house, "rita@example.org")
    house.clock.set(house.clock.now.adding(.days(60)).justBefore)
    _ = try await house.conference.invitationPage(token: token)
    house.clock.advance(by: Span(microseconds: 1))
    for unknown in [token, "", "never-sent"] {
      #expect(try await refusal { _ = try await house.conference.invitationPage(token: unknown) } == .notFound)
      #expect(try await refusal { _ = try await answer(house, unknown, accepts: true) } == .notFound)
    }
  }

  @Test("The letter is the same for an address with an account and one without")
  func tellsNothing() async throws {
    let house = try await TestHouse.open()
    let rita = try await house.person("Rita Rev")
    let tokens = [try await invite(house, rita.email), try await invite(house, "nobody@example.org")]
    let letters = try await house.delivered()
    #expect(letters.map(\.to.address.folded) == [rita.email, "nobody@example.org"])
    let bodies = zip(letters, tokens).map { $0.body.replacing($1, with: "TOKEN") }
    #expect(Set(bodies).count == 1)
    #expect(Set(letters.map(\.subject)).count == 1)
  }

  @Test("Whoever accepts may offer to take fewer papers; another number comes back and nothing is answered")
  func reducedLoad() async throws {
    let house = try await TestHouse.open()
    let maximum = house.call.assignment.loadMaximum
    let token = try await invite(house, "rita@example.org")
    #expect(try await house.conference.invitationPage(token: token).loadMaximum == maximum)
    for wrong in ["0", "\(maximum + 1)", "few"] {
      let refused = try await refusal {
        _ = try await house.conference.answerInvitation(token: token, accepts: true, reason: "", load: wrong, device: "Firefox")
      }
      guard case .invalid(let problems) = refused else { return #expect(Bool(false), "\(wrong) was taken") }
      #expect(problems.map(\.field) == ["load"])
    }
    let accepted = try await house.conference.answerInvitation(
      token: token, accepts: true, reason: "", load: " 2 ", device: "Firefox")
    let browser = try #require(accepted.signedIn)
    let rita = try #require(try await house.conference.session(token: browser.token)?.person)
    let clara = try await house.person("Clara Chair", .chair)
    let desk = try await house.chairDesk(clara)
    #expect(try await desk.people().people.first { $0.id == rita.id }?.limits.map(\.papers) == [2])
    try await desk.liftLoad(rita.id, role: "reviewer")
    try await desk.liftLoad(rita.id, role: "reviewer")
    #expect(try await desk.people().people.first { $0.id == rita.id }?.limits.isEmpty == true)
    #expect(try await house.recorded("lift load") == 1)
    let other = try await invite(house, "ron@example.org")
    _ = try await house.conference.answerInvitation(
      token: other, accepts: true, reason: "", load: "\(maximum)", device: "Firefox")
    #expect(try await desk.people().people.allSatisfy { $0.limits.isEmpty })
  }
}
