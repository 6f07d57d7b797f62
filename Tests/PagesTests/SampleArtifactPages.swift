import Pages
import PeerReview

extension SamplePages {
  var artifacts: [Sample] {
    let author = layout()
    let late = layout(at: SampleCall.closes.adding(.days(130)))
    return [
      Sample(name: "artifact-none", html: artifactPage(.none(offersRegistration: true)).html(in: author)),
      Sample(name: "artifact-late", html: artifactPage(.none(offersRegistration: false)).html(in: late)),
      Sample(
        name: "artifact",
        html: artifactPage(
          .open, missing: ["archive", "claims", "claims.0.claim", "location", "badges"],
          problems: [FieldProblem("location", text("A home page is not an archive."))], savedElsewhere: true
        ).html(in: author)),
      Sample(name: "artifact-closed", html: artifactPage(.closed, isReleased: true).html(in: late)),
      Sample(
        name: "evaluator-home",
        html: EvaluatorHomePage(
          calendar: artifactPolicy.calendar,
          tasks: [
            .init(id: ID(text("e1")), number: SubmissionNumber(17), title: text("A title"), hasReport: true, isSubmitted: false)
          ], levels: call.bidding.levels, choices: [choice(17), choice(18)], accepts: true
        ).html(in: author)),
      Sample(
        name: "evaluator-home-late",
        html: EvaluatorHomePage(
          calendar: artifactPolicy.calendar, tasks: [], levels: call.bidding.levels, choices: [choice(17)], accepts: false
        ).html(in: late)),
      Sample(name: "evaluation", html: evaluationPage(accepts: true).html(in: author)),
      Sample(name: "evaluation-closed", html: evaluationPage(accepts: false).html(in: late)),
      Sample(
        name: "visit",
        html: VisitPage(
          number: SubmissionNumber(17), location: text("10.5281/zenodo.1"),
          address: Link(web: "https://doi.org/10.5281/zenodo.1"),
          host: text("doi.org"), isArchival: true, back: "/evaluations/e1"
        ).html(in: author)),
      Sample(name: "artifacts", html: artifactsPage(releasedAt: nil).html(in: late)),
      Sample(name: "artifacts-released", html: artifactsPage(releasedAt: now).html(in: late)),
      Sample(name: "chair-artifact", html: chairArtifactPage(releasedAt: nil).html(in: late)),
      Sample(name: "chair-artifact-released", html: chairArtifactPage(releasedAt: now).html(in: late)),
      Sample(
        name: "artifact-people",
        html: PeoplePage(
          committee: .artifacts,
          people: [
            .init(
              id: ID(text("p1")), name: text("Elsa"), email: text("elsa@example.org"), affiliation: text("Laboratory"),
              offices: [.init(key: "artifact-evaluator", label: text("artifact evaluator"))], load: nil, lastSeenAt: now)
          ],
          invitations: [
            .init(
              id: text("i1"), email: text("new@example.org"), office: text("artifact evaluator"), sentAt: now,
              state: Badge(label: text("Waiting")))
          ], offices: [.init(key: "artifact-evaluator", label: text("artifact evaluator"))]
        ).html(in: author)),
    ]
  }

  var artifactPolicy: ArtifactPolicy {
    let day = SampleCall.closes
    return ArtifactPolicy(
      policy: text("ACM badging"), voluntary: true,
      calendar: ArtifactCalendar(
        registration: day.adding(.days(95)), artifact: day.adding(.days(102)), kickTheTires: day.adding(.days(109)),
        answers: day.adding(.days(116)), evaluation: day.adding(.days(123)), badges: day.adding(.days(126))),
      evaluatorsPerArtifact: 2, loadMaximum: 3, archiveBytes: 1_000_000,
      badges: [
        .init(kind: .available, label: text("Available"), checklist: [.init(key: "archived", text: text("It is archived."))]),
        .init(kind: .functional, label: text("Functional"), checklist: [.init(key: "runs", text: text("It runs."))]),
      ])
  }

  private var content: ArtifactContent {
    ArtifactContent(
      description: text("Traces."), claims: [ArtifactClaim(claim: text("It is fast."), experiments: text("Run it."))],
      hardware: text("Any."), duration: text("An hour."), accounts: text("None."), location: text("10.5281/zenodo.1"),
      access: text("No word."), badges: [.available, .functional])
  }

  private func artifactPage(
    _ state: ArtifactPage.State, missing: [String] = [], problems: [FieldProblem] = [], savedElsewhere: Bool = false,
    isReleased: Bool = false
  ) -> ArtifactPage {
    ArtifactPage(
      id: ID(text("p17")), number: SubmissionNumber(17), paperTitle: text("A title"), policy: artifactPolicy, state: state,
      content: content, version: 2, missing: missing.map { FieldProblem($0, text("Give it.")) },
      files: ArtifactSlot.allCases.map { slot in
        ArtifactFilePanel(
          slot: slot, limitBytes: 1_000_000,
          versions: [2, 1].map { .init(number: $0, sizeBytes: 10, sha256: text("ab"), at: now) }, accepts: state == .open,
          problems: [FieldProblem("file", text("No archive."))])
      }, committee: [.init(id: ID("m1"), name: text("Elsa"), affiliation: text("Laboratory"), isKept: true)],
      dialogue: dialogue(accepts: true), outcomes: isReleased ? .shown(outcomes) : .hidden(.notYetReleased),
      evaluations: isReleased ? .shown([card]) : .hidden(.notYetReleased), problems: problems,
      savedElsewhere: savedElsewhere ? content : nil)
  }

  private func dialogue(accepts: Bool) -> ArtifactDialogue {
    ArtifactDialogue(
      reports: KickTheTires.allCases.map { .init(who: text("Evaluator B"), outcome: $0, text: text("It stops."), at: now) },
      messages: [.init(who: text("Ada"), text: text("Any shell."), at: now)], accepts: accepts, due: now.adding(.days(3)),
      typed: text("As typed"), problems: [FieldProblem("text", text("Write something."))])
  }

  private var outcomes: [BadgeOutcome] {
    [
      .init(label: text("Available"), isAwarded: true, note: ""),
      .init(label: text("Functional"), isAwarded: false, note: text("No.")),
    ]
  }

  private var card: EvaluationCard {
    EvaluationCard(
      heading: text("Evaluator B"), at: now,
      verdicts: [true, false, nil].map {
        .init(badge: text("Available"), recommends: $0, checks: [.init(text: text("It is archived."), holds: $0 == true)])
      }, toAuthors: text("Fine."), toChairs: text("Hm."), nomination: text("It is small."))
  }

  private func choice(_ number: Int) -> EvaluatorHomePage.Choice {
    .init(
      id: ID(text("a\(number)")), number: SubmissionNumber(number), title: text("A title"), description: text("Traces."),
      hardware: text("Any."), badges: [text("Available")], level: "eager")
  }

  private var artifactSummary: ArtifactSummary {
    ArtifactSummary(
      number: SubmissionNumber(17), title: text("A title"), abstract: text("An abstract."), authors: [text("Ada")],
      content: content, badges: [text("Available")],
      paperFiles: [.init(label: text("The accepted paper (PDF)"), link: "/evaluations/e1/files/paper", sizeBytes: 10)],
      files: [.init(label: text("Archive"), link: "/evaluations/e1/files/archive", sizeBytes: 10)], visit: "/evaluations/e1/visit"
    )
  }

  private func evaluationPage(accepts: Bool) -> EvaluationPage {
    EvaluationPage(
      id: ID(text("e1")), ownName: text("Evaluator A"), calendar: artifactPolicy.calendar, artifact: artifactSummary,
      dialogue: dialogue(accepts: accepts), badges: artifactPolicy.badges,
      content: EvaluationContent(
        checks: ["available.archived"], recommendations: ["available": true], toAuthors: text("Fine."), toChairs: text("Hm."),
        nominates: true, nomination: text("Small.")),
      version: 2, submittedAt: now, others: accepts ? .hidden(.ownEvaluationMissing) : .shown([card]),
      outcomes: accepts ? .hidden(.notYetReleased) : .shown(outcomes), accepts: accepts,
      typedReport: .init(outcome: "problems", text: text("As typed")),
      problems: [FieldProblem("badges.available", text("Say whether.")), FieldProblem("outcome", text("Say whether."))],
      isStale: accepts)
  }

  private func artifactsPage(releasedAt: Instant?) -> ArtifactsPage {
    ArtifactsPage(
      calendar: artifactPolicy.calendar, evaluatorsPerArtifact: 2,
      rows: ArtifactState.allCases.map { state in
        .init(
          id: ID(text(state.rawValue)), number: SubmissionNumber(17), title: text("A title"), state: state,
          badges: [text("Available")], evaluators: 2, reports: 1, evaluations: 1, decided: 0, nominations: 1)
      },
      figures: [4, 5].map {
        .init(label: text("Available"), figure: BadgeFigure(badge: .available, requested: $0, awarded: 3))
      }, obstacles: [text("Not yet.")], releasedAt: releasedAt, problems: [FieldProblem("confirm", text("Confirm it."))])
  }

  private func chairArtifactPage(releasedAt: Instant?) -> ChairArtifactPage {
    ChairArtifactPage(
      id: ID(text("a17")), state: .underEvaluation, artifact: artifactSummary,
      missing: [FieldProblem("claims", text("List them."))],
      evaluators: [
        .init(id: ID(text("e1")), name: text("Elsa"), letter: text("Evaluator A"), hasReport: true, isSubmitted: false)
      ], candidates: [.init(id: ID(text("m2")), name: text("Emil"), load: 1, preference: text("Eager"))], kept: [text("Erik")],
      dialogue: dialogue(accepts: false), evaluations: [card],
      badges: [
        .init(badge: .available, label: text("Available"), isAwarded: true, note: text("Yes.")),
        .init(badge: .functional, label: text("Functional"), isAwarded: false, note: text("No.")),
        .init(badge: .reusable, label: text("Reusable"), isAwarded: nil, note: ""),
      ], releasedAt: releasedAt, problems: [FieldProblem("person", text("Choose somebody."))])
  }
}
