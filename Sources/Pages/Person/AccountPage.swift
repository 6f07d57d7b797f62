public import PeerReview

/// What a person tells of themself. Shown after the first sign-in as `isNew`, later as the account page.
///
/// Forms, all to `POST /account` with `action`:
/// `profile`: `name`, `affiliation`, `orcid`, `timeZone`. `password`: `currentPassword` (only when there is one),
/// `newPassword`. `letters`: `letters` (`every`, `digest` or `none`).
/// `POST /account/sessions/end`: `session` (its id, or `all`).
public struct AccountPage: Page {
  public let isNew: Bool
  public let email: String
  public let name: String
  public let affiliation: String
  public let orcid: String
  public let timeZone: String
  /// IANA names to choose from, in order.
  public let timeZones: [String]
  public let letters: LetterChoice
  public let hasPassword: Bool
  public let sessions: [Session]
  public let problems: [FieldProblem]
  public init(
    isNew: Bool = false, email: String, name: String, affiliation: String, orcid: String, timeZone: String,
    timeZones: [String], letters: LetterChoice = .every, hasPassword: Bool, sessions: [Session] = [],
    problems: [FieldProblem] = []
  ) {
    self.isNew = isNew
    self.email = email
    self.name = name
    self.affiliation = affiliation
    self.orcid = orcid
    self.timeZone = timeZone
    self.timeZones = timeZones
    self.letters = letters
    self.hasPassword = hasPassword
    self.sessions = sessions
    self.problems = problems
  }

  public struct Session: Hashable, Sendable {
    public let id: String
    /// Such as "Firefox on Linux".
    public let device: String
    public let begunAt: Instant
    public let lastSeenAt: Instant
    public let isCurrent: Bool
    public init(id: String, device: String, begunAt: Instant, lastSeenAt: Instant, isCurrent: Bool) {
      self.id = id
      self.device = device
      self.begunAt = begunAt
      self.lastSeenAt = lastSeenAt
      self.isCurrent = isCurrent
    }
  }

  public var title: String { isNew ? "Create your account" : "Your account" }
  public var section: Section? { .account }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>\(title)</h1>
    \(problemList(problems))
    \(part("profile", "About you") { profile(layout) })
    \(when(!isNew) { part("password", hasPassword ? "Change your password" : "Set a password") { passwordForm(layout) } })
    \(when(!isNew) { part("letters", "Letters that aren't required") { letterForm(layout) } })
    \(when(!isNew) { part("service", "What you did here") { """
      <p><a href="/account/service">Statements of service</a>: signed words on what you did for this conference, to show to
      others.</p>
      <p><a href="/account/data">Your data</a>: take along what this server holds about you, or have your account erased.</p>
      """ } })
    \(when(!isNew) { part("sessions", "Where you are signed in") { sessionList(layout) } })</div>
    """
  }

  private func profile(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form("/account", guarded: true) {
      """
      \(facts([("E-mail address", "\(email)")]))
      \(fields.text("name", "Name", name, .init(autocomplete: "name", isRequired: true)))
      \(fields.text("affiliation", "Affiliation", affiliation, .init(autocomplete: "organization", isRequired: true)))
      \(fields.text("orcid", "ORCID iD", orcid, .init(help: "Optional, such as 0000-0002-1825-0097.", isNarrow: true)))
      \(fields.text("timeZone", "Time zone", timeZone, .init(
        help: "Deadlines are shown in UTC and in this zone, such as Europe/Berlin.", isNarrow: true, list: "zones")))
      <datalist id="zones">\(each(timeZones) { "<option value=\"\($0)\"></option>" })</datalist>
      <p class="actions"><button name="action" value="profile">\(isNew ? "Create account" : "Save")</button></p>
      """
    }
  }

  private func passwordForm(_ layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return layout.form("/account") {
      """
      \(when(!hasPassword) { "<p>You sign in with links by e-mail. A password is optional.</p>" })
      <input type="text" name="username" value="\(email)" autocomplete="username" aria-label="E-mail address" hidden>
      \(when(hasPassword) { fields.text("currentPassword", "Current password", "", .init(
        type: "password", autocomplete: "current-password", isRequired: true)) })
      \(fields.text("newPassword", "New password", "", .init(
        type: "password", help: "At least 12 characters. A few random words are fine.", autocomplete: "new-password",
        isRequired: true)))
      <p class="actions"><button name="action" value="password" class="quiet">Save password</button></p>
      """
    }
  }

  private func letterForm(_ layout: Layout) -> HTML {
    layout.form("/account") {
      """
      <ul>\(each(OptionalLetter.allCases) { "<li>\($0.label)</li>" })</ul>
      \(Fields(problems: problems).choice(
        "letters", "How you want these", LetterChoice.allCases.map { Fields.Choice(value: $0.rawValue, label: $0.label) },
        chosen: letters.rawValue,
        help: "One letter a day is written at \(DigestRules.hour):00 in the conference's time zone. Every other letter always comes: "
          + "decisions, receipts, links to sign in, what you are asked to do, and dates that bind."))
      <p class="actions"><button name="action" value="letters" class="quiet">Save</button></p>
      """
    }
  }

  private func sessionList(_ layout: Layout) -> HTML {
    """
    <ul class="rows">\(each(sessions) { session in """
      <li><div><strong>\(session.device)</strong>\(when(session.isCurrent) { " <span class=\"badge good\">this one</span>" })<br>
      <span class="soft">since \(layout.brief(session.begunAt)), last seen \(layout.brief(session.lastSeenAt))</span></div>
      \(when(!session.isCurrent) { layout.form("/account/sessions/end", classes: "") {
        "\(hidden("session", session.id))\(button("End", classes: "quiet small", says: "End the session of \(session.device)"))"
      } })</li>
      """ })</ul>
    \(layout.form("/account/sessions/end", confirm: "Sign out on every device, this one too?") {
      "\(hidden("session", "all"))<p class=\"actions\"><button class=\"quiet danger\">Sign out everywhere</button></p>"
    })
    """
  }
}
