public import PeerReview
internal import Store

/// A way into a sample conference, printed on the console.
public struct SampleSignIn: Sendable {
  /// Such as "chair".
  public let role: String
  public let name: String
  /// The one-time link's path.
  public let path: String
}

extension Conference {
  /// Fresh one-time links for a chair, a reviewer, an author and, where there is one, the artifact committee of a sample. Only the command line may ask.
  public func sampleSignIns(call: ID<Call>) async throws -> [SampleSignIn] {
    let people = try await look { act in
      let offices = try act.session.offices(at: call, Role.allCases)
      func holder(_ role: Role) -> Person? { offices.first { $0.role == role }?.person }
      let chair = offices.first { $0.role == .chair }?.person
      let chairs = Set(offices.filter { $0.role == .chair }.map(\.person.id))
      let reviewers = offices.filter { $0.role == .reviewer && !chairs.contains($0.person.id) }.map(\.person)
      let busy = try reviewers.first { try !act.session.assignments(of: $0.id, in: call).isEmpty }
      let author = try act.session.sampleAuthor(in: call)
      return [
        ("chair", chair), ("reviewer", busy ?? reviewers.first), ("author", author), ("artifact chair", holder(.artifactChair)),
        ("artifact evaluator", holder(.evaluator)), ("publication chair", holder(.publicationChair)),
      ]
    }
    var links: [SampleSignIn] = []
    for (role, person) in people {
      guard let person, let email = EmailAddress(person.email) else { continue }
      let path = try await signInPath(email: email, lifetime: .hours(12))
      links.append(SampleSignIn(role: role, name: person.displayName, path: path))
    }
    return links
  }
}
