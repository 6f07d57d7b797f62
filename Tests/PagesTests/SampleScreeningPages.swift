import Pages
import PeerReview

extension SamplePages {
  var screenings: [Sample] {
    let layout = layout(reviews: true, chairs: true)
    let listing = ScreeningQueuePage.Listing(code: "refs.et_al", severity: "violation", state: "all", paper: text("p17"))
    return [
      Sample(name: "screening", html: screening.html(in: self.layout())),
      Sample(
        name: "screening-queue",
        html: ScreeningQueuePage(
          listing, findings: queuedFindings,
          rules: [
            .init(code: "refs.et_al", standing: 40, judged: 3, dismissed: 1),
            .init(code: text("new.rule"), standing: 0, judged: 0, dismissed: 0),
          ], page: 2, found: 250, problems: [FieldProblem("chosen", text("Tick the findings first."))]
        ).html(in: layout)),
      Sample(
        name: "screening-preview",
        html: JudgementPreviewPage(listing, verdict: .dismissed, findings: queuedFindings).html(in: layout)),
      Sample(
        name: "screening-finding",
        html: ScreeningFindingPage(
          queued: queuedFindings[1], shared: shared, history: queuedFindings.compactMap(\.judgement),
          file: "/chair/submissions/p17/files/manuscript/2#page=3", offersRejection: true
        ).html(in: layout)),
    ]
  }

  private var queuedFindings: [QueuedFinding] {
    let said = QueuedFinding.Judgement(
      verdict: .dismissed, note: text("They cite a group of that name."), by: text("Barbara Liskov"), at: now)
    return findings.enumerated().map { place, finding in
      QueuedFinding(
        id: ID("f\(place)"), finding: finding, submission: ID(text("p17")), number: SubmissionNumber(17), title: text(title),
        judgement: place == 1 ? said : nil)
    }
  }

  private var shared: ScreeningFindingPage.SharedText {
    .init(
      other: ID(text("p23")), number: SubmissionNumber(23), title: text("Ten Years of Feature Stores"), conference: nil,
      remarks: [text("This paper claims an exception: an expanded workshop paper.")],
      passages: [
        .init(words: 120, here: text("the same words"), herePage: 3, there: text("the same words"), therePage: nil)
      ])
  }
}
