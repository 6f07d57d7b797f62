internal import Pages
public import PeerReview
internal import Store

/// A browser that just signed in.
public struct SignedInBrowser: Sendable {
  /// The session's secret for the cookie; only its hash is stored.
  public let token: String
  /// True when this sign-in made the account.
  public let isNew: Bool
}

/// A session found by its cookie.
public struct SignedInSession: Hashable, Sendable {
  public let id: String
  public let person: Person
  public let formToken: String
}

/// Ways in. No answer tells whether an address has an account: the same acts, the same words, the same work.
extension Conference {
  static let linkLifetime = Span.minutes(30)
  static let sessionLifetime = Span.days(30)

  /// Sends a one-time link to the address, whether or not it has an account: the link makes one. `next` is a local path.
  ///
  /// Refuses only what isn't an address. Rate limits belong to the caller.
  public func requestSignInLink(email: String, next: String, call: ID<Call>) async throws {
    guard let address = EmailAddress(email) else {
      throw Refusal.invalid([FieldProblem("email", "This is not an e-mail address. Write it as name@example.org.")])
    }
    try await act { act in
      let token = act.newToken()
      let expires = act.now.adding(Self.linkLifetime)
      try act.session.addSignInLink(
        tokenHash: Token.hash(token), email: address.folded, at: act.now, expires: expires)
      let query = next.isEmpty ? "" : "?next=\(PathText.encode(next))"
      try act.post(
        SignInLinkLetter(
          head: act.letterhead(try act.call(call).call), path: "/sign-in/link/\(token)\(query)", expiresAt: expires),
        kind: "sign-in-link", to: address.folded, call: call, secret: true)
    }
  }

  /// A sign-in link for the console or a rehearsal, printed instead of mailed. Only the command line may ask for one.
  public func signInPath(email: EmailAddress, lifetime: Span) async throws -> String {
    try await act { act in
      let token = act.newToken()
      try act.session.addSignInLink(
        tokenHash: Token.hash(token), email: email.folded, at: act.now, expires: act.now.adding(lifetime))
      try act.record("print sign-in link", bySystem: "command line", at: nil, about: "sign-in")
      return "/sign-in/link/\(token)"
    }
  }

  /// Burns the link and signs in; the first sign-in with an address makes its account. Refuses `notFound` for a link
  /// that is unknown, used or too old.
  public func signIn(linkToken: String, device: String) async throws -> SignedInBrowser {
    try await act { act in
      guard let email = try act.session.useSignInLink(tokenHash: Token.hash(linkToken), at: act.now) else {
        throw Refusal.notFound
      }
      let known = try act.session.person(email: email)
      let person = try known ?? act.addPerson(email: email)
      let token = try act.beginSession(person, device: device)
      return SignedInBrowser(token: token, isNew: known == nil)
    }
  }

  /// Signs in with a password. A wrong password, an unknown address and an account without a password are one answer:
  /// nil, after the same work.
  public func signIn(email: String, password: String, device: String) async throws -> SignedInBrowser? {
    let folded = EmailAddress(email)?.folded ?? ""
    let hash = try await look { try $0.session.passwordHash(email: folded) }
    guard try await PasswordHash.verify(password, against: hash), let hash else { return nil }
    let renewed = PasswordHash.isOutdated(hash) ? try await PasswordHash.make(password) : nil
    return try await act { act in
      guard let person = try act.session.person(email: folded) else { return nil }
      if let renewed { try act.session.setPasswordHash(renewed, of: person.id) }
      return SignedInBrowser(token: try act.beginSession(person, device: device), isNew: false)
    }
  }

  /// The session behind a cookie, or nil. Notes that it was seen.
  public func session(token: String) async throws -> SignedInSession? {
    try await opened(token) { $1 }
  }

  /// What `body` makes of the session behind a cookie, in the snapshot that found it; nil without one. Notes, at most every quarter
  /// of an hour, that the session was seen.
  func opened<Value: Sendable>(
    _ token: String, _ body: @escaping @Sendable (Act, SignedInSession) throws -> Value
  ) async throws -> Value? {
    let hash = Token.hash(token)
    let found = try await look { act in
      try act.session.session(tokenHash: hash, at: act.now).map { row in
        let session = SignedInSession(id: row.id, person: row.person, formToken: row.formToken)
        return (row: row, value: try body(act, session))
      }
    }
    guard let found else { return nil }
    if clock.now.since(found.row.seenAt) > .minutes(15) {
      try await act { try $0.session.touchSession(found.row.id, at: $0.now) }
    }
    return found.value
  }

  public func signOut(token: String) async throws {
    let hash = Token.hash(token)
    try await act { try $0.session.endSession(tokenHash: hash, at: $0.now) }
  }

  /// A signed-in person with the offices they hold at the call.
  public func viewer(_ person: Person, at call: ID<Call>) async throws -> Viewer {
    try await look { act in
      Viewer(person: person, call: call, roles: try act.session.roles(of: person.id, at: call))
    }
  }
}

extension Act {
  func addPerson(email: String, name: String = "", affiliation: String = "", orcid: String = "") throws -> Person {
    let person = Person(
      id: newID(), email: email, name: name, affiliation: affiliation, orcid: orcid, timeZone: "")
    try session.add(person, at: now)
    try record("create account", by: person, at: nil, about: person.id.text)
    return person
  }

  func beginSession(_ person: Person, device: String) throws -> String {
    let token = newToken()
    try session.add(
      SessionRow(
        id: newToken(), person: person, formToken: newToken(), device: String(device.prefix(100)), createdAt: now,
        seenAt: now),
      tokenHash: Token.hash(token), expires: now.adding(Conference.sessionLifetime))
    try record("sign in", by: person, at: nil, about: person.id.text)
    return token
  }
}

/// Percent-encoding for a path carried in a query: everything but letters, digits, `-`, `_`, `.` and `/`.
enum PathText {
  static func encode(_ path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: bytes.append(byte)
      default: bytes += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
