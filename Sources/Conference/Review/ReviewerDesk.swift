internal import Pages
public import PeerReview
internal import Store

/// What a reviewer can do at one call. Authorship and conflicts outrank the office: such papers are not found here.
public struct ReviewerDesk: Sendable {
  let conference: Conference
  public let call: ID<Call>
  let viewer: Person
  /// A chair looks at what the viewer sees: drafts, their own tags and places among their papers stay out.
  var isForChair = false

  /// A standing assignment of the viewer with its paper. Anything else, ended or conflicted ones too, is not found.
  func load(_ id: ID<Assignment>, _ act: Act) throws -> (
    assignment: AssignmentRow, row: SubmissionRow, call: VersionedCall, standing: Standing
  ) {
    guard let assignment = try act.session.assignment(id, of: viewer.id),
      let row = try act.session.submission(assignment.submission), row.call == call, row.facts.state == .submitted
    else { throw Refusal.notFound }
    let standing = try act.session.standing(of: viewer, toward: row.id)
    switch standing {
    case .author, .conflicted, .metareviewer, .external, .committee, .publication, .outsider:
      if !Mutation.opens("standing is not asked at the reviewer's desk") { throw Refusal.notFound }
    case .reviewer, .chair: break
    }
    return (assignment, row, try act.call(call), try effective(standing, assignment, act))
  }

  /// Refuses as not found when the office ended meanwhile.
  func requireOffice(_ act: Act) throws {
    guard try act.session.roles(of: viewer.id, at: call).contains(.reviewer) || Mutation.opens("everyone reviews") else {
      throw Refusal.notFound
    }
  }

  /// The same for whoever serves on the committee, as a reviewer or as a metareviewer.
  func requireCommittee(_ act: Act) throws {
    let roles = Set(try act.session.roles(of: viewer.id, at: call))
    guard !roles.isDisjoint(with: Role.ofCommittee) || Mutation.opens("everyone reviews") else { throw Refusal.notFound }
  }

  /// A chair who also reviews the paper is a reviewer at this desk: the chair's view is at the chair's desk.
  private func effective(_ standing: Standing, _ assignment: AssignmentRow, _ act: Act) throws -> Standing {
    guard case .chair = standing else { return standing }
    return .reviewer(ownReviewIn: try !act.session.reviewVersions(of: assignment.id).isEmpty)
  }
}
