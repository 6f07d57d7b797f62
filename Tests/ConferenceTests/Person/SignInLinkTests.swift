import Foundation
import PeerReview
import Testing

@testable import Conference

/// The secret at the end of a link in a letter.
func token(in message: MailMessage?, after path: String) throws -> String {
  let body = try #require(message).body
  let start = try #require(body.range(of: path)).upperBound
  return String(body[start...].prefix { $0.isLetter || $0.isNumber })
}

@Suite("Signing in by letter, and sessions")
struct SignInLinkTests {
  private func request(_ house: TestHouse, _ email: String, next: String = "") async throws -> MailMessage {
    try await house.conference.requestSignInLink(email: email, next: next, call: house.call.id)
    return try #require(try await house.delivered().first)
  }

  @Test("A link signs in once; the first with an address makes its account")
  func once() async throws {
    let house = try await TestHouse.open()
    let letter = try await request(house, "Ada@Example.org")
    #expect(letter.to.address.folded == "ada@example.org")
    let secret = try token(in: letter, after: "https://lectern.example.org/sign-in/link/")
    let browser = try await house.conference.signIn(linkToken: secret, device: "Firefox")
    #expect(browser.isNew)
    #expect(try await house.conference.session(token: browser.token)?.person.email == "ada@example.org")
    #expect(try await refusal { _ = try await house.conference.signIn(linkToken: secret, device: "") } == .notFound)
    let again = try token(in: try await request(house, "ada@example.org"), after: "/sign-in/link/")
    let second = try await house.conference.signIn(linkToken: again, device: "Phone")
    #expect(!second.isNew)
    #expect(second.token != browser.token)
  }

  @Test("A link works for thirty minutes and not a microsecond longer")
  func expires() async throws {
    let house = try await TestHouse.open()
    let first = try token(in: try await request(house, "ada@example.org"), after: "/sign-in/link/")
    let second = try token(in: try await request(house, "ada@example.org"), after: "/sign-in/link/")
    house.clock.set(house.clock.now.adding(.minutes(30)).justBefore)
    _ = try await house.conference.signIn(linkToken: first, device: "")
    house.clock.advance(by: Span(microseconds: 1))
    #expect(try await refusal { _ = try await house.conference.signIn(linkToken: second, device: "") } == .notFound)
  }

  @Test("A guessed link, an empty one and the stored hash of one are all not found")
  func guessed() async throws {
    let house = try await TestHouse.open()
    let secret = try token(in: try await request(house, "ada@example.org"), after: "/sign-in/link/")
    for guess in ["", "aaaaaaaaaaaaaaaaaaaaaaaaaa", Token.hash(secret), secret.uppercased(), secret + "a"] {
      #expect(try await refusal { _ = try await house.conference.signIn(linkToken: guess, device: "") } == .notFound)
    }
  }

  @Test("The letter is the same for an address with an account and one without")
  func tellsNothing() async throws {
    let house = try await TestHouse.open()
    _ = try await house.person("Known Here")
    var bodies: Set<String> = []
    var subjects: Set<String> = []
    for email in ["known.here@example.org", "nobody@example.org"] {
      let letter = try await request(house, email, next: "/submissions")
      let secret = try token(in: letter, after: "/sign-in/link/")
      bodies.insert(letter.body.replacing(secret, with: "TOKEN"))
      subjects.insert(letter.subject)
    }
    #expect(bodies.count == 1)
    #expect(subjects.count == 1)
  }

  @Test("Where to go on is carried in the link, encoded, so that it can add nothing to the letter")
  func next() async throws {
    let house = try await TestHouse.open()
    let letter = try await request(house, "ada@example.org", next: "/submissions/x?y=1\r\nEvil: <b>")
    #expect(letter.body.contains("?next=/submissions/x%3Fy%3D1%0D%0AEvil%3A%20%3Cb%3E"))
  }

  @Test("What is no address is refused at its field, and no letter leaves")
  func noAddress() async throws {
    let house = try await TestHouse.open()
    for text in ["", "ada", "ada@", "ada@example.org\r\nBcc: x@example.org", "a@b@c"] {
      let told = try await refusal {
        try await house.conference.requestSignInLink(email: text, next: "", call: house.call.id)
      }
      #expect(told?.fields == ["email"])
    }
    #expect(try await house.delivered().isEmpty)
  }

  @Test("A session ends after thirty days, or when it is signed out, and no other with it")
  func sessions() async throws {
    let house = try await TestHouse.open()
    func signIn() async throws -> String {
      let secret = try token(in: try await request(house, "ada@example.org"), after: "/sign-in/link/")
      return try await house.conference.signIn(linkToken: secret, device: "Firefox").token
    }
    let first = try await signIn()
    let second = try await signIn()
    try await house.conference.signOut(token: first)
    #expect(try await house.conference.session(token: first) == nil)
    #expect(try await house.conference.session(token: second) != nil)
    house.clock.set(house.clock.now.adding(.days(30)).justBefore)
    #expect(try await house.conference.session(token: second) != nil)
    house.clock.advance(by: Span(microseconds: 1))
    #expect(try await house.conference.session(token: second) == nil)
    #expect(try await house.conference.session(token: "") == nil)
  }
}
