import PeerReview

/// The facts of one paper in each state, and forms that can be submitted as they are.
enum Paper {
  static let withdrawnAt = Instant(seconds: 1_760_000_001)
  static let rejectedAt = Instant(seconds: 1_760_000_002)
  /// When decisions were released, where a rule asks.
  static let releasedAt = Instant(seconds: 1_769_371_200)

  static func facts(_ state: SubmissionState, track: String = "research", version: Int = 3) -> SubmissionFacts {
    SubmissionFacts(
      submittedAt: state == .draft ? nil : Instant(seconds: 1_760_000_000),
      withdrawnAt: state == .withdrawn ? withdrawnAt : nil, deskRejectedAt: state == .deskRejected ? rejectedAt : nil,
      track: track, version: version)
  }

  static let submitted = facts(.submitted)

  /// The states outside the process, with what an act on a paper in the process is refused with.
  static let outside: [(facts: SubmissionFacts, refusal: Refusal)] = [
    (facts(.draft), .notFound), (facts(.withdrawn), .closed(since: withdrawnAt)),
    (facts(.deskRejected), .closed(since: rejectedAt)),
  ]

  static let authors = [
    Author(name: "Ada Lovelace", email: "ada@example.org", affiliation: "Example University", contact: true),
    Author(name: "Charles Babbage", email: "charles@example.org", affiliation: "independent"),
  ]

  /// Everything the call asks of a paper of `track` ("research" or "industrial").
  static func complete(track: String) -> SubmissionContent {
    var content = SubmissionContent(
      track: track, title: "Looms that learn", abstract: "We weave.", keywords: ["looms"], topics: ["storage"])
    content.answers.declarations = [
      "anonymity-\(track)": "yes", "dual-submission": "yes", "conflicts": "yes", "plagiarism": "yes",
      "language-models": "none",
    ]
    if track == "industrial" {
      content.answers.statements = ["design-methodology": "Section 3.", "detailed-benchmarks": "Section 5, Table 2."]
    }
    return content
  }
}
