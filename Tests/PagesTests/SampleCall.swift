import PeerReview

/// A small call with everything a page can show. Every text a person could have written passes through `text`.
struct SampleCall {
  let text: (String) -> String

  static let opens = Instant(seconds: 1_757_966_400)  // 2025-09-15 20:00 UTC
  static let closes = Instant(seconds: 1_761_854_400)  // 2025-10-30 20:00 UTC

  var call: Call {
    Call(
      id: ID("mlsys-2026"), name: text("MLSys 2026"), fullName: text("Ninth Conference on Machine Learning and Systems"),
      website: "https://mlsys.example.org/2026", timeZone: "UTC", contactEmail: "chairs@mlsys.example.org",
      calendar: Self.calendar, topics: topics, keywordsLimit: 6, tracks: [research, industrial], declarations: declarations,
      dualSubmissionExceptions: exceptions, conflictKinds: conflictKinds, preprintsAllowed: true,
      desk: DeskRejection(
        grounds: [
          .init(key: "anonymity", label: text("The paper breaks the anonymity rules")),
          .init(key: "format", label: text("The paper breaks the format rules")),
          .init(key: "scope", label: text("The paper is out of scope")),
        ], appealable: true),
      bidding: Bidding(levels: [
        .init(key: "eager", label: text("Eager"), value: 100), .init(key: "willing", label: text("Willing"), value: 50),
        .init(key: "pinch", label: text("In a pinch"), value: 0),
        .init(key: "unwilling", label: text("Not willing"), value: -100),
      ]),
      assignment: AssignmentPolicy(reviewsPerSubmission: 3, loadMinimum: 2, loadMaximum: 6),
      response: ResponsePolicy(limitWords: 750), discussion: DiscussionPolicy(reviewersAnonymousToEachOther: true),
      decisions: [
        DecisionKind(key: "accept", label: text("Accept"), accepts: true),
        DecisionKind(key: "reject", label: text("Reject"), accepts: false),
      ],
      artifacts: nil,
      limits: Limits(
        manuscriptBytes: 50_000_000, appendixBytes: 50_000_000, titleCharacters: 250, abstractWords: 300,
        authorsPerSubmission: 30, topicsPerSubmission: 5),
      tags: [TagKind(name: "discuss", label: text("To be discussed"), colour: .yellow)])
  }

  static let calendar = Calendar(
    submission: Period(opens: opens, closes: closes),
    bidding: Period(opens: closes.adding(.days(4)), closes: closes.adding(.days(11))),
    reviewing: Period(opens: closes.adding(.days(16)), closes: closes.adding(.days(58))),
    response: Period(opens: closes.adding(.days(74)), closes: closes.adding(.days(78))),
    discussion: Period(opens: closes.adding(.days(78)), closes: closes.adding(.days(85))),
    notification: closes.adding(.days(87)), cameraReady: closes.adding(.days(120)), registration: closes.adding(.days(-7)))

  private var topics: [Topic] {
    [
      "Efficient model training, inference, and serving", "Large language model training, fine-tuning, and inference",
      "Storage systems for large-scale ML systems", "Privacy and security for ML applications", "ML compilers and runtimes",
      "Specialized hardware for machine learning", "Machine learning benchmarks, datasets, and tooling",
    ].enumerated().map { Topic(key: "t\($0.offset)", name: text($0.element)) }
  }

  private var research: Track {
    Track(
      key: "research", name: text("Research track"),
      summary: text(
        "New results, selected on novelty, quality, interest and impact. The manuscript tells nothing about its authors."),
      anonymity: AnonymityPolicy(hidden: [.names, .affiliations], allowed: ""), format: format, statements: [], reviewForm: form)
  }

  private var industrial: Track {
    Track(
      key: "industrial", name: text("Industrial track"),
      summary: text(
        "Large systems in the real world: lessons, experience and influence. Names are withheld; products may be named."),
      anonymity: AnonymityPolicy(hidden: [.names], allowed: "company names"), format: format,
      statements: [
        Statement(
          key: "design", label: text("Design methodology"), help: text("Say where the paper presents it."), limitWords: 120,
          shownToReviewers: true)
      ], reviewForm: form)
  }

  private var format: FormatPolicy {
    FormatPolicy(
      pageSize: .letter, columns: 2, mainPagesLimit: 10, styleFile: "style.zip", referencesListAllAuthors: true,
      appendixSeparate: true)
  }

  var form: ReviewForm {
    func scale(_ labels: String...) -> [Criterion.Grade] {
      labels.enumerated().map { .init(value: $0.offset + 1, label: text($0.element)) }
    }
    return ReviewForm(
      criteria: [
        Criterion(
          key: "novelty", label: text("Novelty"), question: text("Does the paper say something that was not known before?"),
          grades: scale("Known", "Small step", "Clearly new", "Opens a field"), shownToAuthors: true),
        Criterion(
          key: "quality", label: text("Quality"), question: text("Are the claims supported?"),
          grades: scale("Unsupported", "Weak", "Solid", "Exemplary"), shownToAuthors: true),
      ],
      overall: Criterion(
        key: "overall", label: text("Overall"), question: text("What do you recommend?"),
        grades: scale("Reject", "Weak reject", "Weak accept", "Accept", "Strong accept"), shownToAuthors: true),
      confidence: Criterion(
        key: "confidence", label: text("Confidence"), question: text("How sure are you?"),
        grades: scale("A guess", "Fairly sure", "Expert"), shownToAuthors: false),
      texts: [
        ReviewText(
          key: "strengths", label: text("Strengths"), help: text("What speaks for the paper."), required: true,
          shownToAuthors: true),
        ReviewText(
          key: "weaknesses", label: text("Weaknesses"), help: text("What should be better, and how."), required: true,
          shownToAuthors: true),
        ReviewText(
          key: "chairs", label: text("For the chairs"), help: text("Anything the authors should not read."), required: false,
          shownToAuthors: false),
      ])
  }

  private var declarations: [Declaration] {
    [
      Declaration(
        key: "not-elsewhere", text: text("This paper is neither under review elsewhere nor already published."),
        answer: .confirm),
      Declaration(
        key: "language-models", text: text("How was a language model used in writing?"),
        answer: .choose([
          .init(key: "none", label: text("Not at all"), wantsText: false),
          .init(key: "consulted", label: text("Consulted; all text is the authors' own"), wantsText: false),
          .init(key: "subject", label: text("Generated text is illustrative or part of the experiments"), wantsText: true),
        ])),
    ]
  }

  private var exceptions: [DualSubmissionException] {
    [
      DualSubmissionException(
        key: "journal", label: text("A substantially different version is under review by a journal"), wantsExplanation: true,
        wantsPaper: false, wantsChairApproval: false, noteToReviewers: ""),
      DualSubmissionException(
        key: "workshop", label: text("This expands a paper published at a workshop with proceedings"), wantsExplanation: true,
        wantsPaper: true, wantsChairApproval: true,
        noteToReviewers: text("Judge the novelty added to an earlier workshop version.")),
    ]
  }

  private var conflictKinds: [ConflictKind] {
    [
      ConflictKind(key: "institution", label: text("Same institution within two years")),
      ConflictKind(key: "coauthor", label: text("Co-author within two years")),
      ConflictKind(key: "family", label: text("Family or close friend")),
    ]
  }
}
