import Pages
import PeerReview

extension SamplePages {
  var authors: [Sample] {
    [
      Sample(
        name: "author-home",
        html: AuthorHomePage(submissions: rows, submissionPeriod: SampleCall.calendar.submission, offersNew: true).html(
          in: layout(notices: [Notice(kind: .done, text: text("Draft saved."))]))),
      Sample(name: "submission-form", html: form(problems: [], missing: missing, saved: nil).html(in: layout())),
      Sample(
        name: "submission-form-stale",
        html: form(
          problems: [
            FieldProblem("title", text("The title is too long.")),
            FieldProblem("authors.1.email", text("This is not an address.")),
            FieldProblem("declarations.language-models", text("Choose an answer.")),
          ], missing: [],
          saved: .init(
            fields: SubmissionFields(
              content: SubmissionContent(title: text("Another title")), keywords: "", authors: [], conflicts: []),
            savedAt: now, savedBy: text("Ada Lovelace"))
        ).html(in: layout())),
      Sample(name: "submission-draft", html: submission(draft: true).html(in: layout())),
      Sample(
        name: "submission-decided",
        html: submission(draft: false).html(in: layout(at: SampleCall.calendar.notification.adding(.hours(2))))),
      Sample(
        name: "withdraw",
        html: ConfirmWithdrawPage(id: ID(text("p17")), number: SubmissionNumber(17), paperTitle: text(title), version: 3).html(
          in: layout())),
    ]
  }

  var title: String { "Paged Attention Revisited: Memory Scheduling for Long-Context Serving" }

  var abstract: String {
    """
    Serving language models with long contexts is bound by the memory that keys and values take. We study how pages of that \
    memory \
    are scheduled under load and show that a small change of order removes most stalls.

    On three production traces the tail latency falls by 38 % at equal throughput. All code and traces are public.
    """
  }

  var missing: [FieldProblem] {
    [
      FieldProblem("declarations.not-elsewhere", text("Confirm this before you submit.")),
      FieldProblem("authors.1.affiliation", text("Give this author's affiliation, or write “independent”.")),
      FieldProblem("manuscript", text("Upload the manuscript as a PDF.")),
    ]
  }

  var rows: [AuthorHomePage.Row] {
    [
      .init(
        id: ID(text("p17")), number: SubmissionNumber(17), title: text(title), track: text("Research track"),
        state: Badge(label: text("Draft"), tone: .warning), missing: missing, nextStep: text("Complete and submit"),
        deadline: SampleCall.closes),
      .init(
        id: ID("p23"), number: SubmissionNumber(23), title: text("Ten Years of Feature Stores"), track: text("Industrial track"),
        state: Badge(label: text("Submitted"), tone: .good), missing: [], nextStep: "", deadline: nil),
    ]
  }

  var people3: [Author] {
    [
      Author(
        name: text("Grace Hopper"), email: text("grace@example.org"), affiliation: text("Example University"),
        orcid: text("0000-0002-1825-0097"), contact: true),
      Author(name: text("Ada Lovelace"), email: text("ada@example.org"), affiliation: text("Analytical Institute")),
    ]
  }

  func form(
    problems: [FieldProblem], missing: [FieldProblem], saved: SubmissionFormPage.SavedElsewhere?
  ) -> SubmissionFormPage {
    SubmissionFormPage(
      id: ID(text("p17")), number: SubmissionNumber(17), call: call,
      fields: SubmissionFields(
        content: SubmissionContent(
          track: "industrial", title: text(title), abstract: text(abstract), keywords: [], topics: ["t0", "t2"],
          answers: SubmissionAnswers(
            statements: ["design": text("Section 3.")], declarations: ["language-models": "subject"],
            declarationTexts: ["language-models": text("Figure 4")], exceptions: ["workshop": text("New evaluation.")],
            preprint: text("https://arxiv.org/abs/1"))),
        keywords: text("paging, long context"), authors: people3,
        conflicts: [
          .init(member: text("m1"), kind: "coauthor"),
          .init(member: nil, name: text("Alan"), email: text("alan@x.org"), kind: ""),
        ]),
      committee: [.init(id: ID(text("m1")), name: text("Barbara Liskov"), affiliation: text("Example Institute"))], version: 3,
      problems: problems, missing: missing, saved: saved,
      suggestions: [
        .init(
          member: ID("m2"), about: "m2", name: text("Rita"), affiliation: text("Example Institute"), kind: "coauthor",
          evidence: [.init(author: text("Ada"), sentence: text("wrote together: “Rivers” (2025)"))])
      ], fromPDF: PDFSuggestion(title: text("Paging for Long Contexts"), abstract: text("Long contexts page.")),
      taken: [.abstract])
  }

  var summary: SubmissionSummary {
    SubmissionSummary(
      title: text(title), abstract: text(abstract), track: text("Research track"),
      topics: [text("Efficient model training, inference, and serving"), text("ML compilers and runtimes")],
      keywords: [text("paging")], statements: [.init(label: text("Design methodology"), text: text("Section 3."))],
      declarations: [.init(label: text("Language models"), text: text("Not at all"))],
      exceptions: [.init(label: text("Workshop paper"), text: text("New evaluation."))], preprint: text("https://arxiv.org/abs/1")
    )
  }

  var files: [FilePanel] {
    let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    func version(_ number: Int, _ state: FileVersion.ScreeningState) -> FileVersion {
      FileVersion(
        number: number, sizeBytes: 1_830_221, sha256: hash, uploadedAt: now.adding(.hours(Int64(-number))),
        uploadedBy: text("Grace Hopper"),
        pages: 12, screening: state)
    }
    return [
      FilePanel(
        slot: .manuscript, isRequired: true, limitBytes: 50_000_000,
        versions: [version(2, .done(findings: 2)), version(1, .failed)],
        accepts: true, problems: [FieldProblem("file", text("This is not a PDF."))]),
      FilePanel(slot: .appendix, isRequired: false, limitBytes: 50_000_000, versions: [version(1, .waiting)], accepts: true),
      FilePanel(slot: .workshop, isRequired: true, limitBytes: 50_000_000, versions: [], accepts: true),
    ]
  }

  var findings: [Finding] {
    [
      Finding(
        severity: .warning, slot: .manuscript,
        sentence: text("The main text has 11 pages before the references; the limit is 10."),
        page: 11, rule: text("At most 10 pages of main text."),
        picture: FindingPicture(
          link: "/submissions/p17/screening/f1",
          place: PlaceOnPage(
            page: 11, widthPoints: 612, heightPoints: 792, box: .init(left: 55, top: 70, right: 290, bottom: 82)))),
      Finding(severity: .note, slot: .manuscript, sentence: text("The document's metadata names an author."), page: nil),
      Finding(severity: .violation, slot: .appendix, sentence: text("The file is encrypted."), page: nil),
    ]
  }

  var screening: ScreeningPage {
    func file(_ slot: FileSlot, _ state: FileVersion.ScreeningState, _ findings: [Finding]) -> ScreeningPage.File {
      ScreeningPage.File(
        slot: slot, version: 2, state: state, pages: findings.isEmpty ? nil : 12, mainPages: 10, references: 41,
        findings: findings)
    }
    let entry = Finding(
      code: "refs.et_al", severity: .violation, slot: .manuscript, sentence: text("The entry \"Knuth et al.\" hides authors."),
      page: 11, picture: findings.first?.picture)
    return ScreeningPage(
      id: ID(text("p17")), number: SubmissionNumber(17), paperTitle: text(title),
      files: [
        file(.manuscript, .drawing(findings: 5), findings + [entry, entry]), file(.appendix, .waiting, []),
        file(.workshop, .done(findings: 0), []),
      ], changeableUntil: SampleCall.closes)
  }

  func card(_ heading: String) -> ReviewCard {
    ReviewCard(
      heading: text(heading),
      answers: ReviewAnswers(
        scores: ["novelty": 3, "quality": 3, "overall": 4, "confidence": 2],
        texts: [
          "strengths": text("The problem is real and the fix is simple.\n\nThe traces are public."),
          "weaknesses": text("Only one model family is tried."), "chairs": text("None."),
        ]), form: sample.form, submittedAt: now)
  }

  func submission(draft: Bool) -> SubmissionPage {
    SubmissionPage(
      id: ID(text("p17")), number: SubmissionNumber(17), version: 3, content: summary,
      state: draft ? Badge(label: text("Draft"), tone: .warning) : Badge(label: text("Accepted"), tone: .good), authors: people3,
      missing: draft ? missing : [], files: files, findings: findings,
      history: [
        HistoryLine(at: now.adding(.hours(-3)), who: text("Grace Hopper"), what: text("registered the paper")),
        HistoryLine(at: now.adding(.hours(-1)), who: text("Ada Lovelace"), what: text("uploaded manuscript version 2")),
      ], deadline: draft ? SampleCall.closes : nil, offersEdit: draft, offersSubmit: false, offersWithdraw: true,
      deskRejection: draft
        ? .shown(
          DeskRejectionPanel(
            ground: text("Format"), explanation: text("Margins."), decidedAt: now, isAppealable: true,
            contactEmail: text("c@x.org")))
        : .hidden(.officeOnly),
      reviews: draft ? .hidden(.notYetReleased) : .shown([card("Reviewer 1"), card("Reviewer 2")]),
      response: ResponsePanel(
        text: text("We thank the reviewers."), limitWords: 750, period: SampleCall.calendar.response, sentAt: draft ? nil : now,
        accepts: draft),
      decision: draft
        ? .hidden(.notYetReleased)
        : .shown(DecisionPanel(label: text("Accept"), accepts: true, note: text("Congratulations."), releasedAt: now)),
      declarations: draft ? .question : .kept,
      authorship: AuthorshipPanel(
        confirmed: [text("Ada")], open: [text("Bo")], denied: [.init(name: text("Kim"), note: text("I left."))],
        serving: [text("Ada")], asks: draft),
      fromPDF: draft ? PDFSuggestion(title: text("Paging for Long Contexts"), abstract: text("Long contexts page.")) : nil)
  }
}
