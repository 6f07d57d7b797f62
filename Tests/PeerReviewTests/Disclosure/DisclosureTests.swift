import PeerReview
import Testing

@Suite("A value as one viewer may have it")
struct DisclosureTests {
  private struct Loaded: Error {}

  @Test("A hidden value is never loaded, and keeps its reason through every mapping", arguments: Secrecy.allCases)
  func hidden(secrecy: Secrecy) throws {
    let hidden = try Disclosure<String>.unless(secrecy) { throw Loaded() }
    #expect(hidden == .hidden(secrecy))
    #expect(try hidden.map { _ -> Int in throw Loaded() } == .hidden(secrecy))
  }

  @Test("A value without a secrecy is loaded once and shown")
  func shown() {
    var loads = 0
    let shown = Disclosure<Int>.unless(nil) {
      loads += 1
      return 17
    }
    #expect(shown == .shown(17))
    #expect(shown.map { "#\($0)" } == .shown("#17"))
    #expect(loads == 1)
    #expect(throws: Loaded.self) { try Disclosure<Int>.unless(nil) { throw Loaded() } }
  }

  @Test("Hidden values differ by their reason only, never by what they hide")
  func equality() {
    let values = ["accept", "reject"].map { value in Disclosure<String>.unless(.notYetReleased) { value } }
    #expect(values[0] == values[1])
    #expect("\(values[0])" == "\(values[1])")
    #expect(Disclosure<String>.hidden(.doubleBlind) != .hidden(.officeOnly))
    #expect(Disclosure<String>.hidden(.doubleBlind) != .shown("accept"))
  }
}
