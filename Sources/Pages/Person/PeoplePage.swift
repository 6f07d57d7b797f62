public import PeerReview

/// Everyone with an office, open invitations, and the form that invites.
///
/// Forms: `POST /chair/people/invite`: `email` (one or several, separated by lines or commas), `name` (when one), `office`,
/// `message`. `POST /chair/people`: `person`, `office`, `action` (`remove`) or `invitation`, `action` (`resend`, `withdraw`).
/// Filter: `GET /chair/people?q=&page=`. The artifact committee has the same page at `/artifacts/people`, without table and loads.
public struct PeoplePage: Page {
  public static let pageSize = 100

  /// Whose people these are.
  public let committee: Committee
  /// Those of the page.
  public let people: [Row]
  /// Counted from 1.
  public let page: Int
  /// On all pages.
  public let found: Int
  public let invitations: [Invitation]
  public let offices: [Office]
  /// What was sent when an invitation was refused.
  public let invitation: InvitationFields
  public let query: String
  public let problems: [FieldProblem]
  /// Whether the call asks authors to serve as reviewers.
  public let asksAuthors: Bool
  public init(
    committee: Committee = .program, people: [Row], page: Int = 1, found: Int? = nil, invitations: [Invitation],
    offices: [Office],
    invitation: InvitationFields = InvitationFields(),
    query: String = "", problems: [FieldProblem] = [], asksAuthors: Bool = false
  ) {
    self.asksAuthors = asksAuthors
    self.committee = committee
    self.people = people
    self.page = page
    self.found = found ?? people.count
    self.invitations = invitations
    self.offices = offices
    self.invitation = invitation
    self.query = query
    self.problems = problems
  }

  public enum Committee: Hashable, Sendable {
    case program, artifacts

    var people: Link {
      switch self {
      case .program: "/chair/people"
      case .artifacts: "/artifacts/people"
      }
    }

    var invite: Link {
      switch self {
      case .program: "/chair/people/invite"
      case .artifacts: "/artifacts/people/invite"
      }
    }
  }

  public struct Row: Sendable {
    public let id: ID<Person>
    public let name: String
    public let email: String
    public let affiliation: String
    public let offices: [Office]
    /// Reviews assigned and done; nil for who doesn't review.
    public let load: String?
    /// What they offered to take at most, where that is less than the call asks.
    public let limits: [Limit]
    /// What chairs think of their reviews; nil while nobody rated one.
    public let rating: Rating?
    /// Whether reviews of theirs are missing, which could be handed on.
    public let owesReviews: Bool
    public let lastSeenAt: Instant?
    public init(
      id: ID<Person>, name: String, email: String, affiliation: String, offices: [Office], load: String?, limits: [Limit] = [],
      rating: Rating? = nil, owesReviews: Bool = false,
      lastSeenAt: Instant?
    ) {
      self.id = id
      self.name = name
      self.email = email
      self.affiliation = affiliation
      self.offices = offices
      self.load = load
      self.limits = limits
      self.rating = rating
      self.owesReviews = owesReviews
      self.lastSeenAt = lastSeenAt
    }
  }

  public struct Rating: Hashable, Sendable {
    public let mean: Double
    public let count: Int
    public init(mean: Double, count: Int) {
      self.mean = mean
      self.count = count
    }
  }

  public struct Limit: Hashable, Sendable {
    public let office: Office
    public let papers: Int
    public init(office: Office, papers: Int) {
      self.office = office
      self.papers = papers
    }
  }

  public struct Office: Hashable, Sendable {
    public let key: String
    public let label: String
    public init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }

  public struct Invitation: Hashable, Sendable {
    public let id: String
    public let email: String
    public let office: String
    public let sentAt: Instant
    public let state: Badge
    public init(id: String, email: String, office: String, sentAt: Instant, state: Badge) {
      self.id = id
      self.email = email
      self.office = office
      self.sentAt = sentAt
      self.state = state
    }
  }

  public struct InvitationFields: Hashable, Sendable {
    public let email: String
    public let name: String
    public let office: String
    public let message: String
    public init(email: String = "", name: String = "", office: String = "", message: String = "") {
      self.email = email
      self.name = name
      self.office = office
      self.message = message
    }
  }

  public var title: String { committee == .program ? "People" : "Evaluators" }
  public var section: Section? { committee == .program ? .people : .artifactPeople }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>\(title)</h1>
    \(problemList(problems, heading: "The invitation could not be sent"))
    \(part("invite", "Invite") { """
      \(inviteForm(layout))
      \(when(committee == .program) {
        folded("Invite a whole committee from a table", tableForm(layout), open: hasTableProblems) })
      """ })
    \(part("offices", "Who serves") { """
      \(layout.filter(committee.people, query: query, label: "Find a person", table: found > people.count ? nil : "people-table"))
      \(when(committee == .program) { "<p><a href=\"/chair/reminders\">Missing reviews, and reminders</a></p>" })
      \(when(asksAuthors) { "<p><a href=\"/chair/reciprocal\">Authors who were named to review</a></p>" })
      \(people.isEmpty ? nothing("Nobody serves yet. Invite the first ones above.") : peopleTable(layout))
      \(pageLinks(page, found: found, size: Self.pageSize) { "/chair/people?q=\(query)&page=\($0)" })
      """ })
    \(part("invitations", "Open invitations") {
      invitations.isEmpty ? nothing("No invitation is waiting for an answer.") : invitationTable(layout)
    })
    """
  }

  private func inviteForm(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form(committee.invite, classes: "stack card") {
      """
      \(fields.text("email", "E-mail addresses", invitation.email, .init(
        help: "One or several, separated by lines or commas.", isRequired: true, rows: 2)))
      <div class="columns">\(fields.text("name", "Name", invitation.name, .init(help: "When you invite one person.")))
      \(fields.select("office", "Office", offices.map { ($0.key, $0.label) }, chosen: invitation.office))</div>
      \(fields.text("message", "Your words to them", invitation.message, .init(help: "Optional.", rows: 3)))
      <p class="actions"><button>Send invitations</button></p>
      """
    }
  }

  private var hasTableProblems: Bool { problems.contains { $0.field == "csv" } }

  private func tableForm(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "table-", problems: problems)
    return layout.form("/chair/people/table", classes: "stack card", multipart: true) {
      """
      <div class="field"><label for="table-file">A file of comma-separated values</label>
      <p class="help" id="table-file-help">Its first line names the columns: <code>email</code>; <code>name</code>, or
      <code>given_name</code> and <code>family_name</code>; perhaps <code>roles</code> (reviewer, pc or chair). Others, as in HotCRP's list
      of users, are passed over. Who serves or is invited already gets no second letter.</p>
      <input id="table-file" name="file" type="file" accept=".csv,text/csv" required aria-describedby="table-file-help">\
      \(fields.told("csv"))</div>
      <div class="columns">\(fields.select("office", "Office where no roles stand", offices.map { ($0.key, $0.label) },
        chosen: "reviewer"))</div>
      \(fields.text("message", "Your words to them", "", .init(help: "Optional.", rows: 3)))
      <p class="actions"><button>Send invitations</button></p>
      """
    }
  }

  private func peopleTable(_ layout: Layout) -> HTML {
    table(
      "People with an office", id: "people-table", head: ["Name", "Affiliation", "Offices", "Reviews", "Last seen (UTC)"],
      each(people) { person in
        """
        <tr><th scope="row">\(person.name)<br><span class="soft">\(person.email)</span></th><td>\(person.affiliation)</td>
        <td>\(each(person.offices) { office in layout.form(committee.people, classes: "inline",
          confirm: "Take the office of \(office.label) from \(person.name)?") {
          """
          \(hidden("person", person.id.text))\(hidden("office", office.key))<span class="badge">\(office.label)</span>
          \(button("×", name: "action", value: "remove", classes: "quiet small",
            says: "Remove \(person.name) as \(office.label)"))
          """
        } })</td>
        <td>\(person.load ?? "–")\(with(person.rating) { rating in
          "<br><span class=\"soft\">rated \(decimal(rating.mean, places: 1)) by \(count(rating.count, "rating"))</span>" })\
        \(each(person.limits) { limit($0, person, layout) })\
        \(when(person.owesReviews) {
          "<br><a href=\"\(Link.reassignment(person.id))\" aria-label=\"Hand on the papers of \(person.name)\">Hand on</a>"
        })</td><td>\(person.lastSeenAt.map(layout.brief) ?? "never")</td></tr>
        """
      })
  }

  private func limit(_ limit: Limit, _ person: Row, _ layout: Layout) -> HTML {
    layout.form(committee.people, classes: "inline", confirm: "Did \(person.name) agree to take more papers?") {
      """
      \(hidden("person", person.id.text))\(hidden("office", limit.office.key))<span class="soft">takes \(limit.papers) at most
      as \(limit.office.label)</span>
      \(button("Lift", name: "action", value: "lift", classes: "quiet small", says: "Lift the limit of \(person.name)"))
      """
    }
  }

  private func invitationTable(_ layout: Layout) -> HTML {
    table(
      "Open invitations", id: "invitations-table", head: ["Address", "Office", "Sent (UTC)", "State", "Act"],
      each(invitations) { row in
        """
        <tr><th scope="row">\(row.email)</th><td>\(row.office)</td><td>\(layout.brief(row.sentAt))</td><td>\(row.state.html)</td>
        <td>\(layout.form(committee.people, classes: "inline") { """
          \(hidden("invitation", row.id))\(button("Send again", name: "action", value: "resend", classes: "quiet small",
            says: "Send the invitation of \(row.email) again"))
          \(button("Withdraw", name: "action", value: "withdraw", classes: "quiet small",
            says: "Withdraw the invitation of \(row.email)"))
          """ })</td></tr>
        """
      })
  }
}
