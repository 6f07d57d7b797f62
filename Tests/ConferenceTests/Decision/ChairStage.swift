import Pages
import PeerReview
import Store
import Testing

@testable import Conference

extension ReviewStage {
  func chairDesk(_ person: Person? = nil) async throws -> ChairDesk {
    try conference.chairDesk(for: try await conference.viewer(person ?? chair, at: call.id))
  }

  func authorDesk(_ person: Person? = nil) async throws -> AuthorDesk {
    conference.authorDesk(for: try await conference.viewer(person ?? author, at: call.id))
  }

  /// Has the people review the paper, each marking every text of the review.
  func review(_ paper: ID<Submission>, by people: [Person], mark: String = "sound") async throws {
    clock.set(reviewing)
    let tasks = try await assign(paper, to: people)
    for (task, person) in zip(tasks, people) {
      try await desk(person).submit(task, basedOn: 0, answers(mark))
    }
  }

  var deciding: Instant { call.calendar.discussion.closes }
  var notification: Instant { call.calendar.notification }

  var accept: String { call.decisions.first { $0.accepts }?.key ?? "" }
  var reject: String { call.decisions.first { !$0.accepts }?.key ?? "" }
}

/// Every problem of the refusal an act meets; empty when it isn't `invalid`.
func problems(of act: () async throws -> Void) async -> [FieldProblem] {
  do {
    try await act()
    Issue.record("the act was not refused")
  } catch Refusal.invalid(let problems) {
    return problems
  } catch {
    Issue.record("refused otherwise: \(error)")
  }
  return []
}
