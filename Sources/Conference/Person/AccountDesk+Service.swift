internal import Foundation
public import Pages
public import PeerReview
internal import Store

extension AccountDesk {
  /// The offices of the call this person served in, each with a statement or why there is none yet.
  public func service(at call: ID<Call>, problems: [FieldProblem] = []) async throws -> ServicePage {
    try await conference.look { act in
      let person = try owner(act)
      let offices = try Role.allCases.compactMap { role -> ServicePage.Office? in
        let facts = try act.service(of: person, as: role, at: call)
        do {
          _ = try ServiceRules.issue(facts)
          return .init(key: role.rawValue, title: role.title, obstacle: nil)
        } catch Refusal.notFound {
          return nil
        } catch Refusal.invalid(let problems) {
          return .init(key: role.rawValue, title: role.title, obstacle: problems.first?.message ?? "")
        }
      }
      let statements = try act.session.serviceStatements(of: person.id, at: call).map {
        ServicePage.Issued(token: $0.token, office: $0.role.title, at: $0.at)
      }
      return ServicePage(offices: offices, statements: statements, problems: problems)
    }
  }

  /// Signs a statement of the person's service in an office and returns its token. Where one with the same words stands, that
  /// is it. Refuses as `ServiceRules.issue`.
  public func issueStatement(_ office: String, at call: ID<Call>) async throws -> String {
    try await conference.act { act in
      guard let role = Role(rawValue: office) else { throw Refusal.notFound }
      let person = try owner(act)
      let stated = try act.call(call).call
      let bound = try ServiceRules.issue(try act.service(of: person, as: role, at: call))
      let known = try act.session.serviceStatements(of: person.id, at: call)
      for row in known where row.role == role {
        let same = ServiceStatement(call: stated, name: person.name, role: role, atLeast: bound, issuedAt: row.at)
        if same.text == row.text { return row.token }
      }
      let text = ServiceStatement(call: stated, name: person.name, role: role, atLeast: bound, issuedAt: act.now).text
      let key = try act.signingKey()
      guard let seed = HexadecimalText.decode(key.seed), let signature = StatementSignature.sign(text, withSeed: seed) else {
        throw StoreFault.other("the signing key can't sign")
      }
      let token = act.newToken()
      try act.session.add(
        ServiceStatementRow(
          token: token, call: call, person: person.id, role: role, text: text,
          signature: Data(signature).base64EncodedString(), keyNumber: key.number, at: act.now))
      try act.record("issue statement of service", by: person, at: call, about: role.subject(at: call), role.rawValue)
      return token
    }
  }

  private func owner(_ act: Act) throws -> Person {
    guard let person = try act.session.person(session.person.id) else { throw Refusal.notFound }
    return person
  }
}

extension Act {
  func service(of person: Person, as role: Role, at call: ID<Call>) throws -> ServiceRules.Facts {
    let written =
      switch role {
      case .reviewer: try session.countReviewsWritten(by: person.id, in: call)
      case .metareviewer: try session.countMetareviewsWritten(by: person.id, in: call)
      case .evaluator: try session.countEvaluationsWritten(by: person.id, in: call)
      case .chair, .trackChair, .artifactChair, .publicationChair: 0
      }
    return ServiceRules.Facts(
      role: role, holdsOffice: try session.roles(of: person.id, at: call).contains(role), written: written,
      hasName: !Words.isBlank(person.name), decisionsReleasedAt: try session.releasedAt(call),
      badgesReleasedAt: try session.badgesReleasedAt(call))
  }

  /// The house's key, made when first needed.
  fileprivate func signingKey() throws -> SigningKeyRow {
    if let key = try session.signingKey() { return key }
    let seed = conference.random.bytes(StatementSignature.seedBytes)
    guard let publicKey = StatementSignature.publicKey(ofSeed: seed) else { throw StoreFault.other("no signing key can be made") }
    let key = SigningKeyRow(number: 1, publicKey: HexadecimalText.encode(publicKey), seed: HexadecimalText.encode(seed))
    try session.add(key, at: now)
    return key
  }
}

extension Conference {
  /// A statement for whoever has its address. Refuses `notFound` for any other.
  public func serviceStatement(_ token: String, at call: ID<Call>) async throws -> ServiceStatementPage {
    try await look { act in
      guard let row = try act.session.serviceStatement(token: token, at: call),
        let key = try act.session.signingKey(row.keyNumber),
        let publicKey = HexadecimalText.decode(key.publicKey)
      else { throw Refusal.notFound }
      let signature = Data(base64Encoded: row.signature).map(Array.init) ?? []
      return ServiceStatementPage(
        token: row.token, text: row.text, signature: row.signature, keyText: key.publicKey,
        holds: StatementSignature.holds(signature, for: row.text, publicKey: publicKey),
        address: "\(settings.site)/service/\(row.token)")
    }
  }

  /// The public key that statements are signed with, in PEM. Refuses `notFound` before the first statement.
  public func serviceKey() async throws -> String {
    try await look { act in
      guard let key = try act.session.signingKey(), let bytes = HexadecimalText.decode(key.publicKey) else {
        throw Refusal.notFound
      }
      return StatementSignature.pem(bytes)
    }
  }
}
