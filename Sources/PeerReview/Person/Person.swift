/// Someone with a verified address. The address is the account.
public struct Person: Hashable, Sendable {
  public let id: ID<Person>
  /// Folded to lower case; unique.
  public let email: String
  public let name: String
  public let affiliation: String
  public let orcid: String
  /// The IANA zone in which this person reads deadlines; empty when never said.
  public let timeZone: String

  public init(id: ID<Person>, email: String, name: String, affiliation: String, orcid: String, timeZone: String) {
    self.id = id
    self.email = email
    self.name = name
    self.affiliation = affiliation
    self.orcid = orcid
    self.timeZone = timeZone
  }

  /// What to call them where a name is wanted and none was given.
  public var displayName: String { name.isEmpty ? email : name }
}

/// An office at one call. Authorship is not one: it follows from a submission's author list.
public enum Role: String, Hashable, CaseIterable, Sendable {
  case chair
  /// Chairs the papers of some tracks, as a program chair would if there were no others.
  case trackChair = "track-chair"
  case reviewer
  case metareviewer
  case artifactChair = "artifact-chair"
  case evaluator = "artifact-evaluator"
  case publicationChair = "publication-chair"

  public var title: String {
    switch self {
    case .chair: "program chair"
    case .trackChair: "track chair"
    case .reviewer: "reviewer"
    case .metareviewer: "metareviewer"
    case .artifactChair: "artifact chair"
    case .evaluator: "artifact evaluator"
    case .publicationChair: "publication chair"
    }
  }

  /// The committee that reviews papers. Who serves on the one for artifacts is nothing to it, and the other way round.
  public static let ofProgram: [Role] = [.chair, .trackChair, .reviewer, .metareviewer]
  /// Those of it who are given papers.
  public static let ofCommittee: [Role] = [.reviewer, .metareviewer]
  public static let ofArtifacts: [Role] = [.artifactChair, .evaluator]
  /// Program chairs appoint artifact and publication chairs, and artifact chairs appoint the evaluators.
  public static let appointedByChairs: [Role] = ofProgram + [.artifactChair, .publicationChair]

  /// Whether the call has the office at all.
  public func exists(at call: Call) -> Bool {
    switch self {
    case .chair, .reviewer, .artifactChair, .evaluator, .publicationChair: true
    case .trackChair: call.tracks.count > 1
    case .metareviewer: call.metareviews != nil
    }
  }
}
