import AssignmentFiles
import Foundation
import Pages
import PeerReview
import Store
import Testing

@testable import Conference

@Suite("The matcher at work")
struct PlanMatcherTests {
  /// Says when it was started, and works until it is stopped.
  private struct EndlessMatcher: PlanMatcher {
    let started: AsyncStream<Void>.Continuation

    func run(_ task: AssignmentTask, at step: @escaping @Sendable (AssignmentTask.Step) async -> Void) async throws {
      await step(.solving)
      started.yield()
      while true { try await Task.sleep(for: .seconds(60)) }
    }
  }

  @Test("A chair stops it; its plan stays empty, and what it was at is told meanwhile")
  func stopped() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.asked()
    let (starts, started) = AsyncStream.makeStream(of: Void.self)
    async let work: Void = stage.house.conference.solvePlan(id, with: EndlessMatcher(started: started))
    for await _ in starts { break }
    let page = try await stage.desk().planPage(id)
    #expect(page.isBeingMade && page.step == "It searches for the plan.")
    try await stage.desk(stage.cyril).cancelPlan(id)
    try await work
    #expect(try await stage.plan(id)?.status == .cancelled)
    #expect(try await stage.desk().planPage(id).state.label == "Stopped")
    try await stage.house.conference.solvePlan(id)
    #expect(try await stage.pairs(id).isEmpty)
    #expect(try await refusal { try await stage.desk().releasePlan(id) } != nil)
  }

  @Test("A plan that is made stays made when somebody stops it too late")
  func tooLate() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.solved()
    try await stage.desk().cancelPlan(id)
    #expect(try await stage.plan(id)?.status == .solved)
    #expect(try await refusal { try await stage.desk().cancelPlan(ID("nothing")) } == .notFound)
  }

  @Test("In a process of its own it makes the same plan, and tells each step")
  func process() async throws {
    let stage = try await AssignmentStage.open()
    let inside = try await stage.pairs(try await stage.solved())
    let id = try await stage.asked()
    try await stage.house.conference.solvePlan(id, with: MatcherProcess(program: try Self.program()))
    #expect(try await stage.pairs(id) == inside)
    #expect(try await stage.plan(id)?.step == "writing")
  }

  @Test("A process that can't be started, fails or takes too long leaves the plan asked for, to be tried again")
  func failing() async throws {
    let stage = try await AssignmentStage.open()
    let id = try await stage.asked()
    for matcher in [
      MatcherProcess(program: "/nowhere/lectern"), MatcherProcess(program: "/bin/false"),
      MatcherProcess(program: try Self.program(), wallLimit: .zero),
    ] {
      await #expect(throws: (any Error).self) { try await stage.house.conference.solvePlan(id, with: matcher) }
      #expect(try await stage.plan(id)?.status == .asked)
    }
  }

  /// The program that was built beside the tests.
  private static func program() throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = URL(filePath: own).deletingLastPathComponent()
    let program = folder.appending(path: "lectern").path
    try #require(FileManager.default.isExecutableFile(atPath: program), "lectern is not built beside the tests")
    return program
  }
}
