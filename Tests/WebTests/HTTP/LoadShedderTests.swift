import HTTPTypes
import Hummingbird
import NIOCore
import PeerReview
import Synchronization
import Testing

@testable import Web

@Suite("Load")
struct LoadShedderTests {
  /// Holds whoever comes until it is opened.
  actor Gate {
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var watchers: [(count: Int, watcher: CheckedContinuation<Void, Never>)] = []

    func pass() async {
      await withCheckedContinuation { continuation in
        waiting.append(continuation)
        for entry in watchers where entry.count <= waiting.count { entry.watcher.resume() }
        watchers.removeAll { $0.count <= waiting.count }
      }
    }

    func waitUntilHolding(_ count: Int) async {
      guard waiting.count < count else { return }
      await withCheckedContinuation { watchers.append((count, $0)) }
    }

    func open() {
      for continuation in waiting { continuation.resume() }
      waiting = []
    }
  }

  @Test("Beyond the bound reads are put off while writes and assets pass, and reads return when the load goes")
  func shedding() async throws {
    let gate = Gate()
    let server = SampleSite(limits: ServingLimits(readsInFlight: 2)).server { router in
      router.get("/slow") { _, _ in
        await gate.pass()
        return HTMLResponse(html: "slow")
      }
      router.get("/quick") { _, _ in HTMLResponse(html: "quick") }
      router.get("/assets/a") { _, _ in HTMLResponse(html: "asset") }
      router.post("/submit") { _, _ in HTMLResponse(html: "submitted") }
    }
    try await server.asked { client in
      try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
        for _ in 0..<2 {
          group.addTask { try await client.execute(uri: "/slow", method: .get) { $0.status } }
        }
        await gate.waitUntilHolding(2)
        try await client.execute(uri: "/quick", method: .get) { response in
          #expect(response.status == .serviceUnavailable)
          #expect(response.headers[.retryAfter] == "5")
          #expect(String(buffer: response.body) == "<h1>503 busy</h1>")
        }
        try await client.execute(uri: "/quick", method: .head) { #expect($0.status == .serviceUnavailable) }
        try await client.execute(uri: "/assets/a", method: .get) { #expect($0.status == .ok) }
        let writing: HTTPFields = [.cookie: "__Host-lectern=sesame", .csrf: "token-of-ada"]
        try await client.execute(uri: "/submit", method: .post, headers: writing) { #expect($0.status == .ok) }
        await gate.open()
        for try await status in group { #expect(status == .ok) }
      }
      try await client.execute(uri: "/quick", method: .get) { #expect($0.status == .ok) }
    }
  }
}
