/// The rules of a call on one matter, each in one or two sentences that the people it binds can read.
public struct RuleGroup: Hashable, Sendable {
  public let title: String
  /// The track the rules hold for; nil when they hold for all.
  public let trackKey: String?
  public let rules: [String]

  public init(title: String, trackKey: String? = nil, rules: [String]) {
    self.title = title
    self.trackKey = trackKey
    self.rules = rules
  }
}

extension Call {
  /// Every rule of the call in words: what holds for all, then each track, then the steps in their order.
  public func ruleGroups() -> [RuleGroup] {
    [RuleGroup(title: "Submission", rules: submissionRules)]
      + tracks.map { RuleGroup(title: $0.name, trackKey: $0.key, rules: rules(of: $0)) }
      + [
        RuleGroup(title: "Declarations", rules: declarations.map(rule)),
        RuleGroup(title: "Dual submission", rules: dualSubmissionRules),
        RuleGroup(title: "Conflicts of interest", rules: conflictRules),
        RuleGroup(title: "Rejection without review", rules: deskRules),
        RuleGroup(title: "Bidding and assignment", rules: assignmentRules),
        RuleGroup(title: "Response and discussion", rules: responseRules),
        RuleGroup(title: "Decisions", rules: decisionRules),
      ] + (cameraReadyRules.isEmpty ? [] : [RuleGroup(title: "Final versions", rules: cameraReadyRules)])
      + [
        RuleGroup(title: "Artifact evaluation", rules: artifactRules)
      ] + (retentionRules.isEmpty ? [] : [RuleGroup(title: "What is kept how long", rules: retentionRules)])
  }

  private var lateAuthorsRule: String? {
    guard let closes = calendar.registration else { return nil }
    return switch limits.lateAuthors {
    case .free: nil
    case .order: "From \(closes.utc) nobody is added to a paper's authors or taken out; their order can change."
    case .fixed: "From \(closes.utc) neither a paper's authors nor their order change."
    }
  }

  private var submissionRules: [String] {
    var rules = [
      "Submissions open at \(calendar.submission.opens.utc) and close at \(calendar.submission.closes.utc), to the second, "
        + "by the clock of the server.",
      calendar.registration.map {
        "A paper has to be registered, with title and abstract, by \($0.utc) to be submitted at all."
      },
      calendar.grace.microseconds == 0
        ? nil : "A paper that was registered by then can still be completed until \(calendar.completing.closes.utc).",
      lateAuthorsRule,
      limits.submissionsPerAuthor.map { "Nobody is an author of more than \(counted($0, "submitted paper"))." },
      reciprocal.map {
        "At least \(counted($0.reviewers, "author")) of each submitted paper \($0.reviewers == 1 ? "serves" : "serve") as a reviewer, "
          + "named in the form\($0.takesReasons ? ", or the authors say why nobody can" : ""). Only chairs read it."
      },
      "A paper is submitted to one track (\(tracks.map(\.name).listed(by: "or"))). The track can change until submissions "
        + "close, and not after.",
      "Authors choose up to \(counted(limits.topicsPerSubmission, "topic")) of \(topics.count)"
        + (keywordsLimit.map { " and may add up to \(counted($0, "keyword")) of their own." } ?? "."),
      "Reviewing is double blind: reviewers don't learn who wrote a paper, and authors don't learn who reviewed it.",
    ].compactMap { $0 }
    rules.append(
      preprintsAllowed
        ? "A paper may be posted on arXiv or other public forums. A link to it is seen by chairs only."
        : "A paper must not be posted on public forums while it is under review.")
    rules.append(
      "A manuscript has at most \(sizeText(limits.manuscriptBytes)) and an appendix at most "
        + "\(sizeText(limits.appendixBytes)). A title has at most \(limits.titleCharacters) characters, an abstract at most "
        + "\(limits.abstractWords) words, and a paper at most \(counted(limits.authorsPerSubmission, "author")).")
    return rules
  }

  private func rule(_ declaration: Declaration) -> String {
    let names = declaration.trackKeys?.compactMap { track($0)?.name }
    let who = names.map { "Authors of the \($0.listed(by: "and"))" } ?? "All authors"
    switch declaration.answer {
    case .confirm: return "\(who) confirm: “\(declaration.text)”"
    case .choose(let options):
      let answers = options.map { "“\($0.label)”" + ($0.wantsText ? " (and say more)" : "") }
      return "\(who) answer: “\(declaration.text)” Possible answers: \(answers.joined(separator: "; "))."
    }
  }

  private var dualSubmissionRules: [String] {
    dualSubmissionExceptions.map { exception in
      let wants = [
        exception.wantsExplanation ? "an explanation" : nil,
        exception.wantsPaper ? "the earlier paper (for the chairs only)" : nil,
        exception.wantsChairApproval ? "the approval of a chair" : nil,
      ].compactMap { $0 }
      let needs = wants.isEmpty ? "It needs nothing but the claim." : "It needs \(wants.listed(by: "and"))."
      let note = exception.noteToReviewers.isEmpty ? "" : " Reviewers are told: “\(exception.noteToReviewers)”"
      return "An exception authors may claim: “\(exception.label)” \(needs)\(note)"
    }
  }

  private var conflictRules: [String] {
    [
      "Authors and reviewers declare their conflicts, which are of these kinds: "
        + conflictKinds.map(\.label).joined(separator: "; ") + ".",
      "Whoever has a conflict with a paper is shut out of it completely, in every office.",
    ]
  }

  private var deskRules: [String] {
    [
      "A chair may reject a paper without review on one of these grounds, never automatically: "
        + desk.grounds.map { "“\($0.label)”" }.joined(separator: "; "),
      desk.appealable
        ? "Authors may appeal to the chairs against a rejection without review."
        : "A rejection without review is final.",
    ]
  }

  private var assignmentRules: [String] {
    let levels = bidding.levels.map { "“\($0.label)” (\($0.value))" }.joined(separator: ", ")
    let load =
      assignment.loadMinimum == 0
      ? "at most \(counted(assignment.loadMaximum, "paper"))"
      : "from \(assignment.loadMinimum) to \(counted(assignment.loadMaximum, "paper"))"
    return [
      "Reviewers bid on papers with one of these levels, which count for the assignment: \(levels).",
      "Each paper gets \(counted(assignment.reviewsPerSubmission, "review")); each reviewer gets \(load).",
      "A paper goes to whom it suits: topics count \(affinity.topicsPercent), keywords \(affinity.keywordsPercent), a "
        + "reviewer's own publications \(affinity.textsPercent) and bids \(affinity.bidsPercent) of 100.",
    ] + delegationRules
  }

  private var delegationRules: [String] {
    switch assignment.delegation {
    case .no: []
    case .yes: ["A reviewer may have somebody from outside write a review, and answers for it: \(Self.delegationBounds)"]
    case .approval:
      [
        "A reviewer may have somebody from outside write a review when a chair agrees, and answers for it: \(Self.delegationBounds)"
      ]
    }
  }

  private static let delegationBounds =
    "who writes reads that one paper without its authors, and no other review, no discussion and no decision."

  private var responseRules: [String] {
    let leads = metareviews.map { policy in
      "A metareviewer leads the discussion of a paper and sums it up for the chairs; authors "
        + (policy.isShownToAuthors ? "read a part of that with the decision." : "do not read that.")
    }
    return [
      "Authors see the reviews at \(calendar.response.opens.utc) and may answer once, in at most "
        + "\(counted(response.limitWords, "word")), until \(calendar.response.closes.utc).",
      discussion.reviewersAnonymousToEachOther
        ? "In the discussion, reviewers of a paper don't learn each other's names."
        : "In the discussion, reviewers of a paper see each other's names.",
    ] + (leads.map { [$0] } ?? [])
  }

  private var decisionRules: [String] {
    let kinds = decisions.map { "“\($0.label)”" }.listed(by: "or")
    return [
      "Chairs decide on each paper: \(kinds).",
      "All decisions stay hidden until chairs release them at once, not before \(calendar.notification.utc).",
      statisticsRule,
    ]
  }

  private var statisticsRule: String {
    switch statistics {
    case .everyone: "After that, everyone may read how many papers were submitted and accepted by track."
    case .committee: "After that, the committee may read how many papers were submitted and accepted by track."
    case .nobody: "Nobody is told how many papers were submitted and accepted by track."
    }
  }

  /// What authors of accepted papers owe; nothing where the call asks for no final version.
  private var cameraReadyRules: [String] {
    guard let cameraReady, let due = calendar.cameraReady else { return [] }
    let wants = [
      "a final version of at most \(counted(cameraReady.mainPagesLimit, "page")), references not counted",
      cameraReady.wantsSource ? "an archive of its sources" : nil,
      cameraReady.wantsORCID ? "the ORCID iD of each author" : nil,
      cameraReady.wantsPresenter ? "the name of who presents it" : nil,
    ].compactMap { $0 }
    return [
      "Authors of an accepted paper owe, until \(due.utc): \(wants.listed(by: "and")).",
      "Changes of title, abstract or authors after acceptance need the approval of a chair.",
    ]
      + cameraReady.forms.map { "They sign: “\($0.text)”" }
      + decisions.filter(\.isShepherded).map {
        "The decision “\($0.label)” means that a shepherd signs off the final version before it is published."
      }
  }

  private var artifactRules: [String] {
    guard let artifacts else { return ["This call has no artifact evaluation."] }
    return [
      "After decisions are released, authors of accepted papers are invited to artifact evaluation by the policy "
        + "“\(artifacts.policy)”.",
      (artifacts.voluntary ? "It is voluntary and has" : "It has") + " no influence on any decision.",
      "It has a committee of its own: \(counted(artifacts.evaluatorsPerArtifact, "evaluator")) for each artifact. The program "
        + "committee learns nothing of it before badges are released, and evaluators learn nothing of reviews. Authors never "
        + "learn who evaluated.",
      "Artifacts are registered until \(artifacts.calendar.registration.utc) and due at \(artifacts.calendar.artifact.utc); "
        + "an archive has at most \(sizeText(artifacts.archiveBytes)).",
      "It can award these badges, each on its own criteria: \(artifacts.badges.map(\.label).joined(separator: "; ")).",
    ]
      + artifacts.badges.filter { !$0.checklist.isEmpty }.map { badge in
        "The badge “\(badge.label)” needs: " + badge.checklist.map(\.text).joined(separator: " ")
      }
  }
}
