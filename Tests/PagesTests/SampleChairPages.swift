import Pages
import PeerReview

extension SamplePages {
  var chairs: [Sample] {
    let layout = layout(reviews: true, chairs: true, at: reviewing)
    return [
      Sample(name: "chair-home", html: chairHome.html(in: layout)),
      Sample(name: "chair-figures", html: figures.html(in: layout)),
      Sample(name: "chair-submissions", html: list.html(in: layout)),
      Sample(name: "chair-submission", html: chairSubmission.html(in: layout)),
      Sample(
        name: "view-as",
        html: ViewAsPage(
          paper: ID(text("p17")), number: SubmissionNumber(17), name: text("Barbara Liskov"), part: .reviewer(2), seen: review
        ).html(in: layout)),
      Sample(name: "tags", html: tagsPage.html(in: layout)),
      Sample(name: "many-decisions", html: manyDecisions.html(in: layout)),
      Sample(name: "many-assignments", html: manyAssignments.html(in: layout)),
      Sample(name: "dates", html: dates.html(in: layout)),
      Sample(name: "meeting", html: meeting(.paper(agenda[1]), isChair: true).html(in: layout)),
      Sample(name: "meeting-sent-out", html: meeting(.sentOut, isChair: false).html(in: layout)),
      Sample(name: "load-submissions", html: loading.html(in: layout)),
      Sample(name: "letters-to-many", html: lettersToMany.html(in: layout)),
      Sample(name: "people", html: peoplePage.html(in: layout)),
      Sample(name: "decisions", html: decisions.html(in: layout)),
      Sample(name: "letters-preview", html: preview.html(in: layout)),
      Sample(name: "outbox", html: outbox.html(in: layout)),
      Sample(name: "audit", html: audit.html(in: layout)),
      Sample(name: "reveals", html: reveals.html(in: layout)),
      Sample(name: "call-versions", html: versions.html(in: layout)),
    ]
  }

  private var chairHome: ChairHomePage {
    ChairHomePage(
      call: call,
      tasks: [
        .init(
          sentence: text("2 papers claim the workshop exception and wait for approval."), link: "/chair/submissions",
          deadline: nil, isUrgent: true),
        .init(
          sentence: text("4 reviewers have not opened their papers."), link: "/chair/people",
          deadline: SampleCall.calendar.reviewing.closes),
      ],
      figures: [
        .init(label: text("submissions"), value: "60", context: text("8 drafts, 2 withdrawn"), link: "/chair/submissions"),
        .init(label: text("reviewers"), value: "40", link: "/chair/people"),
        .init(label: text("reviews in"), value: "96", context: text("of 180 expected"), link: nil),
        .init(label: text("findings open"), value: "7", link: nil),
      ],
      submissionsByDay: (0..<46).map { .init(day: SampleCall.opens.adding(.days(Int64($0))), count: $0 * $0 * 60 / 2_025) },
      reviewsDone: 96, reviewsExpected: 180,
      reviewsByDay: (0..<20).map { .init(day: SampleCall.calendar.reviewing.opens.adding(.days(Int64($0))), count: $0 * 5) })
  }

  private var list: ChairSubmissionListPage {
    ChairSubmissionListPage(
      .init(query: text("x"), track: "research", state: "submitted", sort: "-score"),
      vocabulary: SearchVocabulary(
        texts: [.init("title", text("words in the title"), isSearchedByBareWords: true)],
        values: [
          .init("track", "the track", choices: [.init("research", text("Research"))]),
          .init("lead", text("who leads"), kind: .person), .init("response", text("whether answered"), kind: .presence),
        ],
        figures: [.init("reviews", text("reviews that are in")), .init("overall", text("grades"), isGrade: true)],
        tags: [text("discuss")]),
      tracks: call.tracks, searches: [.init(id: ID(text("s1")), name: text("shortlist"), query: text("overall > 3"))],
      rows: [
        .init(
          id: ID(text("p17")), number: SubmissionNumber(17), title: text(title), track: text("Research"),
          state: Badge(label: text("Submitted"), tone: .good), authors: .shown(text("G. Hopper, A. Lovelace")), findings: 2,
          reviews: .shown(.init(done: 2, assigned: 3)), score: .shown(3.5), tags: tags, extra: [2, nil]),
        .init(
          id: ID("p23"), number: SubmissionNumber(23), title: text("Ten Years of Feature Stores"), track: text("Industrial"),
          state: Badge(label: text("Submitted"), tone: .good), authors: .hidden(.ownOrConflicted),
          reviews: .hidden(.ownOrConflicted),
          score: .hidden(.ownOrConflicted)),
      ], columns: [text("bids"), text("spread(overall)")], page: 2, found: 250, total: 260)
  }

  private var chairSubmission: ChairSubmissionPage {
    ChairSubmissionPage(
      id: ID(text("p17")), number: SubmissionNumber(17), content: summary, state: Badge(label: text("Submitted"), tone: .good),
      authors: .shown(people3), files: files, findings: .shown(findings),
      conflicts: .shown([.init(id: text("c1"), name: text("Alan"), kind: text("Co-author"), declaredBy: text("the authors"))]),
      conflictKinds: call.conflictKinds,
      conflictForm: .init(
        people: [.init(id: ID(text("m1")), name: text("Barbara Liskov"), affiliation: text("Example Institute"))],
        person: ID(text("m1")), task: .reviewed),
      assignments: .shown([
        .init(
          reviewer: ID(text("m1")), pseudonym: 2, name: text("Barbara Liskov"), affiliation: text("Example Institute"),
          state: Badge(label: text("Review in"), tone: .good), affinity: 0.71)
      ]), candidates: [.init(id: ID(text("m2")), name: text("Frances Allen"), note: text("4 of 6 papers"))],
      acceptsPeople: true,
      exceptions: [
        .init(
          key: text("workshop"), label: text("Workshop paper"), explanation: text("New evaluation."), wantsApproval: true,
          answer: nil)
      ], reviews: .shown([card("Reviewer 1: Barbara Liskov")]), metareview: .shown(metareviewPanel),
      response: .shown(text("Thank you.")), discussion: .shown(thread),
      tags: tagPanel(forChairs: true),
      decision: .init(kinds: call.decisions, decision: "accept", note: text("Well done."), version: 1),
      openings: .init(
        openings: [.init(at: now, by: text("Clara"), to: text("Rita"), what: text("the authors"), reason: text("A case."))],
        reviewers: [.init(id: ID(text("m1")), name: text("Barbara Liskov"))],
        secrets: [.init(key: "authors", label: text("the authors"))], reason: text("Because")),
      deskRejection: .init(grounds: call.desk.grounds, standing: nil, ground: "format", explanation: text("Margins.")),
      history: [HistoryLine(at: now, who: text("Grace Hopper"), what: text("submitted the paper"))],
      problems: [FieldProblem("decision", text("Choose one."))])
  }

  private var tagsPage: TagsPage {
    TagsPage(
      tags: tags.map { .init(tag: $0, meaning: text("Means this"), papers: 3) }, query: text("(x"), words: text("discuss -old"),
      vocabulary: SearchVocabulary(texts: [], values: [], figures: [], tags: [text("discuss")]),
      problem: SearchProblem(range: 0..<1, message: text("This parenthesis is not closed.")),
      problems: [FieldProblem("tags", text("No tag."))],
      preview: .init(
        changes: [
          .init(id: ID(text("p17")), number: SubmissionNumber(17), title: text(title), before: [], after: tags)
        ], changing: 300, unchanged: 1, seen: text("abc")))
  }

  private var bulk: BulkPreview {
    BulkPreview(
      rows: [
        .init(
          id: ID(text("p17")), number: SubmissionNumber(17), title: text(title), before: text("Undecided"), after: text("Accept"))
      ], total: 700, unchanged: 1, seen: text("abc"), passedOver: [text("title")])
  }

  private var manyDecisions: ManyDecisionsPage {
    ManyDecisionsPage(
      kinds: call.decisions, query: text("overall > 3"), decision: "accept", undecidedOnly: true, csv: text("paper,decision"),
      vocabulary: SearchVocabulary(texts: [], values: [], figures: [], tags: [text("discuss")]),
      problems: [FieldProblem("csv", text("Line 2: there is no such paper."))], preview: bulk)
  }

  private var dates: DatesPage {
    DatesPage(
      dates: [.init(date: .submissionCloses, moment: now), .init(date: .notification, moment: now.adding(.days(9)))],
      changes: [
        .init(
          date: .submissionCloses, before: now, after: now.adding(.days(1)), reason: text("A storm."), isTold: true,
          by: text("Clara"),
          at: now)
      ], zone: text("UTC"), form: .init(date: "notification", to: text("soon"), reason: text("Rain."), tells: false),
      problems: [FieldProblem("to", text("No date."))])
  }

  private var agenda: [MeetingPage.Row] {
    [(15, MeetingPage.State.done), (17, .now), (23, .next)].map { number, state in
      .init(
        id: ID(text("p\(number)")), number: SubmissionNumber(number), title: text(title), track: text("Research"), state: state)
    }
  }

  private func meeting(_ now: MeetingPage.Now, isChair: Bool) -> MeetingPage {
    MeetingPage(
      now: now, since: self.now, papers: agenda, isChair: isChair, seen: text("1.1"), query: text("tag:discuss"),
      problems: isChair ? [FieldProblem("q", text("There is no such tag."))] : [])
  }

  private var figures: ChairFiguresPage {
    ChairFiguresPage(
      query: text("topic:x"), vocabulary: SearchVocabulary(texts: [], values: [], figures: []), found: 6,
      grades: .shown([
        .init(track: text("Research"), question: text("Overall"), counts: [(1, text("No"), 2), (2, text("Yes"), 4)])
      ]),
      points: .shown(
        (1...6).map { number in
          .init(
            id: ID(text("p\(number)")), number: SubmissionNumber(number), title: text(title), mean: Double(number / 2), spread: 1)
        }),
      topics: [.init(key: text("storage"), name: text("Storage"), papers: 3, experts: 1)],
      loads: .shown([.init(papers: 1, reviewers: 6), .init(papers: 2, reviewers: 1)]))
  }

  private var loading: LoadSubmissionsPage {
    LoadSubmissionsPage(
      form: .init(text: text("title"), track: "research", asSubmitted: true, reason: text("Moved"), tellsAuthors: true),
      tracks: call.tracks, problems: [FieldProblem("reason", text("Say why."))],
      preview: .init(
        rows: [.init(title: text(title), authors: [text("G. Hopper")], track: text("Research"), topics: [text("storage")])],
        total: 2, known: 1, withoutAddress: 1, seen: text("5ee7")))
  }

  private var lettersToMany: WriteLettersPage {
    let form = WriteLettersPage.Form(
      audience: .contacts, query: text("track:research"), subject: text("{title}"), body: text("Dear {name},"), isHeld: true,
      name: text("thanks"))
    return WriteLettersPage(
      form: form, drafts: [.init(id: ID(text("d1")), name: text("thanks"), form: form)],
      holdsEverything: false, releaseAfterHours: 12,
      problem: SearchProblem(range: 0..<1, message: text("no such field")), problems: [FieldProblem("body", text("Write."))],
      preview: .init(
        letters: [.init(to: text("g@x.org"), subject: text("Caches"), body: text("Dear Grace,"))], total: 2, people: 1,
        seen: text("5ee7")))
  }

  private var manyAssignments: ManyAssignmentsPage {
    ManyAssignmentsPage(
      csv: text("paper,reviewer"), problems: [FieldProblem("csv", text("Line 2: there is no such paper."))], preview: bulk)
  }

  private var reveals: RevealsPage {
    RevealsPage(
      rows: [
        .init(
          at: now, who: text("Clara"), entitlement: "chair", page: "submissions", secrets: ["authors", "reviews"],
          papers: (1...11).map { SubmissionNumber($0) })
      ], query: text("clara"), paper: text("17"), older: "/chair/reveals?page=2")
  }

  private var peoplePage: PeoplePage {
    PeoplePage(
      people: [
        .init(
          id: ID(text("m1")), name: text("Barbara Liskov"), email: text("b@x.org"), affiliation: text("Example Institute"),
          offices: [.init(key: "reviewer", label: text("reviewer")), .init(key: "chair", label: text("program chair"))],
          load: text("2 of 5 in"), lastSeenAt: now)
      ],
      invitations: [
        .init(id: text("i1"), email: text("f@x.org"), office: text("reviewer"), sentAt: now, state: Badge(label: text("Waiting")))
      ],
      offices: [.init(key: "reviewer", label: text("reviewer")), .init(key: "chair", label: text("program chair"))],
      invitation: .init(email: text("x"), name: text("X"), office: "chair", message: text("Hello")), query: text("q"),
      problems: [FieldProblem("email", text("This is not an address."))],
      asked: .init(
        csv: text("email\nada@x.org"), office: "chair", message: text("Hello"),
        preview: .init(
          rows: [.init(email: text("ada@x.org"), name: text("Ada"), office: text("program chair"))],
          counts: [.init(office: text("program chair"), count: 2)], known: 1, seen: text("5ee7"))))
  }

  private var decisions: DecisionsPage {
    DecisionsPage(
      kinds: call.decisions,
      rows: [
        .init(
          id: ID(text("p17")), number: SubmissionNumber(17), title: text(title), track: text("Research"),
          scores: .shown([4, 3, 4]),
          mean: .shown(3.67), decision: .shown("accept"), version: 1, hasNote: true),
        .init(
          id: ID("p23"), number: SubmissionNumber(23), title: text("Ten Years"), track: text("Industrial"),
          scores: .hidden(.ownOrConflicted), mean: .hidden(.ownOrConflicted), decision: .hidden(.ownOrConflicted), version: 0),
      ], query: text("x"), tracks: call.tracks,
      counts: [
        .init(label: text("Accept"), count: 12), .init(label: text("Reject"), count: 40),
        .init(label: text("Undecided"), count: 8),
      ],
      releasedAt: nil, accepts: true, timed: .init(at: now, by: text("Clara")))
  }

  private var preview: LettersPreviewPage {
    LettersPreviewPage(
      letters: [
        .init(
          number: SubmissionNumber(17), to: [text("g@x.org")], decision: text("Accept"), subject: text("Accept: #17"),
          body: text("Dear author,"))
      ], counts: [.init(label: text("Accept"), count: 12)], releasedAt: nil, seen: text("5ee7"),
      timed: .init(at: now, by: text("Clara"), failure: .undecided), zone: text("UTC"), typed: text("soon"))
  }

  private var outbox: OutboxPage {
    OutboxPage(
      letters: [
        .init(
          id: text("l1"), to: text("g@x.org"), subject: text("Received"), body: text("Dear author,"), queuedAt: now, sentAt: nil,
          state: Badge(label: text("Failed"), tone: .bad), trouble: text("450 mailbox busy"), canRetry: true),
        .init(
          id: "l2", to: text("a@x.org"), subject: text("Sign-in link"), body: nil, queuedAt: now, sentAt: now,
          state: Badge(label: text("Sent"), tone: .good)),
        .init(
          id: "l3", to: text("b@x.org"), subject: text("Soon"), body: nil, queuedAt: now, sentAt: nil,
          state: Badge(label: text("Held"), tone: .warning), canJudge: true, goesAt: now),
      ], counts: .init(waiting: 1, held: 1, sent: 120, failed: 1), query: text("x"), state: "failed",
      older: "/chair/letters?page=2")
  }

  private var audit: AuditPage {
    AuditPage(
      entries: [
        .init(
          sequence: 412, at: now, who: text("Grace Hopper"), act: text("submit"), subject: text("#17"),
          details: text("version 3"),
          hash: text("9f86d081884c7d65"))
      ], listing: .init(query: text("x"), from: text("2026-03-01"), to: text("soon")), older: "/chair/audit?before=412",
      headHash: text("9f86d081884c7d65"), problems: [FieldProblem("to", text("Write the day."))])
  }

  private var versions: CallVersionsPage {
    CallVersionsPage(
      versions: [.init(number: 1, storedAt: now, storedBy: text("Grace Hopper"), reason: text("Opening"), isCurrent: true)],
      text: text("name: MLSys 2026\ntopics:\n  - x\n"), reason: text("Typo"),
      mistakes: [.init(line: 3, column: 5, message: text("Unknown key."))])
  }

  var plans: [Sample] {
    let layout = layout(reviews: true, chairs: true, at: reviewing)
    let assignment = AssignmentPage(
      coverage: .init(
        submissions: 60, reviewers: 40, reviewsNeeded: 180, reviewsPossible: 160, reviewersWithBids: 31,
        reviewersWithExpertise: 38,
        conflicts: 112, scarce: [.init(id: ID(text("p9")), number: SubmissionNumber(9), title: text("Rare"), eligible: 2)]),
      seed: 7,
      reviewsPerSubmission: 3, loadMinimum: 2, loadMaximum: 6, accepts: true,
      plans: [
        .init(
          id: ID(text("plan1")), madeAt: now, madeBy: text("Grace Hopper"), state: Badge(label: text("Draft")), pairs: 180,
          meanAffinity: 0.634)
      ], problems: [FieldProblem("loadMaximum", text("Too small."))],
      infeasible: [text("#9 has 2 possible reviewers; 3 are needed.")])
    let plan = PlanPage(
      id: ID(text("plan1")), state: Badge(label: text("Draft")), method: text("Drawn by lot"), version: 2,
      papers: [
        .init(
          id: ID(text("p17")), number: SubmissionNumber(17), title: text(title),
          pairs: [
            .init(reviewer: ID(text("m1")), name: text("Barbara Liskov"), affinity: 0.92, parts: text("topics 0.62, bid +0.30")),
            .init(reviewer: ID("m2"), name: text("Frances Allen"), affinity: 0.4, parts: text("topics 0.40"), addedByHand: true),
          ], wanted: 3)
      ], reviewers: [.init(id: ID(text("m1")), name: text("Barbara Liskov"), load: 4, loadMaximum: 6)],
      statistics: .init(
        meanAffinity: 0.634, lowestPaperAffinity: 0.31, lowestTenthAffinity: 0.35,
        worstPapers: [.init(id: ID(text("p9")), number: SubmissionNumber(9), title: text("Rare"), affinity: 0.31)], wishes: 140,
        wishesMet: 97, pairsWithBid: 101, pairs: 180, reviewersByLoad: [0, 0, 3, 5, 12, 14, 6],
        pairsByAffinity: [0, 2, 6, 14, 22, 31, 40, 38, 20, 7], guarantee: .init(affinity: 0.28, bound: 0.41)),
      shortages: [text("#17 has 2 of 3 reviewers.")], accepts: true,
      query: text("x"),
      explanation: .init(
        id: ID(text("p17")), number: SubmissionNumber(17), title: text(title),
        assigned: [
          .init(
            name: text("Barbara Liskov"), affinity: 0.92, parts: text("topics 0.62, bid +0.30"), load: text("4 of 6 papers"),
            reason: text("Without them Frances Allen would be next."))
        ],
        others: [
          .init(
            name: text("Frances Allen"), affinity: 0.4, parts: text("topics 0.40"), load: text("6 of 6 papers"),
            reason: text("Wanted elsewhere."))
        ], othersLeftOut: 2, barred: [text("Grace Hopper")]))
    let making = PlanPage(
      id: ID(text("plan2")), state: Badge(label: text("Being made")), isBeingMade: true, step: text("It reads."), version: 0,
      papers: [], reviewers: [],
      statistics: .init(
        meanAffinity: 0, lowestPaperAffinity: 0, pairsWithBid: 0, pairs: 0, reviewersByLoad: [], pairsByAffinity: []),
      accepts: false)
    let releasing = PlanPage(
      id: ID(text("plan3")), state: Badge(label: text("Being released")), isBeingReleased: true, version: 0, papers: [],
      reviewers: [], statistics: making.statistics, accepts: false)
    return [
      Sample(name: "plan-being-released", html: releasing.html(in: layout)),
      Sample(name: "plan-being-made", html: making.html(in: layout)),
      Sample(name: "assignment", html: assignment.html(in: layout)), Sample(name: "plan", html: plan.html(in: layout)),
    ]
  }
}
