import PeerReview
import Store
import Testing

@Suite("People, offices and invitations in a database")
struct PersonSQLTests {
  @Test(
    "A person is found by id and address, once an address, and the profile can change but not the address",
    arguments: Adapter.allCases)
  func people(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let changed = Person(
        id: Cast.ada.id, email: "other@example.org", name: "Ada L.", affiliation: "Elsewhere", orcid: "0000-0002-1825-0097",
        timeZone: "Europe/London")
      try await house.write { try $0.updateProfile(changed) }
      let found = try await house.read { [try $0.person(Cast.ada.id), try $0.person(email: Cast.ada.email)] }
      #expect(found[0] == found[1])
      #expect(found[0]?.email == Cast.ada.email)
      #expect(found[0]?.name == "Ada L." && found[0]?.timeZone == "Europe/London" && found[0]?.orcid == changed.orcid)
      #expect(try await house.read { try $0.person(email: "nobody@example.org") } == nil)
      let twin = Person(id: ID("twin"), email: Cast.ada.email, name: "", affiliation: "", orcid: "", timeZone: "")
      await #expect(throws: StoreFault.uniqueViolation) { try await house.write { try $0.add(twin, at: Cast.now) } }
    }
  }

  @Test("No account and no password look alike, and a password belongs to its account alone", arguments: Adapter.allCases)
  func passwords(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { try $0.setPasswordHash("hash", of: Cast.ada.id) }
      let hashes = try await house.read { session in
        try [Cast.ada.email, Cast.ben.email, "nobody@example.org"].map { try session.passwordHash(email: $0) }
      }
      #expect(hashes == ["hash", nil, nil])
    }
  }

  @Test("An office is held once, ends once, and can be held again", arguments: Adapter.allCases)
  func offices(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { session in
        try session.grant(.reviewer, to: Cast.rita.id, at: Cast.call, id: "again", by: "x", now: .after(9))
        try session.grant(.chair, to: Cast.rita.id, at: Cast.otherCall, id: "elsewhere", by: nil, now: .after(9))
        try session.grant(.reviewer, to: Cast.chair.id, at: Cast.call, id: "both", by: nil, now: .after(9))
      }
      #expect(try await house.read { try $0.roles(of: Cast.rita.id, at: Cast.call) } == [.reviewer])
      #expect(try await house.read { try $0.roles(of: Cast.rita.id, at: Cast.otherCall) } == [.chair])
      #expect(try await house.read { try $0.roles(of: Cast.chair.id, at: Cast.call) } == [.chair, .reviewer])
      let ended = try await house.write { session in
        try [1, 2].map { try session.endOffice(.reviewer, of: Cast.rita.id, at: Cast.call, now: .after($0)) }
      }
      #expect(ended == [true, false])
      #expect(try await house.read { try $0.roles(of: Cast.rita.id, at: Cast.call) } == [])
      let reviewers = try await house.read { try $0.people(in: .reviewer, at: Cast.call).map(\.name) }
      #expect(reviewers == ["Ben", "Carla", "Fay", "Rex", "Ron"])
      try await house.write { try $0.grant(.reviewer, to: Cast.rita.id, at: Cast.call, id: "later", by: nil, now: .after(9)) }
      let offices = try await house.read { try $0.offices(at: Cast.call) }
      #expect(offices.map(\.person.name) == ["Ben", "Carla", "Carla", "Fay", "Rex", "Rita", "Ron", "Tom", "Uma"])
      #expect(offices.first { $0.person == Cast.rita }?.at == .after(9))
      #expect(offices.first { $0.person == Cast.ben }?.at == Cast.now)
    }
  }

  private func invitation(_ id: String, at now: Instant) -> InvitationRow {
    InvitationRow(
      id: id, call: Cast.call, email: "new@example.org", name: "New", role: .reviewer, message: "Please do.",
      invitedBy: "chair", invitedAt: now, expiresAt: now.adding(.days(14)))
  }

  @Test("An invitation is found by its token's hash, answered once, and not withdrawn after that", arguments: Adapter.allCases)
  func invitations(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let (first, second) = (invitation("i1", at: Cast.now), invitation("i2", at: .after(5)))
      try await house.write { session in
        try session.add(first, tokenHash: "h1")
        try session.add(second, tokenHash: "h2")
      }
      #expect(try await house.read { try $0.invitation(tokenHash: "h1")?.id } == "i1")
      #expect(try await house.read { try $0.invitation(tokenHash: "h3")?.id } == nil)
      #expect(try await house.read { try $0.invitation("i1", of: Cast.otherCall)?.id } == nil)
      #expect(try await house.read { try $0.invitations(of: Cast.call).map(\.id) } == ["i2", "i1"])
      try await house.write { session in
        try session.answerInvitation("i1", accepted: true, reason: "", at: .after(6))
        try session.answerInvitation("i1", accepted: false, reason: "No.", at: .after(7))
        try session.withdrawInvitation("i1", at: .after(8))
        try session.withdrawInvitation("i2", at: .after(8))
      }
      let found = try await house.read { [try $0.invitation("i1", of: Cast.call), try $0.invitation("i2", of: Cast.call)] }
      #expect(found[0]?.accepted == true && found[0]?.answeredAt == .after(6) && found[0]?.withdrawnAt == nil)
      #expect(found[1]?.accepted == nil && found[1]?.answeredAt == nil && found[1]?.withdrawnAt == .after(8))
      #expect(found[1]?.role == .reviewer && found[1]?.expiresAt == second.expiresAt && found[1]?.message == "Please do.")
      await #expect(throws: StoreFault.uniqueViolation) {
        try await house.write {
          try $0.add(
            InvitationRow(
              id: "i3", call: Cast.call, email: "", name: "", role: .chair, message: "", invitedBy: "", invitedAt: Cast.now,
              expiresAt: Cast.now), tokenHash: "h1")
        }
      }
    }
  }
}
