internal import Pages
internal import PeerReview
internal import Store

/// Who serves in some offices of a call, and who is asked to. A desk opens it once the right to it is proven.
struct OfficeRegister {
  let call: ID<Call>
  let viewer: Person
  /// The offices it holds; others are not found in it.
  let roles: [Role]

  static let invitationsLimit = 500

  struct Guest: Sendable {
    let email: EmailAddress
    let name: String
  }

  func appointment(_ key: String) throws(Refusal) -> Appointment {
    guard let appointment = Appointment(key: key), roles.contains(appointment.role) else {
      throw .invalid([FieldProblem("office", "Choose the office.")])
    }
    return appointment
  }

  /// Those who hold the office or have an open invitation to it are passed over.
  func invite(_ guests: [Guest], _ appointment: Appointment, message: String, _ act: Act) throws {
    let call = try act.call(self.call).call
    for guest in try lacking(guests, appointment, act) {
      _ = try act.invite(
        email: guest.email, name: guest.name, as: appointment, message: trimmed(message), call: call,
        invitedBy: viewer.displayName)
      try act.record("invite", by: viewer, at: self.call, about: appointment.role.subject(at: self.call), appointment.key)
    }
  }

  /// Those of them who neither hold the office nor have an open invitation to it. Refuses `invalid` an office that the call
  /// doesn't have.
  func lacking(_ guests: [Guest], _ appointment: Appointment, _ act: Act) throws -> [Guest] {
    if !appointment.exists(at: try act.call(self.call).call) {
      throw Refusal.invalid([FieldProblem("office", "The call file of this conference has no such office.")])
    }
    let holders = try holders(of: appointment, act)
    let waiting = Set(
      try act.session.invitations(of: self.call, to: [appointment.role])
        .filter { $0.track == appointment.track && $0.isOpen(at: act.now) }.map(\.email))
    return guests.filter { !holders.contains($0.email.folded) && !waiting.contains($0.email.folded) }
  }

  /// Addresses of those who hold the office; of a track chair's, over that track.
  private func holders(of appointment: Appointment, _ act: Act) throws -> Set<String> {
    let people = try act.session.people(in: appointment.role, at: call)
    guard let track = appointment.track else { return Set(people.map(\.email)) }
    let tracks = try act.session.tracksChaired(at: call)
    return Set(people.filter { tracks[$0.id, default: []].contains(track) }.map(\.email))
  }

  /// Sends an invitation again, with a new link; the old link no longer works. Twice is once.
  func resendInvitation(_ id: String, _ act: Act) throws {
    let call = try act.call(self.call).call
    let row = try invitation(id, act)
    if row.withdrawnAt != nil || row.accepted == true { return }
    try act.session.retireInvitation(id, at: act.now)
    guard let email = EmailAddress(row.email) else { throw Refusal.notFound }
    let appointment = row.appointment
    guard appointment.exists(at: call) else { throw Refusal.notFound }
    if try holders(of: appointment, act).contains(email.folded) { return }
    _ = try act.invite(
      email: email, name: row.name, as: appointment, message: row.message, call: call, invitedBy: viewer.displayName)
    try act.record("invite again", by: viewer, at: self.call, about: row.role.subject(at: self.call), appointment.key)
  }

  /// Withdraws an invitation nobody has answered: its link is not found any more. Twice is once.
  func withdrawInvitation(_ id: String, _ act: Act) throws {
    let row = try invitation(id, act)
    if row.withdrawnAt != nil || row.answeredAt != nil { return }
    try act.session.withdrawInvitation(id, at: act.now)
    try act.record("withdraw invitation", by: viewer, at: call, about: row.role.subject(at: call), row.role.rawValue)
  }

  /// Invitations without an answer or with a no that the words find by address, name or office: those of the page, its number,
  /// and how many are on all pages.
  func invitations(
    _ words: SearchWords, page: Int, _ act: Act
  ) throws -> (rows: [PeoplePage.Invitation], page: Int, found: Int) {
    let call = try act.call(self.call).call
    let found = try act.session.invitations(of: self.call, to: roles).compactMap { row -> PeoplePage.Invitation? in
      guard let shown = row.shown(at: act.now, call), words.match([row.email, row.name, shown.office]) else { return nil }
      return shown
    }
    let slice = found.page(page, of: PeoplePage.pageSize)
    return (Array(slice.rows), slice.number, found.count)
  }

  private func invitation(_ id: String, _ act: Act) throws -> InvitationRow {
    guard let row = try act.session.invitation(id, of: call, to: roles) else { throw Refusal.notFound }
    return row
  }

  /// Refuses `invalid` with every bad address at once. Accepted are `ada@example.org` and `Ada Lovelace <ada@example.org>`.
  static func guests(_ form: ChairDesk.InvitationForm) throws -> [Guest] {
    let entries = form.emails.split { $0.isNewline || $0 == "," || $0 == ";" }.map { trimmed(String($0)) }
      .filter { !$0.isEmpty }
    var problems: [FieldProblem] = []
    var seen: Set<String> = []
    var guests: [Guest] = []
    for entry in entries {
      let (address, name) = parts(of: entry)
      guard let email = EmailAddress(address) else {
        problems.append(FieldProblem("email", "“\(entry.prefix(100))” is not an e-mail address. Write it as name@example.org."))
        continue
      }
      if seen.insert(email.folded).inserted { guests.append(Guest(email: email, name: name)) }
    }
    if entries.isEmpty { problems.append(FieldProblem("email", "Give at least one e-mail address.")) }
    if entries.count > invitationsLimit {
      problems = [FieldProblem("email", "Invite at most \(invitationsLimit) people at once.")]
    }
    if form.name.count > 200 { problems.append(FieldProblem("name", "Give the name in at most 200 characters.")) }
    problems += messageProblems(form.message)
    if !problems.isEmpty { throw Refusal.invalid(problems) }
    guard guests.count == 1, let only = guests.first, only.name.isEmpty else { return guests }
    return [Guest(email: only.email, name: trimmed(form.name))]
  }

  static func messageProblems(_ message: String) -> [FieldProblem] {
    message.count > 5_000 ? [FieldProblem("message", "Say it in at most 5000 characters.")] : []
  }

  /// `Ada Lovelace <ada@example.org>` as address and name; anything else is all address.
  private static func parts(of entry: String) -> (address: String, name: String) {
    guard entry.hasSuffix(">"), let opening = entry.lastIndex(of: "<") else { return (entry, "") }
    let address = entry[entry.index(after: opening)...].dropLast()
    let name = entry[..<opening].filter { $0 != "\"" }
    return (String(address), String(trimmed(String(name)).prefix(200)))
  }
}

extension InvitationRow {
  func isOpen(at now: Instant) -> Bool {
    answeredAt == nil && withdrawnAt == nil && expiresAt > now
  }

  var appointment: Appointment { Appointment(role, track: track) }

  fileprivate func shown(at now: Instant, _ call: Call) -> PeoplePage.Invitation? {
    guard withdrawnAt == nil, accepted != true else { return nil }
    let state =
      if accepted == false {
        Badge(label: "Declined", tone: .bad)
      } else if expiresAt <= now {
        Badge(label: "Expired", tone: .warning)
      } else {
        Badge(label: "Waiting", tone: .progress)
      }
    return PeoplePage.Invitation(id: id, email: email, office: appointment.title(at: call), sentAt: invitedAt, state: state)
  }
}

extension Role {
  /// What entries of the record about the office stand under. Of evaluators the program's chairs find none.
  func subject(at call: ID<Call>) -> String {
    switch self {
    case .chair, .trackChair, .reviewer, .metareviewer, .artifactChair, .publicationChair: call.text
    case .evaluator: AuditRow.subject(ofArtifactsAt: call)
    }
  }
}
