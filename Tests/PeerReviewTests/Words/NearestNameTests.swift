import PeerReview
import Testing

@Suite("The name that was meant")
struct NearestNameTests {
  static let names = ["research", "industrial", "reviews-per-submission", "load-maximum", "id"]

  @Test(
    "A slip of the fingers, capitals, hyphens and underscores are forgiven",
    arguments: [
      ("reserch", "research"), ("researhc", "research"), ("Research", "research"), ("industrail", "industrial"),
      ("reviewsPerSubmission", "reviews-per-submission"), ("reviews_per_submision", "reviews-per-submission"),
      ("load maximum", "load-maximum"), ("idd", "id"),
    ])
  func near(given: String, meant: String) {
    #expect(nearestName(to: given, among: Self.names) == meant)
  }

  @Test(
    "Nothing is suggested for what is near to nothing", arguments: ["", "-", "poster", "xyz", String(repeating: "a", count: 61)])
  func far(given: String) {
    #expect(nearestName(to: given, among: Self.names) == nil)
    #expect(nearestName(to: "research", among: [String]()) == nil)
  }

  @Test("Of equally near names the first is taken")
  func ties() {
    #expect(nearestName(to: "cat", among: ["bat", "hat"]) == "bat")
    #expect(nearestName(to: "cat", among: ["hat", "bat", "cat"]) == "cat")
  }
}
