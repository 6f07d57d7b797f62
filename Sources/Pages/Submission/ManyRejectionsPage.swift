public import PeerReview

/// Rejecting without review all papers that a search finds. Nothing happens before its preview was looked at.
///
/// `GET /chair/desk-rejections?q=&ground=` begins with these. `POST /chair/desk-rejections`: `q`, `ground` and `explanation`, and
/// `action`: `preview`, or `apply` with `seen`.
public struct ManyRejectionsPage: Page {
  public let grounds: [DeskRejection.Ground]
  public let query: String
  public let ground: String
  public let explanation: String
  public let vocabulary: SearchVocabulary
  public let problem: SearchProblem?
  public let problems: [FieldProblem]
  public let preview: BulkPreview?
  public init(
    grounds: [DeskRejection.Ground], query: String, ground: String, explanation: String, vocabulary: SearchVocabulary,
    problem: SearchProblem? = nil, problems: [FieldProblem] = [], preview: BulkPreview? = nil
  ) {
    self.grounds = grounds
    self.query = query
    self.ground = ground
    self.explanation = explanation
    self.vocabulary = vocabulary
    self.problem = problem
    self.problems = problems
    self.preview = preview
  }

  public var title: String { "Reject many without review" }
  public var section: Section? { .chairSubmissions }

  public func content(in layout: Layout) -> HTML {
    let fields = Fields(prefix: "rule-", problems: problems)
    return """
      <p class="over"><a href="/chair/submissions">Submissions</a></p><h1>Reject many papers without review</h1>
      <p>Each paper's contacts get the ground and the explanation at once, its reviewers only that no review is needed. Each
      rejection can be taken back on the paper's page.</p>
      \(problemList(problems, heading: "Nothing was rejected", prefix: nil))
      \(with(preview) { preview in
        preview.html("/chair/desk-rejections", "Reject \(preview.total == 1 ? "this paper" : "these \(preview.total) papers")",
          head: ["Stands", "Would be"], fields: [("q", query), ("ground", ground), ("explanation", explanation)], in: layout)
      })
      \(part("rule", "Which papers, and why") { layout.search(
        "/chair/desk-rejections", query: query, label: "All papers under review with", vocabulary, problem,
        fields.select("ground", "Ground", grounds.map { ($0.key, $0.label) }, chosen: ground, empty: "Choose a ground")
          + fields.text("explanation", "Explanation to the authors", explanation, .init(
            limitCharacters: DecisionRules.limitCharacters, rows: 3))
          + hidden("action", "preview"), button: "Preview", posts: true) })
      """
  }
}
