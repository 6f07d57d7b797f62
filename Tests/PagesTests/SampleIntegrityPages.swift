import Pages
import PeerReview

/// Conflicts that are suspected and suggested, and matters of integrity.
extension SamplePages {
  private var paper: PaperReference {
    PaperReference(id: ID("p17"), number: SubmissionNumber(17), title: text("Paged Attention"))
  }

  private var evidence: [ConflictEvidenceLine] {
    [
      .init(author: text("Ada Lovelace"), sentence: text("same institution: Example University")),
      .init(author: "", sentence: text("wrote together: “Rivers” (2025)")),
    ]
  }

  private var words: [DeclarationWord] {
    [
      .init(at: now, by: text("Clara"), kind: .question, text: text("How do you know them?")),
      .init(at: now, by: text("Ada"), kind: .answer, text: text("From a summer school.")),
      .init(at: now, by: text("Clara"), kind: .removed, text: text("That is no reason."), removed: [text("Ron")]),
    ]
  }

  private var suggestions: [ConflictSuggestion] {
    [
      .init(
        member: ID("m1"), about: text("m1"), name: text("Rita"), affiliation: text("Lab"), kind: "institution", evidence: evidence
      ),
      .init(member: nil, about: text("ada byron"), name: text("Ada Byron"), affiliation: "", kind: "", evidence: evidence),
    ]
  }

  var integrity: [Sample] {
    conflicts + cases + [Sample(name: "many-rejections", html: rejections.html(in: layout(chairs: true)))]
  }

  private var rejections: ManyRejectionsPage {
    ManyRejectionsPage(
      grounds: call.desk.grounds, query: text("findings > 3"), ground: "", explanation: text("Not ours."),
      vocabulary: SearchVocabulary(texts: [], values: [], figures: [], tags: []),
      problems: [FieldProblem("ground", text("Choose a ground."))],
      preview: BulkPreview(
        rows: [
          .init(
            id: ID("p17"), number: SubmissionNumber(17), title: text("T"), before: text("Under review"), after: text("Rejected"))
        ],
        total: 1, unchanged: 2, seen: text("abc")))
  }

  private var conflicts: [Sample] {
    let layout = layout(reviews: true, chairs: true)
    let suspects =
      [
        ConflictConsolePage.Suspect(
          paper: paper, person: ID("m1"), name: text("Rita"), affiliation: text("Lab"), evidence: evidence, kind: "institution"),
        ConflictConsolePage.Suspect(
          paper: paper, person: ID("m2"), name: text("Clara"), affiliation: "", evidence: evidence, kind: "", isOneself: true),
        ConflictConsolePage.Suspect(
          paper: paper, person: ID("m3"), name: text("Ron"), affiliation: text("Lab"), evidence: evidence, kind: "",
          dismissal: .init(by: text("Cyril"), at: now, reason: text("A namesake."))),
      ]
      + SuspectTask.allCases.map { task in
        ConflictConsolePage.Suspect(
          paper: paper, person: ID("m-\(task.rawValue)"), name: text("Rita"), affiliation: text("Lab"), evidence: evidence,
          kind: "", task: task, seen: "open \(task.rawValue)")
      }
    let confirmed = ConflictConsolePage(
      state: "confirmed", suspects: [],
      confirmed: [
        .init(paper: paper, conflict: "c1", name: text("Rita"), kind: text("Advisor"), at: now, evidence: evidence),
        .init(paper: paper, conflict: "c2", name: text("Ron"), kind: text("Advisor"), at: now, evidence: []),
      ], kinds: call.conflictKinds, found: 2, declarations: [],
      typed: .init(paper: ID("p17"), person: ID("m9"), kind: "", reason: text("They never met.")))
    let console = ConflictConsolePage(
      state: "all", suspects: suspects, kinds: call.conflictKinds, page: 2, found: 120,
      declarations: [.init(paper: paper, signs: [text("Its authors declare 12.")], state: Badge(label: text("Open")))],
      typed: .init(paper: ID("p17"), person: ID("m1"), kind: "", reason: text("No.")),
      problems: [FieldProblem("reason", text("Say why."))])
    let declarations = DeclarationsPage(
      paper: paper, signs: [text("Its authors declare 12.")],
      rows: [
        .init(
          id: "c1", name: text("Rita"), email: text("rita@x.org"), kind: text("Advisor"), isMember: true, support: evidence,
          expertRank: 2),
        .init(
          id: "c2", name: text("Ron"), email: text("ron@x.org"), kind: text("Advisor"), isMember: true, support: [],
          expertRank: nil),
        .init(
          id: "c3", name: text("Kim"), email: text("kim@x.org"), kind: text("Advisor"), isMember: false, support: [],
          expertRank: nil),
      ], words: words, state: Badge(label: text("Open")), text: text("Why?"), problems: [FieldProblem("text", text("Too short."))]
    )
    return [
      Sample(name: "conflict-console", html: console.html(in: layout)),
      Sample(
        name: "conflict-console-empty",
        html: ConflictConsolePage(state: "open", suspects: [], kinds: call.conflictKinds, found: 0, declarations: []).html(
          in: layout)),
      Sample(name: "conflict-console-confirmed", html: confirmed.html(in: layout)),
      Sample(name: "declarations", html: declarations.html(in: layout)),
      Sample(
        name: "declarations-author",
        html: AuthorDeclarationsPage(
          paper: paper, declared: [text("Rita: Advisor")], words: words, accepts: true, text: text("We met."),
          problems: [FieldProblem("text", text("Too short."))]
        ).html(in: layout)),
      Sample(
        name: "conflicts-suggested",
        html: ConflictsPage(conflicts: [], kinds: call.conflictKinds, closes: now, suggestions: suggestions).html(in: layout)),
    ]
  }

  private var cases: [Sample] {
    let layout = layout(chairs: true)
    let entries: [IntegrityCasePage.Entry] = [
      .init(
        number: 1, kind: .evidence, text: text("They share a section."), finding: ID("f1"), file: nil, by: text("Clara"), at: now),
      .init(
        number: 2, kind: .evidence, text: "", finding: nil, file: .init(name: text("report.pdf"), sizeBytes: 9_000),
        by: text("Clara"),
        at: now),
    ]
    func page(_ outcome: IntegrityOutcome?, _ action: String) -> HTML {
      IntegrityCasePage(
        id: ID("i1"), title: text("Shared text"), papers: [paper], people: [text("Ada (ada@x.org)")], outcome: outcome,
        entries: entries,
        typed: .init(action: action, kind: "note", text: text("A note."), papers: text("17"), people: text("a@b.org")),
        problems: [FieldProblem("text", text("Too short."))]
      ).html(in: layout)
    }
    let rows: [IntegrityCasesPage.Row] = [
      .init(
        id: ID("i1"), title: text("Shared text"), papers: [SubmissionNumber(17)], openedBy: text("Clara"), openedAt: now,
        outcome: nil),
      .init(id: ID("i2"), title: text("Bids"), papers: [], openedBy: text("Clara"), openedAt: now, outcome: .unfounded),
    ]
    return [
      Sample(
        name: "integrity-cases",
        html: IntegrityCasesPage(
          cases: rows,
          draft: .init(title: text("T"), papers: text("17"), people: text("a@b.org"), text: text("Why"), finding: "f1"),
          problems: [FieldProblem("title", text("Too short."))]
        ).html(in: layout)),
      Sample(name: "integrity-cases-empty", html: IntegrityCasesPage(cases: []).html(in: layout)),
      Sample(name: "integrity-case", html: page(nil, "add")),
      Sample(name: "integrity-case-closed", html: page(.sanctioned, "reopen")),
    ]
  }
}
