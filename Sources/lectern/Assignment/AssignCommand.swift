import ArgumentParser
import AssignmentFiles
import Foundation

/// The matcher on files, without a data folder.
struct AssignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Assigns reviewers to papers, from files to a file.",
    discussion: """
      lectern assign --scores scores.csv --papers papers.csv --reviewers reviewers.csv --out plan.csv --report report.json
      lectern assign --scores neurips.pra --method randomized --limit 0.5 --seed 7 --out plan.csv --report report.json
      lectern assign … --attributes people.csv --rules rules.csv --authors authors.csv --out plan.csv --report report.json

      Files are CSV; a header line is optional, and “user” does for “reviewer”.
        scores       paper,reviewer,score          a pair that is missing can't be assigned; or a packed .pra file
        papers       paper,demand                  or paper,min,max
        reviewers    reviewer,max                  or reviewer,min,max or reviewer,min,target,max
        constraints  paper,reviewer,value          -1 forbidden, 1 forced, 0 neither
        attributes   reviewer,name,value           such as ann,seniority,senior
        rules        rule,name,value,number        at-least,seniority,senior,1   at-most,status,student,1
                                                   at-most-each,institution,,1   distinct,region,,2
        authors      paper,author                  nobody reads their own; no two authors read each other's
        apart        reviewer1,reviewer2           never both on one paper
        roles        kind,name,of                  paper,17-meta,17   reviewer,ann-meta,ann
                                                   nobody is on a paper in two roles
        tracks       paper,track                   with --track-limit: the most papers of one track for a reviewer
        previous     paper,reviewer[,score]        a plan made before, to keep of it what can be kept
      The same files and seed give the same plan on every machine, whatever the order of their lines.
      Exit code 0: a plan was written. 2: none meets everything; the report says why. 1: bad input, told with file and line.
      """)

  @Option(help: "The scores: CSV, or a packed .pra file, which carries papers and reviewers too.") var scores: String
  @Option(help: "The papers and the reviews they need.") var papers: String?
  @Option(help: "The reviewers and the papers they take.") var reviewers: String?
  @Option(help: "Forbidden and forced pairs.") var constraints: String?
  @Option(help: "Attributes of reviewers, for --rules.") var attributes: String?
  @Option(help: "Rules on who is together on a paper.") var rules: String?
  @Option(help: "Who wrote what.") var authors: String?
  @Option(help: "Reviewers never on one paper together.") var apart: String?
  @Option(help: "Which papers and reviewers are the same, in several roles.") var roles: String?
  @Option(help: "The track of each paper.") var tracks: String?
  @Option(help: "The most papers of one track for a reviewer.") var trackLimit: Int?
  @Option(help: "What each paper away from a reviewer's target costs, in scores. Without it targets come before scores.")
  var targetPrice: String?
  @Option(help: "How to choose among plans: \(AssignmentSettings.Method.listed).") var method = "optimal"
  @Option(help: "The most any pair's probability may be, for randomized and perturbed.") var limit = "0.5"
  @Option(help: "For perturbed: how much less the more of one pair's probability counts, from 0 to 0.5.")
  var perturbation = "0.5"
  @Option(help: "Decides between equals and draws the lots.") var seed: UInt64 = 1
  @Option(help: "A plan made before.") var previous: String?
  @Option(help: "With --previous: what giving up one of its pairs costs, in scores.") var changePrice = "0.000001"
  @Option(help: "Where the plan goes.") var out: String
  @Option(help: "Where the report goes.") var report: String
  @Option(help: "Where figures, prices and bottlenecks go, as JSON.") var details: String?
  @Option(help: "A paper, or a paper and a reviewer with a comma between, to explain.") var explain: String?
  @Flag(help: "Explains the plan as a whole.") var explainPlan = false
  @Flag(help: "Prints a line at each step.") var progress = false

  func run() async throws {
    try await reporting {
      let answer = try task().run { step in if progress { say(step) } }
      answer.lines.forEach { print($0) }
      if !answer.isSolved { throw ExitCode(2) }
    }
  }

  private func say(_ step: AssignmentTask.Step) {
    FileHandle.standardOutput.write(Data("\(step.line)\n".utf8))
  }

  func task() throws -> AssignmentTask {
    var files = InstanceFiles(scores: scores)
    files.papers = papers
    files.reviewers = reviewers
    files.constraints = constraints
    files.attributes = attributes
    files.rules = rules
    files.authors = authors
    files.apart = apart
    files.roles = roles
    files.tracks = tracks
    files.trackLimit = trackLimit
    files.targetPrice = targetPrice
    files.previous = previous
    let settings = try AssignmentSettings(
      method: method, limit: limit, perturbation: perturbation, changePrice: changePrice, seed: seed)
    var task = AssignmentTask(files: files, settings: settings, out: out, report: report)
    task.details = details
    if let explain { task.explained = AssignmentTask.names(explain) }
    if explainPlan { task.explained = [] }
    return task
  }
}
