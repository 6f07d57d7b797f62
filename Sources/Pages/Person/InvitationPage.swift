public import PeerReview

/// The question whether someone takes an office.
///
/// Form: `POST /invitation/{token}`: `answer` (`accept` or `decline`), `reason` (may be empty), `load` (a number, may be empty).
public struct InvitationPage: Page {
  public let token: String
  /// Such as "reviewer".
  public let office: String
  public let invitedBy: String
  /// What the office asks of them, one sentence each.
  public let duties: [String]
  /// The inviter's own words; may be empty.
  public let message: String
  public let answerBy: Instant?
  /// How many papers the office is given at most; nil for one without papers.
  public let loadMaximum: Int?
  /// As typed.
  public let load: String
  public let reason: String
  public let problems: [FieldProblem]
  public init(
    token: String, office: String, invitedBy: String, duties: [String], message: String = "", answerBy: Instant?,
    loadMaximum: Int? = nil, load: String = "", reason: String = "", problems: [FieldProblem] = []
  ) {
    self.token = token
    self.office = office
    self.invitedBy = invitedBy
    self.duties = duties
    self.message = message
    self.answerBy = answerBy
    self.loadMaximum = loadMaximum
    self.load = load
    self.reason = reason
    self.problems = problems
  }

  public var title: String { "Invitation" }

  public func content(in layout: Layout) -> HTML {
    let fields = Fields(problems: problems)
    return """
      <div class="narrow-page"><h1>Will you serve as \(office)?</h1>
      <p class="lead">\(invitedBy) invites you to serve \(layout.conference) as \(office).</p>
      \(when(!message.isEmpty) { "<blockquote>\(prose(message))</blockquote>" })
      \(problemList(problems, heading: "Nothing was answered yet"))
      \(when(!duties.isEmpty) { "<h2>What it asks of you</h2><ul>\(each(duties) { "<li>\($0)</li>" })</ul>" })
      \(with(answerBy) { "<p>Please answer by \(layout.deadline($0)).</p>" })
      \(layout.form("/invitation/\(token)") { """
        \(with(loadMaximum) { maximum in fields.text("load", "How many papers you take at most", load, .init(
          help: "Optional: from 1 to \(maximum). Left empty, it is \(maximum).", isNarrow: true, inputMode: "numeric")) })
        \(fields.text("reason", "A word to the chairs", reason, .init(help: "Optional, such as who could serve instead.", rows: 3)))
        <p class="actions"><button name="answer" value="accept">Accept</button>
        <button name="answer" value="decline" class="quiet">Decline</button></p>
        """ })</div>
      """
  }
}

/// Thanks for an answer, with the next step.
public struct InvitationAnsweredPage: Page {
  public let accepted: Bool
  public let office: String
  /// For an office that reads papers; others go on from the home page.
  public let asksExpertise: Bool
  public init(accepted: Bool, office: String, asksExpertise: Bool) {
    self.accepted = accepted
    self.office = office
    self.asksExpertise = asksExpertise
  }

  public var title: String { accepted ? "Thank you" : "Invitation declined" }

  public func content(in layout: Layout) -> HTML {
    """
    <div class="narrow-page"><h1>\(title)</h1>
    \(accepted ? thanks : "<p>Thank you for telling us. You need not do anything else.</p>")</div>
    """
  }

  private var thanks: HTML {
    asksExpertise
      ? """
      <p>You now serve as \(office). Tell us which topics you know, and your conflicts of interest.</p>
      <p class="actions"><a class="button" href="/expertise">Go on to your expertise</a></p>
      """
      : """
      <p>You now serve as \(office).</p>
      <p class="actions"><a class="button" href="/">Go on</a></p>
      """
  }
}
