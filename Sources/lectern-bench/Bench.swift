internal import Matching

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// `lectern-bench FILE.pra [--change | --fair | --limit N/D | --rules AUTHORS]`: solves the instance once, verifies the
/// result, and prints one line of JSON.
@main
struct Bench {
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      guard let path = arguments.first else {
        throw PraFile.Unreadable(reason: "usage: lectern-bench FILE.pra [--change | --fair | --limit N/D | --rules AUTHORS]")
      }
      let value = arguments.count > 2 ? arguments[2] : ""
      let file = try PraFile(path: path)
      let measured =
        switch arguments.count > 1 ? arguments[1] : "" {
        case "--change": try Self.change(file)
        case "--fair": try Self.fair(file)
        case "--limit": try Self.randomized(file, limit: value)
        case "--rules": try Self.constrained(file, authors: value)
        default: try Self.optimal(file)
        }
      print(measured.line)
    } catch {
      let told = Array("lectern-bench: \(error)\n".utf8)
      _ = write(STDERR_FILENO, told, told.count)
      exit(1)
    }
  }

  /// From rows in memory to a verified plan.
  private static func optimal(_ file: PraFile) throws -> Measured {
    var measured = Measured()
    let problem = try file.problem()
    measured.judge(OptimalAssignment.solve(problem, seed: 1), problem)
    measured.stop()
    return measured
  }

  private static func change(_ file: PraFile) throws -> Measured {
    let yesterday = OptimalAssignment.solve(try file.problem(), seed: 1)
    let problem = try file.changed(yesterday.plan)
    var measured = Measured()
    let revision = OptimalAssignment.revise(problem, previous: yesterday.plan, duals: yesterday.duals, seed: 1)
    measured.judge(revision.outcome, problem)
    measured.stop()
    measured.figures.append(("kept", Int64(revision.keptCount)))
    return measured
  }

  private static func fair(_ file: PraFile) throws -> Measured {
    var measured = Measured()
    let problem = try file.problem()
    let outcome = try FairAssignment.solve(problem, seed: 1)
    guard case .solved(let found) = outcome else { return measured }
    if Verifier.verify(found.plan, problem).isEmpty { measured.status = found.isOptimal ? "optimal" : "feasible" }
    measured.stop()
    measured.objective = found.total
    measured.figures = [("worst", found.worst), ("worstBound", found.worstBound), ("totalBound", found.totalBound)]
    return measured
  }

  /// With a plan drawn.
  private static func randomized(_ file: PraFile, limit text: String) throws -> Measured {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, let limit = PairLimit(parts[0], over: parts[1]) else {
      throw PraFile.Unreadable(reason: "a limit is written 9/10")
    }
    var measured = Measured()
    let problem = try file.problem()
    let outcome = try RandomizedAssignment.solve(problem, limit: limit, seed: 1)
    if case .shortfall(let shortfall) = outcome {
      measured.stop()
      measured.status = "infeasible"
      measured.figures = [
        ("denominator", Int64(shortfall.denominator)), ("missing", Int64(shortfall.papers.reduce(0) { $0 + $1.units })),
      ]
      return measured
    }
    guard case .solved(let found) = outcome, let duals = found.duals else { return measured }
    let proof = Verifier.verifyOptimality(found.marginals, duals, limit: limit, problem)
    if proof == .optimal(total: found.expectedUnits), Verifier.verify(found.plan, problem).isEmpty { measured.status = "optimal" }
    measured.stop()
    measured.objective = found.expectedUnits
    measured.figures = [("denominator", Int64(limit.denominator))]
    return measured
  }

  private static func constrained(_ file: PraFile, authors: String) throws -> Measured {
    let rules = try file.rules(authors: authors)
    var measured = Measured()
    let problem = try file.problem()
    let outcome = try ConstrainedAssignment.solve(problem, rules, seed: 1)
    measured.stop()
    let relaxed = OptimalAssignment.solve(problem, seed: 1).plan
    let without = ("brokenWithout", Int64(Verifier.verify(relaxed, rules, problem).count))
    switch outcome {
    case .solved(let found):
      let isKept = Verifier.verify(found.plan, problem).isEmpty && Verifier.verify(found.plan, rules, problem).isEmpty
      measured.status = !isKept ? "unproven" : found.isOptimal ? "optimal" : "feasible"
      measured.objective = found.total
      measured.figures = [("bound", found.bound), ("relaxed", found.relaxedTotal), ("broken", 0), without]
    case .unmended(let plan):
      measured.status = "unmended"
      measured.objective = PlanStatistics(plan, problem).totalScore
      measured.figures = [
        ("broken", Int64(Verifier.verify(plan, rules, problem).count)), without,
        ("relaxed", PlanStatistics(relaxed, problem).totalScore), ("lacking", Int64(Verifier.verify(plan, problem).count)),
      ]
    case .shortfall, .impossible:
      measured.status = "infeasible"
    }
    return measured
  }
}

/// One run's figures.
struct Measured {
  var status = "unproven"
  var objective: Int64 = 0
  var figures: [(name: String, value: Int64)] = []
  private let begun = clock()
  private var cpuSeconds = 0.0

  mutating func stop() { cpuSeconds = Double(clock() - begun) / Double(CLOCKS_PER_SEC) }

  mutating func judge(_ outcome: Outcome, _ problem: AssignmentProblem) {
    switch outcome {
    case .optimal(let plan, let duals):
      guard case .optimal(let total) = Verifier.verifyOptimality(plan, duals, problem) else { return }
      (status, objective) = ("optimal", total)
    case .shortfall(let shortfall):
      if Verifier.verifyShortfall(shortfall, problem).isEmpty { status = "infeasible" }
      objective = PlanStatistics(shortfall.plan, problem).totalScore
      figures = [("assigned", Int64(shortfall.plan.pairs.count))]
    }
  }

  var line: String {
    var usage = rusage()
    // RUSAGE_SELF, which is of another type on each system.
    getrusage(0, &usage)
    let others = figures.map { ", \"\($0.name)\": \($0.value)" }.joined()
    return """
      {"status": "\(status)", "objective": \(objective), "cpuSeconds": \(cpuSeconds), \
      "peakMegabytes": \(usage.ru_maxrss / 1024)\(others)}
      """
  }
}
