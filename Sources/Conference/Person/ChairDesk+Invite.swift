internal import PeerReview
internal import Store

extension ChairDesk {
  /// Offices that program chairs fill.
  var register: OfficeRegister { OfficeRegister(call: call, viewer: viewer, roles: Role.appointedByChairs) }

  /// Invites every address to the office; returns how many addresses were named. Nobody is told whether an address holds
  /// the office or an open invitation already: no second letter goes there, and the answer is the same.
  ///
  /// Refuses `invalid` with every bad address at once; nobody is invited then. Accepted are `ada@example.org` and
  /// `Ada Lovelace <ada@example.org>`.
  @discardableResult
  public func invite(_ form: InvitationForm) async throws -> Int {
    let guests = try OfficeRegister.guests(form)
    let appointment = try register.appointment(form.role)
    try await conference.act { act in
      _ = try load(act)
      try register.invite(guests, appointment, message: form.message, act)
    }
    return guests.count
  }

  /// Sends an invitation again, with a new link; the old link no longer works. Twice is once.
  public func resendInvitation(_ id: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      try register.resendInvitation(id, act)
    }
  }

  /// Withdraws an invitation nobody has answered: its link is not found any more. Twice is once.
  public func withdrawInvitation(_ id: String) async throws {
    try await conference.act { act in
      _ = try load(act)
      try register.withdrawInvitation(id, act)
    }
  }
}
