import PeerReview
import Store
import Testing

@Suite("Copies for reviewers in a database")
struct ReviewerCopySQLTests {
  @Test("A copy or its obstacle is found, replaced, and named among the stored files", arguments: Adapter.allCases)
  func copies(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      let file = ManuscriptRow(
        id: ID("m-1"), submission: Papers.looms, slot: .manuscript, version: 1, sha256: "aa", sizeBytes: 9, by: Cast.ada.id,
        at: Cast.now)
      try await house.write { try $0.add(file) }
      #expect(try await house.read { try $0.reviewerCopy(of: file.id) } == nil)
      try await house.write { try $0.put(.impossible(obstacle: "encrypted"), of: file.id, at: Cast.now) }
      #expect(try await house.read { try $0.reviewerCopy(of: file.id) } == .impossible(obstacle: "encrypted"))
      #expect(try await house.read { try $0.storedFiles() } == ["aa"])
      try await house.write { try $0.put(.made(sha256: "cc", sizeBytes: 7), of: file.id, at: Cast.now) }
      #expect(try await house.read { try $0.reviewerCopy(of: file.id) } == .made(sha256: "cc", sizeBytes: 7))
      #expect(try await house.read { try $0.storedFiles() } == ["aa", "cc"])
    }
  }
}
