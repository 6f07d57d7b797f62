public import PeerReview

/// Whose papers are known, and the scores made of them.
///
/// Forms: `POST /chair/expertise/run`; `POST /chair/expertise/publications` (multipart, `file`).
public struct ChairExpertisePage: Page {
  /// Those with the fewest papers first.
  public let reviewers: [Reviewer]
  /// The newest scoring; nil when none was asked for.
  public let scoring: Scoring?
  public let accepts: Bool
  public let closedReason: String
  /// How much each part of the affinity counts.
  public let affinity: AffinityPolicy
  public let limitBytes: Int64
  public let problems: [FieldProblem]
  public init(
    reviewers: [Reviewer], scoring: Scoring?, accepts: Bool, closedReason: String = "", affinity: AffinityPolicy = .standard,
    limitBytes: Int64,
    problems: [FieldProblem] = []
  ) {
    self.reviewers = reviewers
    self.scoring = scoring
    self.accepts = accepts
    self.closedReason = closedReason
    self.affinity = affinity
    self.limitBytes = limitBytes
    self.problems = problems
  }

  public enum Scoring: Sendable {
    case running(step: String, askedAt: Instant)
    case done(at: Instant)
    case failed(askedAt: Instant)
  }

  public struct Reviewer: Sendable {
    public let name: String
    public let email: String
    public let publications: Int
    /// Whether the scores in force rest on them.
    public let isScored: Bool
    public init(name: String, email: String, publications: Int, isScored: Bool) {
      self.name = name
      self.email = email
      self.publications = publications
      self.isScored = isScored
    }
  }

  public var title: String { "Expertise" }
  public var section: Section? { .assignment }

  public func content(in layout: Layout) -> HTML {
    """
    <p><a href="/chair/assignment">Assignment</a></p><h1>Expertise from papers</h1>
    <p>What reviewers wrote is compared with the submissions: title and abstract, on this server and nowhere else. The scores
    join topics, keywords and bids in the affinity by which papers are matched: of 100, topics count
    \(affinity.topicsPercent), keywords \(affinity.keywordsPercent), papers \(affinity.textsPercent) and bids
    \(affinity.bidsPercent), as the call says under <code>affinity</code>. What isn't known of topics, keywords or papers leaves
    its part to the others.</p>
    \(problemList(problems))
    \(part("scores", "Scores") { scoresPart(layout) })
    \(part("people", "Reviewers' papers") { peoplePart })
    \(part("load", "Load papers for reviewers") {
      publicationUpload(
        "/chair/expertise/publications", layout, Fields(problems: problems), limitBytes: limitBytes, help: Self.fileHelp,
        accept: ".jsonl,.json")
    })
    """
  }

  private static let fileHelp: HTML = """
    JSON, a person a line: <code>{"id": "ann@example.org", "publications": [{"title": "…", "abstract": "…"}]}</code>.
    """

  private func scoresPart(_ layout: Layout) -> HTML {
    """
    \(state(layout))
    \(accepts ? layout.form("/chair/expertise/run") {
      "<p class=\"actions\"><button>\(scoring == nil ? "Score the papers" : "Score the papers anew")</button></p>"
    } : nothing(closedReason))
    """
  }

  private func state(_ layout: Layout) -> HTML {
    switch scoring {
    case nil: nothing("Papers were not scored yet: the matcher goes by topics and bids.")
    case .running(let step, let askedAt):
      """
      <p class="notice" data-refresh role="status">Being made since \(layout.brief(askedAt))\(when(!step.isEmpty) { ": \(step)" }).
      Reload to see how far it is.</p>
      """
    case .done(let at): "<p>Made \(layout.moment(at)). Make a new plan to have them used.</p>"
    case .failed(let askedAt):
      "<p class=\"notice bad\">The scoring asked for at \(layout.brief(askedAt)) did not come to its end. Try again.</p>"
    }
  }

  private var peoplePart: HTML {
    let missing = reviewers.count { $0.publications == 0 }
    return """
      \(reviewers.isEmpty ? nothing("There are no reviewers yet.") : .empty)
      \(when(missing > 0) {
        """
        <p class="notice warning">\(count(missing, "reviewer")) without papers: the matcher knows them by topics and bids only.</p>
        """
      })
      \(when(!reviewers.isEmpty) {
        table(
          "Reviewers and their papers", id: "reviewers-table", head: ["Reviewer", "Papers", "In the scores"],
          each(reviewers) { reviewer in
            """
            <tr><th scope="row">\(reviewer.name) <span class="soft">\(reviewer.email)</span></th>
            <td class="figure">\(reviewer.publications)</td><td>\(reviewer.isScored ? "yes" : "no")</td></tr>
            """
          })
      })
      """
  }
}
