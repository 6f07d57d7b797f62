public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// What was typed into one of the forms on a paper's page when an attempt was refused.
  public struct Typed: Sendable {
    public var decision: String?
    public var note: String?
    /// The version the decision was based on.
    public var version: Int?
    public var comment: String
    public var ground: String
    public var explanation: String
    public var openingReason: String
    public var tags: String
    /// By assignment.
    public var ratings: [String: ReviewRating]
    public var conflict: TypedConflict?

    public init(
      decision: String? = nil, note: String? = nil, version: Int? = nil, comment: String = "", ground: String = "",
      explanation: String = "", openingReason: String = "", tags: String = "",
      ratings: [String: ReviewRating] = [:], conflict: TypedConflict? = nil
    ) {
      self.decision = decision
      self.note = note
      self.version = version
      self.comment = comment
      self.ground = ground
      self.explanation = explanation
      self.openingReason = openingReason
      self.tags = tags
      self.ratings = ratings
      self.conflict = conflict
    }
  }

  /// Everything about one paper. Not found for a chair who wrote it or is in conflict with it. The people who could be
  /// added to it, or be in conflict with it, are many: they are listed when asked for, or when a choice was refused. With a
  /// finding the form that rejects the paper without review is filled in with what it says.
  public func submission(
    _ id: ID<Submission>, typed: Typed = Typed(), problems: [FieldProblem] = [], choosesPerson: Bool = false,
    rejectingFor finding: ID<ScreeningFinding>? = nil
  ) async throws -> ChairSubmissionPage {
    let choosesReviewer = choosesPerson || problems.contains { $0.field == "reviewer" }
    return try await lookOnRecord("submission", .papers) { act, reveal in
      let (row, versioned) = try load(id, act)
      reveal.papers = [row.number]
      let secrecy = reveal.secrecy
      let call = versioned.call
      let typed = try finding.map { try rejecting(for: $0, of: id, call, act) } ?? typed
      let releasedAt = try act.session.releasedAt(self.call)
      guard let version = try act.session.version(row.facts.version, of: id) else { throw Refusal.notFound }
      let decisions = secrecy(.decision) == nil ? try act.session.decisionVersions(of: id) : []
      let choosesConflict = releasedAt == nil && (choosesPerson || typed.conflict != nil)
      let conflictForm = choosesConflict ? try conflictForm(row, typed.conflict, act, reveal) : nil
      let told = try overtaken(typed, call, decisions, act) + overtaken(typed.conflict, conflictForm)
      return ChairSubmissionPage(
        id: id, number: row.number, content: act.summary(version.content, call, forReviewers: false),
        state: row.facts.state.badge,
        authors: try .unless(secrecy(.authors)) { try act.session.authors(of: id, version: row.facts.version) },
        files: reveal.hides(.originalFiles)
          ? [] : try act.filePanels(row, call, slots: slots(row, act), accepts: false, tellsWho: !reveal.hides(.authors)),
        findings: try .unless(secrecy(.screeningFindings)) { try act.findings(id, picture: Self.picture) },
        conflicts: try .unless(secrecy(.declaredConflicts) ?? secrecy(.committeeConflicts)) { try conflicts(row, call, act) },
        conflictKinds: call.conflictKinds, conflictForm: conflictForm,
        assignments: try .unless(secrecy(.reviewerIdentity) ?? secrecy(.assignments)) {
          try act.assigned(row, call, showsAffinity: secrecy(.bids) == nil)
        },
        candidates: choosesReviewer && releasedAt == nil && secrecy(.bids) == nil
          ? try act.candidates(row, call, act.matchingFacts(row, call), for: viewer) : nil,
        acceptsPeople: releasedAt == nil,
        exceptions: try exceptions(version.content.answers, row, call, releasedAt: releasedAt, act),
        reviews: try .unless(secrecy(.reviewsForChairs) ?? secrecy(.reviews)) { try namedReviews(row, versioned, act) },
        metareview: call.metareviews == nil
          ? nil
          : try .unless(secrecy(.metareviewForChairs) ?? secrecy(.assignments)) {
            try metareviewPanel(row, call, releasedAt: releasedAt, act)
          },
        ratings: try .unless(secrecy(.reviewRatings)) { try ratings(row, typed.ratings, act) },
        response: try .unless(secrecy(.response)) { try act.session.response(of: id)?.text },
        discussion: try .unless(secrecy(.discussion)) {
          try discussion(row, call, releasedAt: releasedAt, typed: typed.comment, problems: problems, act)
        },
        tags: try tagPanel(row, call, reveal, typed: typed.tags, problems: problems, act),
        decision: decisionForm(row, call, decisions, releasedAt: releasedAt, typed, act),
        openings: try openings(row, typed, act),
        deskRejection: try deskRejectionForm(row, call, releasedAt: releasedAt, typed, act),
        history: try history(row, call, decisions, act),
        offersReturn: isAllowed { () throws(Refusal) in
          try SubmissionRules.undoWithdrawal(row.facts, releasedAt: releasedAt)
        },
        changeableUntil: SubmissionRules.canBeExtended(row.facts, call: call, at: act.now) ? row.facts.period(call).closes : nil,
        authorship: try .unless(secrecy(.authors)) { try act.authorship(row, viewer: nil) },
        problems: problems + told)
    }
  }

  /// Any version of any file of the paper, the earlier workshop paper too (C14).
  public func file(_ slot: FileSlot, version: Int, of id: ID<Submission>) async throws -> StoredCopy {
    try await lookOnRecord("file", .papers) { act, reveal in
      let row = try load(id, act).row
      reveal.papers = [row.number]
      try reveal.require(.originalFiles)
      return try act.copy(of: slot, version: version, row)
    }
  }

  private func slots(_ row: SubmissionRow, _ act: Act) throws -> [FileSlot] {
    let used = Set(try act.session.manuscripts(of: row.id).map(\.slot))
    return FileSlot.allCases.filter { !$0.isFinal && (![.workshop, .supplement].contains($0) || used.contains($0)) }
  }

  /// Submitted reviews in full, under pseudonym and name.
  private func namedReviews(_ row: SubmissionRow, _ call: VersionedCall, _ act: Act) throws -> [ReviewCard] {
    let reviews = try act.session.submittedReviews(of: row.id)
    let people = try act.session.people(reviews.map(\.person))
    return try reviews.compactMap { submitted in
      guard let form = try act.reviewForm(row.facts.track, call, begunAt: submitted.review.callVersion) else { return nil }
      return ReviewCard(
        heading: "Reviewer \(submitted.pseudonym): \(people[submitted.person]?.displayName ?? "unknown")",
        answers: submitted.review.answers, form: form, submittedAt: submitted.review.at, version: submitted.review.version)
    }
  }

  private func discussion(
    _ row: SubmissionRow, _ call: Call, releasedAt: Instant?, typed: String, problems: [FieldProblem], _ act: Act
  ) throws -> DiscussionPanel {
    let comments = try act.session.comments(on: row.id)
    let people = try act.session.people(comments.map(\.by))
    let names = try act.reviewerNames(on: row.id)
    let accepts = isAllowed { () throws(Refusal) in
      try DiscussionRules.comment(
        row.facts, text: "a comment", standing: .chair, call: call, releasedAt: releasedAt, at: act.now)
    }
    return DiscussionPanel(
      comments: comments.map { comment in
        let isOwn = comment.by == viewer.id
        let name = isOwn ? "You" : people[comment.by]?.displayName ?? "unknown"
        let office = comment.pseudonym.map { "Reviewer \($0)" } ?? (comment.isByMetareviewer ? "Metareviewer" : "Chair")
        return DiscussionPanel.Comment(
          author: "\(name) (\(office))", isOwn: isOwn, at: comment.at,
          text: MentionRules.shown(comment.text, names: names))
      }, accepts: accepts, draft: typed, problems: problems.filter { ["text", "lead"].contains($0.field) },
      leadChoice: try leadChoice(row, call, releasedAt: releasedAt, act))
  }

  private func exceptions(
    _ answers: SubmissionAnswers, _ row: SubmissionRow, _ call: Call, releasedAt: Instant?, _ act: Act
  ) throws -> [ChairSubmissionPage.ExceptionRow] {
    let claimed = call.dualSubmissionExceptions.filter { answers.exceptions[$0.key] != nil }
    if claimed.isEmpty { return [] }
    let approvals = try act.session.approvalHistory(of: row.id)
    let people = try act.session.people(approvals.map(\.by))
    let isOpen = releasedAt == nil && (row.facts.state == .submitted || row.facts.state == .draft)
    return claimed.map { exception in
      let last = approvals.last { $0.exception == exception.key }
      return ChairSubmissionPage.ExceptionRow(
        key: exception.key, label: exception.label, explanation: answers.exceptions[exception.key] ?? "",
        wantsApproval: exception.wantsChairApproval && isOpen,
        answer: last.map { answer in
          let name = people[answer.by]?.displayName ?? "a chair"
          return Badge(
            label: "\(answer.approved ? "Approved" : "Refused") by \(name)", tone: answer.approved ? .good : .bad)
        })
    }
  }
}
