import PeerReview
import Store
import Testing

@Suite("Calls in a database")
struct CallSQLTests {
  private func version(_ number: Int, text: String = "call: mlsys-2026\n") -> CallVersionRow {
    CallVersionRow(
      call: Cast.call, version: number, text: text, sha256: "sha-\(number)", shift: .days(-3), reason: "Extended.",
      by: number == 1 ? nil : Cast.chair.id.text, at: .after(Int64(number)))
  }

  @Test("Every version of a call stays, the newest is in force, and none is written over", arguments: Adapter.allCases)
  func versions(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      #expect(try await house.read { try $0.currentCallVersion(of: Cast.call)?.version } == nil)
      #expect(try await house.read { try $0.currentCallStamp(of: Cast.call)?.version } == nil)
      let rows = [version(1), version(2, text: "second")]
      try await house.write { session in for row in rows { try session.add(row) } }
      let current = try await house.read { try $0.currentCallVersion(of: Cast.call) }
      #expect(current?.text == "second" && current?.shift == .days(-3) && current?.by == Cast.chair.id.text)
      #expect(current?.reason == "Extended." && current?.at == .after(2))
      #expect(try await house.read { try $0.currentCallStamp(of: Cast.call)?.sha256 } == "sha-2")
      #expect(try await house.read { try $0.callVersions(of: Cast.call).map(\.version) } == [2, 1])
      #expect(try await house.read { try $0.callVersions(of: Cast.otherCall).count } == 0)
      let again = version(2, text: "third")
      await #expect(throws: StoreFault.uniqueViolation) { try await house.write { try $0.add(again) } }
      #expect(try await house.read { try $0.callVersions(of: Cast.call).last?.text } == "call: mlsys-2026\n")
    }
  }

  @Test("A call is opened once; the newest comes first", arguments: Adapter.allCases)
  func calls(_ adapter: Adapter) async throws {
    try await adapter.withHouse { house throws in
      try await house.write { try $0.openCall(Cast.call, at: .after(100)) }
      #expect(try await house.read { try $0.calls() } == [Cast.otherCall, Cast.call])
    }
  }
}
