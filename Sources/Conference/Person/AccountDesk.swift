public import Pages
public import PeerReview
internal import Store

/// What a signed-in person can do with their own account.
public struct AccountDesk: Sendable {
  let conference: Conference
  let session: SignedInSession

  /// What the person tells of themself.
  public struct Profile: Sendable {
    public let name: String
    public let affiliation: String
    public let orcid: String
    public let timeZone: String

    public init(name: String, affiliation: String, orcid: String, timeZone: String) {
      self.name = name
      self.affiliation = affiliation
      self.orcid = orcid
      self.timeZone = timeZone
    }
  }

  /// The account page; `posted` is what was typed when an attempt was refused.
  public func page(
    isNew: Bool = false, posted: Profile? = nil, problems: [FieldProblem] = []
  ) async throws -> AccountPage {
    try await conference.look { act in
      guard let person = try act.session.person(session.person.id) else { throw Refusal.notFound }
      let sessions = try act.session.openSessions(of: person.id, at: act.now).map {
        AccountPage.Session(
          id: $0.id, device: $0.device, begunAt: $0.createdAt, lastSeenAt: $0.seenAt, isCurrent: $0.id == session.id)
      }
      return AccountPage(
        isNew: isNew, email: person.email, name: posted?.name ?? person.name,
        affiliation: posted?.affiliation ?? person.affiliation, orcid: posted?.orcid ?? person.orcid,
        timeZone: posted?.timeZone ?? person.timeZone, timeZones: Zone.knownNames,
        letters: try act.session.letterChoice(of: person.email),
        hasPassword: try act.session.passwordHash(email: person.email) != nil, sessions: sessions, problems: problems)
    }
  }

  /// Refuses `invalid` for an empty name, a wrong ORCID iD or an unknown time zone.
  public func save(_ profile: Profile) async throws {
    var problems: [FieldProblem] = []
    if Words.isBlank(profile.name) || profile.name.count > 200 {
      problems.append(FieldProblem("name", "Give your name, in at most 200 characters."))
    }
    if profile.affiliation.count > 300 {
      problems.append(FieldProblem("affiliation", "Give your affiliation in at most 300 characters."))
    }
    if !profile.orcid.isEmpty && ORCID(profile.orcid) == nil {
      problems.append(FieldProblem("orcid", "This is not an ORCID iD. Write it as 0000-0002-1825-0097, or leave it empty."))
    }
    if !profile.timeZone.isEmpty && Zone(profile.timeZone) == nil {
      problems.append(FieldProblem("timeZone", "Choose a time zone such as Europe/Berlin, or leave it empty for UTC."))
    }
    if !problems.isEmpty { throw Refusal.invalid(problems) }
    try await conference.act { act in
      let person = Person(
        id: session.person.id, email: session.person.email, name: profile.name, affiliation: profile.affiliation,
        orcid: ORCID(profile.orcid)?.text ?? "", timeZone: profile.timeZone)
      try act.session.updateProfile(person)
      try act.record("change profile", by: person, at: nil, about: person.id.text)
    }
  }

  /// Sets or changes the password and signs out everywhere else. With one set already, the current one is asked for.
  public func setPassword(current: String, new: String) async throws {
    let email = session.person.email
    let hash = try await conference.look { try $0.session.passwordHash(email: email) }
    if let hash {
      guard try await PasswordHash.verify(current, against: hash) else {
        throw Refusal.invalid([FieldProblem("currentPassword", "This is not your current password.")])
      }
    }
    if let refusal = Self.refusal(of: new, email: email) { throw refusal }
    let made = try await PasswordHash.make(new)
    try await conference.act { act in
      try act.session.setPasswordHash(made, of: session.person.id)
      try act.session.endSessions(of: session.person.id, except: session.id, at: act.now)
      try act.record("set password", by: session.person, at: nil, about: session.person.id.text)
    }
  }

  /// The rules' problems under the name this form gives the field.
  private static func refusal(of password: String, email: String) -> Refusal? {
    do {
      try PasswordRules.check(password, emailAddress: EmailAddress(email))
      return nil
    } catch {
      guard case .invalid(let problems) = error else { return error }
      return .invalid(problems.map { FieldProblem("newPassword", $0.message) })
    }
  }

  /// Signs one browser out.
  public func endSession(_ id: String) async throws {
    try await conference.act { try $0.session.endSession(id, of: session.person.id, at: $0.now) }
  }

  /// Signs out everywhere, here too.
  public func endAllSessions() async throws {
    try await conference.act { act in
      try act.session.endSessions(of: session.person.id, at: act.now)
      try act.record("sign out everywhere", by: session.person, at: nil, about: session.person.id.text)
    }
  }
}

extension Conference {
  public func accountDesk(for session: SignedInSession) -> AccountDesk {
    AccountDesk(conference: self, session: session)
  }
}
