public import PeerReview

/// A paper as other pages name it.
public struct PaperReference: Hashable, Sendable {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let title: String
  public init(id: ID<Submission>, number: SubmissionNumber, title: String) {
    self.id = id
    self.number = number
    self.title = title
  }

  /// With a link to its page for chairs.
  var forChairs: HTML { "<a href=\"\(Link.chairSubmission(id))\"><span class=\"number\">\(number)</span> \(title)</a>" }
}
