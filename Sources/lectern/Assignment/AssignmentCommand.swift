import ArgumentParser
import Conference
import Pages
import PeerReview

/// Plans and assignments, in the name of one chair.
struct AssignmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignment", abstract: "Runs the matcher, shows plans and releases them.",
    discussion: """
      lectern assignment plan --as chair@example.org --seed 1 --data ./data
      lectern assignment show PLAN --as chair@example.org --data ./data
      lectern assignment release PLAN --as chair@example.org --data ./data
      """,
    subcommands: [Plan.self, Show.self, Release.self])

  struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the matcher and prints the draft plan.",
      discussion: "lectern assignment plan --as chair@example.org --reviews 3 --load-maximum 6")

    @OptionGroup var chair: ChairOption
    @OptionGroup var mail: MailOption
    @OptionGroup var inspector: InspectorOption
    @Option(help: "Breaks ties; the same seed gives the same plan.") var seed = 1
    @Option(help: "Reviews a paper; the call's when left out.") var reviews: Int?
    @Option(help: "The least papers a reviewer gets; the call's when left out.") var loadMinimum: Int?
    @Option(help: "The most papers a reviewer gets; the call's when left out.") var loadMaximum: Int?

    @Option(help: "How to choose among plans: optimal, fair, randomized or perturbed.") var method = "optimal"
    @Option(help: "The most any pair's probability may be, for randomized and perturbed.") var limit = "0.5"

    func run() async throws {
      try await reporting {
        let address = try PersonCommand.address(chair.email)
        try await chair.folder.with { conference in
          let id = try await chair.choice.chosen(conference)
          let policy = try await conference.call(id).assignment
          let viewer = try await conference.viewerFromCommandLine(email: address, call: id, command: "assignment plan")
          let desk = try conference.chairDesk(for: viewer)
          let plan = try await desk.askForPlan(
            reviewsPerSubmission: reviews ?? policy.reviewsPerSubmission, loadMinimum: loadMinimum ?? policy.loadMinimum,
            loadMaximum: loadMaximum ?? policy.loadMaximum, seed: seed,
            method: try PlanMethod(name: method, limit: limit))
          try await conference.jobRunner(
            inspector: inspector.make(), transport: try mail.transport(data: chair.folder.data),
            matcher: MatcherProcess(program: ProgramPath.own)
          ).runDue()
          AssignmentCommand.print(try await desk.planPage(plan))
        }
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a plan.", discussion: "lectern assignment show PLAN --as chair@example.org")

    @Argument(help: "The plan's id.") var plan: String
    @OptionGroup var chair: ChairOption

    func run() async throws {
      try await reporting {
        AssignmentCommand.print(try await chair.atDesk("assignment show") { try await $0.planPage(ID(plan)) })
      }
    }
  }

  struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Releases a plan: reviewers are assigned and told.",
      discussion: "lectern assignment release PLAN --as chair@example.org")

    @Argument(help: "The plan's id.") var plan: String
    @OptionGroup var chair: ChairOption

    func run() async throws {
      try await reporting {
        try await chair.atDesk("assignment release") { try await $0.releasePlan(ID(plan)) }
        Swift.print("Released. The reviewers' letters go out when the server runs.")
      }
    }
  }

  private static func print(_ page: PlanPage) {
    Swift.print("Plan \(page.id): \(page.state.label)")
    for shortage in page.shortages { Swift.print("- \(shortage)") }
    let rows = page.papers.flatMap { paper in
      paper.pairs.map { [paper.number.description, $0.name, $0.parts] }
    }
    Swift.print(Output.table(["#", "Reviewer", "Affinity"], rows))
  }
}
