internal import PeerReview

extension ChairDesk {
  /// Invites everyone in a table to an office; returns how many addresses were named. As with `invite`, who holds the office
  /// or has an open invitation gets no second letter.
  ///
  /// The columns are `email`, a `name` or its parts, and perhaps `roles`, as HotCRP exports its users; others are passed over.
  /// Where there are no roles the office of the form counts. Refuses `invalid` with every bad line at once; nobody is invited
  /// then.
  @discardableResult
  public func inviteTable(_ text: String, _ form: InvitationForm) async throws -> Int {
    let rows = try TableText.rows(text, columns: ["email"], optional: Self.nameColumns + ["name", "roles"], ignoresOthers: true)
    var problems: [FieldProblem] = []
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
    if total > Self.tableLimit { problems = [FieldProblem("csv", "Invite at most \(Self.tableLimit) people at once.")] }
    if !problems.isEmpty { throw Refusal.invalid(Array(problems.prefix(TableText.limitProblems))) }
    let wanted = guests
    try await conference.act { act in
      _ = try load(act)
      for (appointment, people) in wanted.sorted(by: { $0.key.key < $1.key.key }) {
        try register.invite(people.sorted { $0.key < $1.key }.map(\.value), appointment, message: form.message, act)
      }
    }
    return total
  }

  static let tableLimit = 20_000
  private static let nameColumns = ["given_name", "family_name", "first", "last"]

  private static func name(_ row: TableText.Row) -> String {
    let parts = [row["given_name"], row["first"], row["family_name"], row["last"]].filter { !$0.isEmpty }
    return String((row["name"].isEmpty ? parts.joined(separator: " ") : row["name"]).prefix(200))
  }

  /// HotCRP writes several roles of one person with blanks between; the highest counts.
  private static func appointment(_ text: String, otherwise standard: String) -> Appointment? {
    let words = Set(text.lowercased().split { $0 == " " || $0 == "," || $0 == ";" })
    if words.isEmpty {
      return Appointment(key: standard).flatMap { Role.appointedByChairs.contains($0.role) ? $0 : nil }
    }
    if words.contains("chair") { return Appointment(.chair) }
    if !words.isDisjoint(with: ["metareviewer", "area-chair"]) { return Appointment(.metareviewer) }
    return words.isDisjoint(with: ["pc", "reviewer"]) ? nil : Appointment(.reviewer)
  }
}
