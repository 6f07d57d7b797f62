/// A page as plain values: it prints what it is given and asks nobody.
public protocol Page: Sendable {
  /// What the browser tab says, before the conference's name.
  var title: String { get }
  /// The place in the navigation that is marked as current.
  var section: Section? { get }
  /// Everything inside `<main>`, beginning with the only `<h1>`.
  func content(in layout: Layout) -> HTML
}

extension Page {
  public var section: Section? { nil }

  /// The whole document.
  public func html(in layout: Layout) -> HTML { layout.document(of: self) }
}

/// The places the navigation leads to.
public enum Section: Hashable, Sendable {
  case call, submissions, account
  case reviews, bids, expertise, conflicts
  case evaluations
  case artifacts, artifactPeople
  case publication
  case chairConflicts, integrity
  case chair, figures, chairSubmissions, chairScreening, people, assignment, decisions, letters, audit, callVersions, cameraReady
}

/// A short word on a coloured ground; the colour never says anything the word doesn't.
public struct Badge: Hashable, Sendable {
  public enum Tone: Hashable, Sendable { case neutral, progress, good, warning, bad }
  public let label: String
  public let tone: Tone
  public init(label: String, tone: Tone = .neutral) {
    self.label = label
    self.tone = tone
  }
}

/// A sentence at the top of the page about the act just done.
public struct Notice: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case done, warning, problem }
  public let kind: Kind
  public let text: String
  public init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// Who is signed in and which doors the navigation shows.
public struct ViewerBadge: Hashable, Sendable {
  public let name: String
  public let reviews: Bool
  public let chairs: Bool
  /// Chairs some tracks only, and finds only what concerns their papers.
  public let chairsTracks: Bool
  /// Serves as an artifact evaluator.
  public let evaluates: Bool
  public let chairsArtifacts: Bool
  /// Serves as a publication chair.
  public let publishes: Bool
  public init(
    name: String, reviews: Bool = false, chairs: Bool = false, evaluates: Bool = false, chairsArtifacts: Bool = false,
    publishes: Bool = false, chairsTracks: Bool = false
  ) {
    self.chairsTracks = chairsTracks
    self.publishes = publishes
    self.name = name
    self.reviews = reviews
    self.chairs = chairs
    self.evaluates = evaluates
    self.chairsArtifacts = chairsArtifacts
  }
}
