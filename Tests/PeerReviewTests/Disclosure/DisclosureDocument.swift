import PeerReview

/// The whole table of disclosure as Markdown, for chairs. Rendered from `DisclosureRules`, so it can't say otherwise.
enum DisclosureDocument {
  struct Section {
    let title: String
    let words: String
    let standings: [Standing]
  }

  static let sections = [
    Section(
      title: "Authors", words: "Everyone on the paper's current author list, contact or not. Contacts may also edit the paper.",
      standings: [.author(contact: true), .author(contact: false)]),
    Section(
      title: "Chairs", words: "A program chair who neither wrote the paper nor is in conflict with it.", standings: [.chair]),
    Section(
      title: "Reviewers whose review is not in yet",
      words: "The paper is assigned to them. A draft does not count as in. What they wrote themselves they always see.",
      standings: [.reviewer(ownReviewIn: false)]),
    Section(
      title: "Reviewers whose review is in",
      words: "From the moment they submit their own review of this paper. What they wrote themselves they always see.",
      standings: [.reviewer(ownReviewIn: true)]),
    Section(
      title: "Metareviewers of the paper",
      words:
        "Where the call has meta-reviews: whoever leads the discussion of the paper. What they wrote themselves they always see.",
      standings: [.metareviewer]),
    Section(
      title: "External reviewers who were asked",
      words: "Where the call lets reviewers have others write for them: whoever a reviewer of the paper asked and, where that is "
        + "wanted, a chair agreed to, until they answer. They read title and abstract, to know of a conflict.",
      standings: [.external(accepted: false)]),
    Section(
      title: "External reviewers who accepted",
      words:
        "Until the reviewer takes it back, has the paper no more, or the discussion closes; no other review, no name but that of "
        + "who asked. What they wrote themselves they see.",
      standings: [.external(accepted: true)]),
    Section(
      title: "People in conflict",
      words: "Whoever declared the conflict, and whatever office the person holds. Someone who stood on an earlier author "
        + "list and does not any more counts as in conflict.",
      standings: [.conflicted]),
    Section(
      title: "Committee without the paper",
      words:
        "They serve as reviewers or metareviewers and are not in conflict with the paper. Recused and replaced reviewers are among them: "
        + "what they read while it was theirs they have read. Their own bids they always see.",
      standings: [.committee]),
    Section(
      title: "Publication chairs",
      words:
        "At the desk of their office, from the release on and for accepted papers alone; an office elsewhere shows what it shows.",
      standings: [.publication]),
    Section(
      title: "Everyone else", words: "Authors of other papers, visitors, committees of other conferences on the same server.",
      standings: [.outsider]),
  ]

  private static let intro = """
    # Who sees what

    What Lectern shows of a paper depends on three things: what the viewer is to that paper, how far the call has come, and
    whether the call keeps reviewers anonymous to each other. This page is the whole table. It is written from the rules
    themselves (`Sources/PeerReview/Disclosure`), and a test fails when the two differ.

    **What the viewer is.** For each paper a viewer is exactly one of these; the first that fits counts: author, in
    conflict, chair, metareviewer of it, reviewer of it, external reviewer of it, reviewer of others, anyone else. So a chair who wrote a paper is its author and nothing
    more, and a chair in conflict with a paper does not meet it at all: not in lists, counts, letters or the record.

    **When.** The committee looks at papers once bidding opens. Reviews are due to authors when the call's response period
    opens. Decisions are released by a chair, all at once, not before the moment the call names. Time and a release only add
    to what is shown; only a chair who moves the call's dates can make a moment that has come lie ahead again.

    **How to read the tables.** They list what is secret of a paper that was submitted; a draft is known to its authors and
    the chairs. Each column holds from its moment on, until the next. “Shown” means that this viewer may read it. Everything
    else is hidden, for the reason that stands there:

    | Reason | Means |
    |---|---|
    """

  static func render() -> String {
    var lines = [intro]
    lines += Secrecy.allCases.map { "| \($0.words) | \($0.meaning) |" }
    for section in sections {
      lines += ["", "## \(section.title)", "", section.words, ""]
      lines += table(for: section.standings)
    }
    lines += artifacts
    lines += retention
    lines += ["", "## Beside papers", "", "What the server holds that is no paper's.", ""]
    lines += ["| | " + HouseStanding.allCases.map(\.rawValue).joined(separator: " | ") + " |"]
    lines += ["|---|" + HouseStanding.allCases.map { _ in "---|" }.joined()]
    lines += HouseSecret.allCases.map { secret in
      let cells = HouseStanding.allCases.map { DisclosureRules.secrecy(of: secret, for: $0)?.words ?? "**shown**" }
      return "| \(secret.words) | " + cells.joined(separator: " | ") + " |"
    }
    lines += ["", records]
    lines += Secret.allCases.compactMap { secret in recorded(secret).map { "| \(secret.words) | \($0) |" } }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a call may close after the year, rendered from the kinds themselves.
  private static var retention: [String] {
    let words = """

      ## When the year is over

      The section `retention` of the call file names days after the year on which some of it is closed to those who could read it
      until then, and on which it is deleted. Closing only takes away. What nobody is named for stays as the tables say.

      | Kind | Closes | Can be closed to | Can be deleted |
      |---|---|---|---|
      """
    return [words]
      + RetentionKind.allCases.map { kind in
        let secrets = Secret.allCases.filter(kind.secrets.contains).map(\.words)
        let readers = kind.readers.map(\.rawValue).joined(separator: ", ")
        return "| \(kind.label) | \(secrets.isEmpty ? "nothing before it is deleted" : secrets.joined(separator: "; ")) "
          + "| \(readers.isEmpty ? "nobody" : readers) | \(kind.canBeDeleted ? "yes" : "no: the record forgets nothing") |"
      }
  }

  private static let artifactIntro = """

    ## Artifacts

    Artifact evaluation has a committee of its own. What somebody is to an artifact is decided by itself: an office on the
    program committee counts for nothing here, and one on the artifact committee for nothing at papers. The first that fits
    counts: author, in conflict, artifact chair, evaluator of it, evaluator of others, anyone else; program chairs and
    reviewers are among the last. No page of the artifact committee reads a review, a score, a comment or the note of a
    decision; its letters and entries of the record are not found by program chairs. Awarded badges are public once they are
    released; nothing else ever is.

    | Of the artifact | At first | Registration has closed | Artifacts are due | Badges are released |
    |---|---|---|---|---|
    """

  private static let artifactMoments = [
    ArtifactMoment(registrationClosed: false, artifactsDue: false, badgesReleased: false),
    ArtifactMoment(registrationClosed: true, artifactsDue: false, badgesReleased: false),
    ArtifactMoment(registrationClosed: true, artifactsDue: true, badgesReleased: false),
    ArtifactMoment(registrationClosed: true, artifactsDue: true, badgesReleased: true),
  ]

  /// Contacts see what other authors see: see `DisclosureDocumentTests`.
  static let artifactStandings: [(standing: ArtifactStanding, words: String)] = [
    (.author(contact: true), "Authors"), (.chair, "Artifact chairs"),
    (.evaluator(ownEvaluationIn: false), "Evaluators whose evaluation is not in yet"),
    (.evaluator(ownEvaluationIn: true), "Evaluators whose evaluation is in"), (.committee, "Evaluators without the artifact"),
    (.conflicted, "People in conflict"), (.outsider, "Everyone else, the program committee among them"),
  ]

  private static var artifacts: [String] {
    [artifactIntro]
      + artifactStandings.flatMap { standing, words in
        ["| **\(words)** | | | | |"]
          + ArtifactSecret.allCases.map { secret in
            let cells = artifactMoments.map {
              DisclosureRules.secrecy(of: secret, for: standing, at: $0)?.words ?? "**shown**"
            }
            return "| \(secret.words) | " + cells.joined(separator: " | ") + " |"
          }
      }
  }

  private static let records = """
    ## What is put on record

    Each time a chair is shown one of these, a line says who, when, of which papers and by which right. The other chairs
    read it under “Reveals”, and `lectern audit reveals` lists it. Pages about no paper (who serves and how much they have
    done, how far all papers together are, the call's versions) write no line: a count names nobody.

    | Of the paper | On record |
    |---|---|
    """

  private static func recorded(_ secret: Secret) -> String? {
    let stages = columns.dropLast().map { DisclosureRules.isRecorded(secret, at: moment($0, anonymous: true)) }
    if stages.allSatisfy({ $0 }) { return "always" }
    return stages.lastIndex(of: true).map { "until “\(columns[$0 + 1].title)”" }
  }

  private typealias Column = (
    title: String, biddingOpened: Bool, reviewsAvailable: Bool, decisionsReleased: Bool, metareviewersRead: Bool
  )

  /// The moments a call goes through, then the one that needs dates moved after the release.
  private static let columns: [Column] = [
    ("At first", false, false, false, false), ("Bidding has opened", true, false, false, false),
    ("Metareviewers may read", true, false, false, true), ("Reviews are due", true, true, false, true),
    ("Decisions are released", true, true, true, true),
    ("Released, then dates moved so that reviews are not due", true, false, true, false),
  ]

  private static func moment(_ column: Column, anonymous: Bool) -> DisclosureMoment {
    DisclosureMoment(
      biddingOpened: column.biddingOpened, reviewsAvailable: column.reviewsAvailable,
      decisionsReleased: column.decisionsReleased, reviewersAnonymous: anonymous,
      metareviewersRead: column.metareviewersRead, metareviewsForAuthors: true)
  }

  /// Those at which something changes; one when nothing ever does.
  private static func columns(for standings: [Standing]) -> [Column] {
    func cells(_ column: Column) -> [String] {
      [true, false].flatMap { anonymous in Secret.allCases.map { cell($0, standings, column, anonymous: anonymous) } }
    }
    var kept: [Column] = []
    for column in columns {
      if kept.last.map({ cells($0) != cells(column) }) ?? true { kept.append(column) }
    }
    return kept.count == 1 ? [("At any time", true, true, true, true)] : kept
  }

  private static func table(for standings: [Standing]) -> [String] {
    let columns = columns(for: standings)
    func row(_ secret: Secret, _ suffix: String, anonymous: Bool) -> String {
      let cells = columns.map { cell(secret, standings, $0, anonymous: anonymous) }
      return "| \(secret.words)\(suffix) | \(cells.joined(separator: " | ")) |"
    }
    let head = "| Of the paper | \(columns.map(\.title).joined(separator: " | ")) |"
    let rows = Secret.allCases.flatMap { secret in
      row(secret, "", anonymous: true) == row(secret, "", anonymous: false)
        ? [row(secret, "", anonymous: true)]
        : [
          row(secret, ", where reviewers are anonymous to each other", anonymous: true),
          row(secret, ", where they are not", anonymous: false),
        ]
    }
    return [head, "|---|" + columns.map { _ in "---|" }.joined()] + rows
  }

  /// Standings of one section agree; where they don't, the cell shows it and the test fails.
  private static func cell(_ secret: Secret, _ standings: [Standing], _ column: Column, anonymous: Bool) -> String {
    let moment = moment(column, anonymous: anonymous)
    let words = standings.map { DisclosureRules.secrecy(of: secret, for: $0, at: moment)?.words ?? "**shown**" }
    return Set(words).sorted().joined(separator: " / ")
  }
}

extension Secret {
  fileprivate var words: String {
    switch self {
    case .submission: "That there is such a paper: number, title, abstract, topics"
    case .reviewerCopy: "Its files, cleaned of what tells of their maker"
    case .originalFiles: "Its files as uploaded, every version"
    case .authors: "The authors: names, addresses, affiliations"
    case .preprint: "A link to a preprint"
    case .declarations: "Declarations and claimed exceptions"
    case .screeningFindings: "Findings of the format and anonymity checks"
    case .declaredConflicts: "Conflicts the authors declared: with whom, of what kind"
    case .committeeConflicts: "Conflicts reviewers and chairs declared: who, of what kind"
    case .bids: "Bids"
    case .assignments: "Which reviewers have it"
    case .reviewCount: "How many reviewers and reviews it has"
    case .reviewerIdentity: "Who the reviewers are"
    case .reviews: "Reviews, as far as they are for authors"
    case .reviewsForChairs: "Private remarks to the chairs in reviews"
    case .reviewRatings: "What chairs think of the reviews"
    case .discussion: "The discussion, and that there is any"
    case .metareview: "What the metareviewer writes for authors, where the call shows it to them"
    case .metareviewForChairs: "What the metareviewer recommends and writes for the chairs"
    case .response: "The authors' response"
    case .decision: "The decision and its note"
    case .deskRejection: "A rejection without review and its ground"
    case .chairNotes: "The chairs' notes"
    case .letters: "Letters to others about it"
    case .integrityCases: "Integrity cases"
    case .tags: "Tags of the committee, places in an order, sums of votes"
    case .chairTags: "Tags chairs keep among themselves"
    case .finalVersion: "The final version: its form, files and shepherd; a reviewer sees it once named its shepherd"
    }
  }
}

extension ArtifactSecret {
  fileprivate var words: String {
    switch self {
    case .artifact: "That there is one: the paper's title, what it is and needs, the badges requested"
    case .files: "Its claims, location and files, and the accepted paper with its authors"
    case .evaluators: "Who evaluates it, behind the letter"
    case .dialogue: "Kick-the-tires reports and the dialogue"
    case .evaluations: "Evaluations, as far as they are for authors"
    case .evaluationsForChairs: "Words to the artifact chairs, nominations"
    case .badges: "Which badges are awarded or refused, with the notes"
    case .preferences: "Who would like to evaluate it"
    case .conflicts: "Who must not evaluate it"
    }
  }
}

extension HouseSecret {
  fileprivate var words: String {
    switch self {
    case .committee: "Who serves: names and affiliations"
    case .service: "Addresses of those who serve, their load, when they were last here"
    case .invitations: "Who was invited, and the answers"
    case .account: "That an address has an account, and what stands in it"
    case .record: "The record of acts and reveals"
    case .outbox: "The outbox"
    case .figures: "How far all papers together are, in counts"
    case .searches: "Searches that chairs keep and share"
    case .callVersions: "Earlier versions of the call"
    case .otherConference: "Another conference on the same server"
    case .coauthorships: "Who wrote with whom, by the lists reviewers loaded; its authors are asked about it on their papers"
    }
  }
}

extension Secrecy {
  fileprivate var words: String {
    switch self {
    case .doubleBlind: "double blind"
    case .ownOrConflicted: "in conflict"
    case .ownReviewMissing: "own review first"
    case .notYetReleased: "not yet"
    case .officeOnly: "other office"
    case .ownEvaluationMissing: "own evaluation first"
    case .evaluatorsAnonymous: "anonymous"
    case .sealed: "closed"
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .doubleBlind:
      "Authors and reviewers, and reviewers among each other where the call says so, never learn who the others are; unless "
        + "a chair opens it to a reviewer of the paper, with a reason and on record."
    case .ownOrConflicted: "Someone in conflict with a paper learns nothing of it."
    case .ownReviewMissing: "A reviewer reads the others once the own review is in, so that it stays their own."
    case .notYetReleased: "The moment stated by the call, or the chairs' release, has not come."
    case .officeOnly: "It belongs to an office this viewer does not hold."
    case .ownEvaluationMissing: "An evaluator of an artifact reads the others once the own evaluation is in."
    case .evaluatorsAnonymous: "Evaluators of artifacts are known to artifact chairs only."
    case .sealed: "The call kept it only until some day, which has come: see below."
    }
  }
}
