import Pages
import PeerReview

extension SamplePages {
  var finals: [Sample] {
    let chair = layout(reviews: true, chairs: true, at: SampleCall.closes.adding(.days(100)))
    let files = finalPanels
    return [
      Sample(
        name: "final-version",
        html: FinalVersionPage(
          id: ID(text("p17")), number: SubmissionNumber(17), call: finalCall, final: final, version: 2,
          progress: progress(.incomplete),
          files: files, findings: [], accepts: true, problems: [FieldProblem("authors.0.family", text("Write it as it stands."))],
          savedElsewhere: CameraReady(title: text("Another title"))
        ).html(in: layout())),
      Sample(
        name: "final-version-closed",
        html: FinalVersionPage(
          id: ID("p17"), number: SubmissionNumber(17), call: finalCall, final: final, version: 2, progress: progress(.complete),
          files: files, findings: [], accepts: false
        ).html(in: layout())),
      Sample(
        name: "final-versions",
        html: FinalVersionsPage(
          rows: CameraReadyState.allCases.map { state in
            .init(
              id: ID(text(state.rawValue)), number: SubmissionNumber(17), title: text("A title"), track: text("Research"),
              progress: progress(state))
          }, due: SampleCall.closes
        ).html(in: chair)),
      Sample(
        name: "chair-final-version",
        html: ChairFinalVersionPage(
          id: ID(text("p17")), number: SubmissionNumber(17), call: finalCall, final: final, version: 2,
          progress: progress(.waitsForChair), decisionNote: text("Explain figure 3."), files: files, findings: [],
          reviewers: [.init(id: ID(text("r1")), name: text("Rita"))], note: text("As typed"),
          problems: [FieldProblem("note", text("Say why."))]
        ).html(in: chair)),
      Sample(
        name: "proceedings",
        html: ProceedingsPage(
          version: 2,
          sessions: [SessionTitle(key: text("s1"), title: text("Training")), SessionTitle(key: "", title: text("Serving"))],
          rows: CameraReadyState.allCases.enumerated().map { index, state in
            .init(
              id: ID(text(state.rawValue)), number: SubmissionNumber(index + 1), title: text("A title"), state: state,
              pages: index == 0 ? nil : 12, placement: Placement(session: text("s1"), rank: index))
          }, isDescribed: false, problems: [FieldProblem("sessions.1.title", text("Give each its own."))]
        ).html(in: chair)),
      Sample(name: "statistics-none", html: StatisticsPage(tracks: [], statistics: statistics([]).statistics).html(in: chair)),
      Sample(name: "statistics", html: statistics(["research", "industrial"]).html(in: chair)),
      Sample(name: "retention-none", html: RetentionPage(rules: [], steps: []).html(in: chair)),
      Sample(
        name: "retention",
        html: RetentionPage(
          rules: [.init(kind: .bids, until: [.chairs: SampleCall.closes], deleted: now.adding(.days(400)))],
          steps: [
            .init(step: .init(kind: .bids, what: .seal(.chairs), at: SampleCall.closes), doneAt: now),
            .init(step: .init(kind: .letters, what: .seal(.chairs), at: SampleCall.closes), doneAt: nil),
            .init(step: .init(kind: .bids, what: .delete, at: now.adding(.days(400))), doneAt: nil),
          ]
        ).html(in: chair)),
      Sample(
        name: "shepherding",
        html: ShepherdingPage(
          id: ID(text("p17")), number: SubmissionNumber(17), paperTitle: text("A title"), authors: [text("Ada")],
          decisionNote: text("Explain figure 3."), progress: progress(.waitsForShepherd), files: files, note: text("As typed"),
          problems: [FieldProblem("note", text("Say what."))]
        ).html(in: layout(reviews: true))),
    ]
  }

  private var finalCall: Call {
    let base = call
    return Call(
      id: base.id, name: base.name, fullName: base.fullName, website: base.website, timeZone: base.timeZone,
      contactEmail: base.contactEmail, calendar: base.calendar, topics: base.topics, keywordsLimit: base.keywordsLimit,
      tracks: base.tracks, declarations: base.declarations, dualSubmissionExceptions: base.dualSubmissionExceptions,
      conflictKinds: base.conflictKinds, preprintsAllowed: base.preprintsAllowed, desk: base.desk, bidding: base.bidding,
      assignment: base.assignment, response: base.response, discussion: base.discussion, decisions: base.decisions,
      artifacts: base.artifacts, limits: base.limits,
      tags: call.tags,
      cameraReady: CameraReadyPolicy(
        mainPagesLimit: 11, wantsSource: true, sourceBytes: 1_000_000, wantsORCID: true, wantsPresenter: true,
        forms: [
          Declaration(key: "copyright", text: text("We keep the copyright."), answer: .confirm),
          Declaration(
            key: "licence", text: text("Which licence?"),
            answer: .choose([
              .init(key: "cc-by", label: text("CC BY"), wantsText: false), .init(key: "nc", label: text("NC"), wantsText: false),
            ])),
        ]))
  }

  private var final: CameraReady {
    CameraReady(
      title: text("A title"), abstract: text("An abstract."),
      authors: [
        FinalAuthor(
          name: text("Ludwig van Beethoven"), familyName: text("van Beethoven"), email: text("l@example.org"),
          affiliation: text("Bonn"), orcid: text("0000-0002-1825-0097")), FinalAuthor(name: text("Ada")),
      ], presenter: 1, forms: ["copyright": "yes", "licence": "nc"])
  }

  private func progress(_ state: CameraReadyState) -> FinalProgress {
    FinalProgress(
      state: state, missing: [FieldProblem("final", text("Upload it.")), FieldProblem("presenter", text("Say who."))],
      due: SampleCall.closes,
      changes: [
        .title(from: text("Old"), to: text("New")), .abstract(from: text("Old"), to: text("New")), .authorAdded(text("Di")),
        .authorRemoved(text("Bo")), .authorRenamed(from: text("A"), to: text("B")),
        .authorOrder(from: [text("A"), text("B")], to: [text("B"), text("A")]),
      ], verdict: .init(isYes: false, note: text("Keep it."), at: now), shepherd: text("Rita"),
      word: .init(isYes: true, note: text("Fine."), at: now), isSignedOff: false)
  }

  private var finalPanels: [FilePanel] {
    [FileSlot.final, .finalAppendix, .source].map { slot in
      FilePanel(
        slot: slot, isRequired: slot != .finalAppendix, limitBytes: 1_000_000,
        versions: slot == .source
          ? [
            FileVersion(
              number: 1, sizeBytes: 10, sha256: text("ab"), uploadedAt: now, uploadedBy: text("Ada"), pages: nil, screening: .kept
            )
          ] : [],
        accepts: true, problems: [FieldProblem("file", text("No archive."))])
    }
  }
}

extension SamplePages {
  fileprivate func statistics(_ keys: [String]) -> StatisticsPage {
    let counts = [
      Statistics.TrackCounts(track: "research", submitted: 30, accepted: 10),
      Statistics.TrackCounts(track: "industrial", submitted: 10, accepted: 3),
    ]
    let figures = Statistics(counts, tracks: keys) { _ in .init(papers: 30, reviews: 92, reviewers: 12) }
    return StatisticsPage(tracks: figures.tracks.map { (name: text("Research"), figures: $0) }, statistics: figures)
  }
}
