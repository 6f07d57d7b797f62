public import PeerReview

/// Everyone with an office, open invitations, and the form that invites.
///
/// Forms: `POST /chair/people/invite`: `email` (one or several, separated by lines or commas), `name` (when one), `office`,
/// `message`. `POST /chair/people/table`: `action` `preview` with `file` or `csv`, `office`, `message`, or `send` with `seen` and
/// what was previewed. `POST /chair/people`: `person`, `office`, `action` (`remove`) or `invitation`, `action` (`resend`,
/// `withdraw`).
/// Filter: `GET /chair/people?q=&page=&invited=`. The artifact committee has the same page at `/artifacts/people`, without table
/// and loads.
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
  /// Those of the page; its number is counted from 1.
  public let invitations: [Invitation]
  public let invited: Int
  /// On all pages.
  public let invitationsFound: Int
  public let offices: [Office]
  /// What was sent when an invitation was refused.
  public let invitation: InvitationFields
  public let query: String
  public let problems: [FieldProblem]
  /// Whether the call asks authors to serve as reviewers.
  public let asksAuthors: Bool
  /// The table that was sent, and what inviting everybody in it would send.
  public let asked: TableFields
  public init(
    committee: Committee = .program, people: [Row], page: Int = 1, found: Int? = nil, invitations: [Invitation],
    invited: Int = 1, invitationsFound: Int? = nil, offices: [Office],
    invitation: InvitationFields = InvitationFields(),
    query: String = "", problems: [FieldProblem] = [], asksAuthors: Bool = false, asked: TableFields = TableFields()
  ) {
    self.asked = asked
    self.invited = invited
    self.invitationsFound = invitationsFound ?? invitations.count
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

    /// With a page of those who serve and one of invitations.
    func list(_ query: String, page: Int, invited: Int) -> Link {
      switch self {
      case .program: "/chair/people?q=\(query)&page=\(page)&invited=\(invited)"
      case .artifacts: "/artifacts/people?q=\(query)&page=\(page)&invited=\(invited)"
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

  /// A table of people to invite, as it was sent.
  public struct TableFields: Sendable {
    public let csv: String
    public let office: String
    public let message: String
    public let preview: TablePreview?
    public init(csv: String = "", office: String = "reviewer", message: String = "", preview: TablePreview? = nil) {
      self.csv = csv
      self.office = office
      self.message = message
      self.preview = preview
    }
  }

  /// The letters that inviting everybody in a table would send.
  public struct TablePreview: Sendable {
    /// As many rows as are printed.
    public static let size = 500

    /// At most `size`.
    public let rows: [Row]
    /// Letters by office.
    public let counts: [Count]
    /// Others of the table, who serve or are invited already.
    public let known: Int
    /// What the preview rests on.
    public let seen: String
    public init(rows: [Row], counts: [Count], known: Int, seen: String) {
      self.rows = rows
      self.counts = counts
      self.known = known
      self.seen = seen
    }

    var total: Int { counts.reduce(0) { $0 + $1.count } }

    public struct Row: Sendable {
      public let email: String
      public let name: String
      public let office: String
      public init(email: String, name: String, office: String) {
        self.email = email
        self.name = name
        self.office = office
      }
    }

    public struct Count: Sendable {
      public let office: String
      public let count: Int
      public init(office: String, count: Int) {
        self.office = office
        self.count = count
      }
    }
  }

  public var title: String { committee == .program ? "People" : "Evaluators" }
  public var section: Section? { committee == .program ? .people : .artifactPeople }

  public func content(in layout: Layout) -> HTML {
    """
    <h1>\(title)</h1>
    \(problemList(problems, heading: "The invitation could not be sent", prefix: hasTableProblems ? nil : "f-"))
    \(with(asked.preview) { previewed($0, layout) })
    \(part("invite", "Invite") { """
      \(inviteForm(layout))
      \(when(committee == .program) {
        folded("Invite a whole committee from a table", tableForm(layout), open: hasTableProblems) })
      """ })
    \(part("offices", "Who serves") { """
      \(layout.filter(committee.people, query: query, label: "Find a person", table: found > people.count ? nil : "people-table"))
      \(when(committee == .program && found > 0) { downloads { "/chair/people?q=\(query)&format=\($0)" } })
      \(when(committee == .program) { "<p><a href=\"/chair/reminders\">Missing reviews, and reminders</a></p>" })
      \(when(asksAuthors) { "<p><a href=\"/chair/reciprocal\">Authors who were named to review</a></p>" })
      \(people.isEmpty ? nothing(nobody) : peopleTable(layout))
      \(when(found > people.count) {
        pageLinks(page, found: found, size: Self.pageSize) { committee.list(query, page: $0, invited: invited) } })
      """ })
    \(part("invitations", "Open invitations") { """
      \(invitations.isEmpty ? nothing(noInvitation) : invitationTable(layout))
      \(when(invitationsFound > invitations.count) {
        pageLinks(invited, found: invitationsFound, size: Self.pageSize) { committee.list(query, page: page, invited: $0) } })
      """ })
    """
  }

  private var nobody: String {
    query.isEmpty ? "Nobody serves yet. Invite the first ones above." : "Nobody who serves matches."
  }

  private var noInvitation: String {
    query.isEmpty ? "No invitation is waiting for an answer." : "No open invitation matches."
  }

  private func previewed(_ preview: TablePreview, _ layout: Layout) -> HTML {
    part("preview", "What would be sent") {
      """
      <p>\(count(preview.total, "invitation"))\(each(preview.counts) { ", \($0.count) as \($0.office)" }).
      \(when(preview.known > 0) { """
        Passed over: \(preview.known) of the table, who \(preview.known == 1 ? "serves or is" : "serve or are") invited
        already.
        """ })
      Nothing is sent yet.</p>
      \(when(preview.total > 0) { """
        \(folded("Who would be invited", letters(preview)))
        \(layout.form("/chair/people/table") { """
          \(hidden("csv", asked.csv))\(hidden("office", asked.office))\(hidden("message", asked.message))
          \(hidden("seen", preview.seen))
          <p class="actions"><button name="action" value="send">Send \(count(preview.total, "invitation"))</button></p>
          """ })
        """ })
      """
    }
  }

  private func letters(_ preview: TablePreview) -> HTML {
    table(
      "Invitations to be sent", id: "preview-table", head: ["Address", "Name", "Office"],
      each(preview.rows) { "<tr><th scope=\"row\">\($0.email)</th><td>\($0.name)</td><td>\($0.office)</td></tr>" })
      + when(preview.total > preview.rows.count) {
        "<p class=\"soft\">And \(preview.total - preview.rows.count) more.</p>"
      }
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

  private var hasTableProblems: Bool { problems.contains { $0.field == "csv" || $0.field == "file" } }

  private func tableForm(_ layout: Layout) -> HTML {
    let fields = Fields(prefix: "table-", problems: problems)
    return layout.form("/chair/people/table", classes: "stack card", multipart: true) {
      """
      <div class="field"><label for="table-file">A file of comma-separated values</label>
      <p class="help" id="table-file-help">Its first line names the columns: <code>email</code>; <code>name</code>, or
      <code>given_name</code> and <code>family_name</code>; perhaps <code>roles</code> (reviewer, pc or chair). Others, as in HotCRP's list
      of users, are passed over. Who serves or is invited already gets no second letter. You see who would be invited before
      anything is sent.</p>
      <input id="table-file" name="file" type="file" accept=".csv,text/csv" required\
      \(fields.describedBy("file", hasHelp: true))>\(fields.told("csv"))\(fields.told("file"))</div>
      <div class="columns">\(fields.select("office", "Office where no roles stand", offices.map { ($0.key, $0.label) },
        chosen: asked.office))</div>
      \(fields.text("message", "Your words to them", asked.message, .init(help: "Optional.", rows: 3)))
      <p class="actions"><button name="action" value="preview">Preview the invitations</button></p>
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
