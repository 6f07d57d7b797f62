public import Pages
public import PeerReview

extension ChairDesk {
  /// The people with what inviting everyone in a table would send. Nobody is invited. What is wrong is told on the page, by line.
  public func previewTable(
    _ text: String, _ form: InvitationForm, problems: [FieldProblem] = []
  ) async throws -> PeoplePage {
    let typed = PeoplePage.TableFields(csv: text, office: form.role, message: form.message)
    if !problems.isEmpty { return try await people(problems: problems, asked: typed) }
    do {
      let planned = try await conference.look { act in
        let call = try load(act).call
        return try self.planned(text, form, act).preview(form) { $0.title(at: call) }
      }
      return try await people(asked: .init(csv: text, office: form.role, message: form.message, preview: planned))
    } catch Refusal.invalid(let found) {
      return try await people(problems: found, asked: typed)
    }
  }

  /// Invites everyone in a table to an office; returns how many letters went. As with `invite`, who holds the office or has an
  /// open invitation gets no second letter.
  ///
  /// The columns are `email`, a `name` or its parts, and perhaps `roles`, as HotCRP exports its users; others are passed over.
  /// Where there are no roles the office of the form counts. Refuses `invalid` with every bad line at once; nobody is invited
  /// then. `seen` is what the preview rested on: refused as `stale` when others would be invited by now. Once all of the
  /// table are invited, posting it again is answered as before.
  @discardableResult
  public func inviteTable(_ text: String, _ form: InvitationForm, seen: String) async throws -> Int {
    try await conference.act { act in
      _ = try load(act)
      let planned = try planned(text, form, act)
      if planned.total == 0 { return 0 }
      if planned.seen(form) != seen { throw Refusal.stale }
      for part in planned.parts { try register.invite(part.guests, part.appointment, message: form.message, act) }
      return planned.total
    }
  }

  static let tableLimit = 20_000
  private static let nameColumns = ["given_name", "family_name", "first", "last"]

  private func planned(_ text: String, _ form: InvitationForm, _ act: Act) throws -> PlannedInvitations {
    let named = try Self.guests(text, form)
    var planned = PlannedInvitations()
    for (appointment, people) in named.sorted(by: { $0.key.key < $1.key.key }) {
      let guests = people.sorted { $0.key < $1.key }.map(\.value)
      let lacking = try register.lacking(guests, appointment, act)
      planned.known += guests.count - lacking.count
      if !lacking.isEmpty { planned.parts.append(.init(appointment: appointment, guests: lacking)) }
    }
    return planned
  }

  /// Everyone the table names, by office and address.
  private static func guests(
    _ text: String, _ form: InvitationForm
  ) throws -> [Appointment: [String: OfficeRegister.Guest]] {
    if let sign = otherSeparator(text) {
      throw Refusal.invalid([
        FieldProblem("csv", "The columns are separated by \(sign) here. Save the table with commas between them.")
      ])
    }
    let rows = try TableText.read(text, columns: ["email"], optional: nameColumns + ["name", "roles"]).rows
    var problems: [FieldProblem] = OfficeRegister.messageProblems(form.message)
    var guests: [Appointment: [String: OfficeRegister.Guest]] = [:]
    for row in rows where !row["email"].isEmpty {
      guard let email = EmailAddress(row["email"]) else {
        problems.append(TableText.problem(row.line, "“\(row["email"].prefix(100))” is not an e-mail address."))
        continue
      }
      guard let appointment = Self.appointment(row["roles"], otherwise: form.role) else {
        problems.append(
          TableText.problem(row.line, "“\(row["roles"].prefix(60))” is no office: write reviewer, pc, metareviewer or chair."))
        continue
      }
      guests[appointment, default: [:]][email.folded] = OfficeRegister.Guest(email: email, name: Self.name(row))
    }
    let total = guests.values.reduce(0) { $0 + $1.count }
    if total == 0 && problems.isEmpty { problems.append(FieldProblem("csv", "The table names nobody.")) }
    if total > tableLimit { problems = [FieldProblem("csv", "Invite at most \(tableLimit) people at once.")] }
    if !problems.isEmpty { throw Refusal.invalid(Array(problems.prefix(TableText.limitProblems))) }
    return guests
  }

  /// What stands between the columns where that is no comma, as spreadsheets of some languages write; nil where it is one.
  private static func otherSeparator(_ text: String) -> String? {
    let head = text.prefix { !$0.isNewline }
    if head.contains(",") { return nil }
    return head.contains(";") ? "semicolons" : head.contains("\t") ? "tabs" : nil
  }

  private static func name(_ row: TableText.Row) -> String {
    let parts = [row["given_name"], row["first"], row["family_name"], row["last"]].filter { !$0.isEmpty }
    return String((row["name"].isEmpty ? parts.joined(separator: " ") : row["name"]).prefix(200))
  }

  /// HotCRP writes several roles of one person with blanks between; the highest counts. Nil where a word is no role, also beside
  /// others, and for HotCRP's administrators who are nothing else.
  private static func appointment(_ text: String, otherwise standard: String) -> Appointment? {
    let words = Set(text.lowercased().split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init))
    if words.isEmpty {
      return Appointment(key: standard).flatMap { Role.appointedByChairs.contains($0.role) ? $0 : nil }
    }
    let (metareviewers, reviewers): (Set<String>, Set<String>) = (["metareviewer", "area-chair"], ["pc", "reviewer"])
    let strange = words.subtracting(metareviewers).subtracting(reviewers).subtracting(["chair", "sysadmin", "admin"])
    if !strange.isEmpty { return nil }
    if words.contains("chair") { return Appointment(.chair) }
    if !words.isDisjoint(with: metareviewers) { return Appointment(.metareviewer) }
    return words.isDisjoint(with: reviewers) ? nil : Appointment(.reviewer)
  }
}

/// Invitations to be sent together.
private struct PlannedInvitations {
  struct Part {
    let appointment: Appointment
    let guests: [OfficeRegister.Guest]
  }

  /// By office.
  var parts: [Part] = []
  /// How many others of the table serve or are invited already.
  var known = 0

  var total: Int { parts.reduce(0) { $0 + $1.guests.count } }

  func seen(_ form: ChairDesk.InvitationForm) -> String {
    let lines = parts.flatMap { part in part.guests.map { "\(part.appointment.key)\t\($0.email.folded)\t\($0.name)" } }
    return Token.hash((lines + [form.message]).joined(separator: "\n"))
  }

  func preview(_ form: ChairDesk.InvitationForm, title: (Appointment) -> String) -> PeoplePage.TablePreview {
    let letters = parts.flatMap { part in
      part.guests.map { guest in
        PeoplePage.TablePreview.Row(email: guest.email.text, name: guest.name, office: title(part.appointment))
      }
    }
    return PeoplePage.TablePreview(
      rows: Array(letters.prefix(PeoplePage.TablePreview.size)),
      counts: parts.map { .init(office: title($0.appointment), count: $0.guests.count) }, known: known, seen: seen(form))
  }
}
