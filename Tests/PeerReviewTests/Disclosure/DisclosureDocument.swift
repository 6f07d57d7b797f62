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
      title: "People in conflict",
      words: "Whoever declared the conflict, and whatever office the person holds. Someone who stood on an earlier author "
        + "list and does not any more counts as in conflict.",
      standings: [.conflicted]),
    Section(
      title: "Everyone else", words: "Reviewers to whom the paper is not assigned, authors of other papers, visitors.",
      standings: [.outsider]),
  ]

  private static let intro = """
    # Who sees what

    What Lectern shows of a paper depends on three things: what the viewer is to that paper, whether the reviews are due
    to the authors, and whether decisions were released. This page is the whole table. It is written from the rules
    themselves (`Sources/PeerReview/Disclosure/DisclosureRules.swift`), and a test fails when the two differ.

    **What the viewer is.** For each paper a viewer is exactly one of these; the first that fits counts: author, in
    conflict, chair, reviewer, anyone else. So a chair who wrote a paper is its author and nothing more, and a chair in
    conflict with a paper does not meet it at all: not in lists, counts, letters or the record.

    **When.** Reviews are due to authors when the call's response period opens. Decisions are released by a chair, all
    at once, not before the moment the call names. Time and a release only add to what is shown; only a chair who moves
    the call's dates can make a moment that has come lie ahead again.

    **How to read the tables.** They list what is secret of a paper that was submitted. Title, abstract, topics and
    keywords are not in them: every reviewer without a conflict sees those when bidding, and who has the paper to review
    opens the manuscript and the appendix too. “Shown” means that this viewer may read it. Everything else is hidden, for
    the reason that stands there:

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
    return lines.joined(separator: "\n") + "\n"
  }

  private typealias Column = (title: String, reviewsAvailable: Bool, decisionsReleased: Bool)

  /// The moments a call goes through, then the one that needs dates moved after the release.
  private static let columns: [Column] = [
    ("Before reviews are due", false, false), ("Reviews due", true, false), ("Decisions released", true, true),
    ("Released, then dates moved so that reviews are not due", false, true),
  ]

  /// As few columns as tell all: one when nothing ever changes, two when only the release does.
  private static func columns(for standings: [Standing]) -> [Column] {
    let cells = columns.map { column in
      [true, false].flatMap { anonymous in Secret.allCases.map { cell($0, standings, column, anonymous: anonymous) } }
    }
    guard cells[0] == cells[1], cells[2] == cells[3] else { return columns }
    return cells[0] == cells[2]
      ? [("At any time", true, true)] : [("Before decisions are released", true, false), ("Afterwards", true, true)]
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
    let moment = DisclosureMoment(
      reviewsAvailable: column.reviewsAvailable, decisionsReleased: column.decisionsReleased, reviewersAnonymous: anonymous)
    let words = standings.map { DisclosureRules.secrecy(of: secret, for: $0, at: moment)?.words ?? "**shown**" }
    return Set(words).sorted().joined(separator: " / ")
  }
}

extension Secret {
  fileprivate var words: String {
    switch self {
    case .authors: "The authors: names, addresses, affiliations"
    case .reviewerIdentity: "Who the reviewers are"
    case .reviews: "Reviews, as far as they are for authors"
    case .reviewsForChairs: "Private remarks to the chairs in reviews"
    case .discussion: "The discussion"
    case .response: "The authors' response"
    case .decision: "The decision and its note"
    case .deskRejection: "A rejection without review and its ground"
    case .declaredConflicts: "Conflicts the authors declared"
    case .bids: "Bids"
    case .screeningFindings: "Findings of the format and anonymity checks"
    case .preprint: "A link to a preprint"
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
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .doubleBlind:
      "Authors and reviewers, and reviewers among each other where the call says so, never learn who the others are."
    case .ownOrConflicted: "Someone in conflict with a paper learns nothing of it."
    case .ownReviewMissing: "A reviewer reads the others once the own review is in, so that it stays their own."
    case .notYetReleased: "The moment stated by the call, or the chairs' release, has not come."
    case .officeOnly: "It belongs to an office this viewer does not hold."
    }
  }
}
