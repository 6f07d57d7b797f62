/// What binds somebody to one conference.
public struct ConferenceTies: Hashable, Sendable {
  public let name: String
  public let contactEmail: String
  /// When its year is over; nil while decisions are not released, whatever the clock says.
  public let isOver: Bool
  public let overAt: Instant
  public let offices: [Role]
  /// Papers that list the person and stand in the process, or are drafts that can still be submitted.
  public let papers: [SubmissionNumber]
  /// The person chairs it and nobody else does.
  public let isOnlyChair: Bool

  public init(
    name: String, contactEmail: String, isOver: Bool, overAt: Instant, offices: [Role], papers: [SubmissionNumber],
    isOnlyChair: Bool
  ) {
    self.name = name
    self.contactEmail = contactEmail
    self.isOver = isOver
    self.overAt = overAt
    self.offices = offices
    self.papers = papers
    self.isOnlyChair = isOnlyChair
  }
}

/// When an account can be erased.
public enum ErasureRules {
  /// Refuses `invalid`, with every reason and the way out of each: papers and offices of a year that is not over, being the only
  /// chair, and an address that is not typed as it stands.
  public static func erase(_ ties: [ConferenceTies], typed: String, email: String) throws(Refusal) {
    var problems: [FieldProblem] = []
    for tie in ties {
      if !tie.isOver, !tie.papers.isEmpty {
        let papers = tie.papers.map(\.description).listed(by: "and")
        problems.append(
          FieldProblem(
            "",
            "You are an author of \(papers) at \(tie.name). Withdraw it, or have another contact take you off the list; "
              + "otherwise come back when the year is over, not before \(tie.overAt.utc)."))
      }
      if !tie.isOver, !tie.offices.isEmpty {
        let offices = tie.offices.map(\.title).listed(by: "and")
        problems.append(
          FieldProblem(
            "",
            "You serve \(tie.name) as \(offices). Ask the chairs (\(tie.contactEmail)) to end the office; "
              + "otherwise come back when the year is over, not before \(tie.overAt.utc)."))
      } else if tie.isOnlyChair {
        problems.append(FieldProblem("", "You are the only chair of \(tie.name). Invite another one first, under “People”."))
      }
    }
    if typed.lowercased() != email { problems.append(FieldProblem("email", "Type your address as it stands above.")) }
    if !problems.isEmpty { throw .invalid(problems) }
  }
}

extension Call {
  /// The last moment at which somebody has something to do by the calendar.
  public var lastDate: Instant {
    [calendar.notification, calendar.cameraReady, artifacts?.calendar.badges, proceedings?.ends].compactMap { $0 }.max()
      ?? calendar.notification
  }
}
