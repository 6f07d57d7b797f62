internal import Matching

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// `lectern-bench FILE.pra [--change]`: solves the instance once, verifies the result, and prints one line of JSON.
@main
struct Bench {
  static func main() {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      guard let path = arguments.first else { throw PraFile.Unreadable(reason: "usage: lectern-bench FILE.pra [--change]") }
      let file = try PraFile(path: path)
      print(try arguments.contains("--change") ? change(file) : solve(file))
    } catch {
      let told = Array("lectern-bench: \(error)\n".utf8)
      _ = write(STDERR_FILENO, told, told.count)
      exit(1)
    }
  }

  /// From rows in memory to a verified plan.
  private static func solve(_ file: PraFile) throws -> String {
    let begun = clock()
    let problem = try file.problem()
    let outcome = OptimalAssignment.solve(problem, seed: 1)
    let verdict = verdict(outcome, problem)
    let cpuSeconds = seconds(since: begun)
    return line(cpuSeconds, verdict, kept: nil)
  }

  private static func change(_ file: PraFile) throws -> String {
    let yesterday = OptimalAssignment.solve(try file.problem(), seed: 1)
    let problem = try file.changed(yesterday.plan)
    let begun = clock()
    let revision = OptimalAssignment.revise(problem, previous: yesterday.plan, duals: yesterday.duals, seed: 1)
    let verdict = verdict(revision.outcome, problem)
    let cpuSeconds = seconds(since: begun)
    return line(cpuSeconds, verdict, kept: revision.keptCount)
  }

  private static func verdict(_ outcome: Outcome, _ problem: AssignmentProblem) -> (status: String, total: Int64) {
    switch outcome {
    case .optimal(let plan, let duals):
      guard case .optimal(let total) = Verifier.verifyOptimality(plan, duals, problem) else { return ("unproven", 0) }
      return ("optimal", total)
    case .shortfall(let shortfall):
      let isProven = Verifier.verifyShortfall(shortfall, problem).isEmpty
      return (isProven ? "infeasible" : "unproven", PlanStatistics(shortfall.plan, problem).totalScore)
    }
  }

  private static func seconds(since begun: clock_t) -> Double { Double(clock() - begun) / Double(CLOCKS_PER_SEC) }

  private static func line(_ cpuSeconds: Double, _ verdict: (status: String, total: Int64), kept: Int?) -> String {
    var usage = rusage()
    // RUSAGE_SELF, which is of another type on each system.
    getrusage(0, &usage)
    let kept = kept.map { ", \"kept\": \($0)" } ?? ""
    return """
      {"status": "\(verdict.status)", "objective": \(verdict.total), "cpuSeconds": \(cpuSeconds), \
      "peakMegabytes": \(usage.ru_maxrss / 1024)\(kept)}
      """
  }
}
