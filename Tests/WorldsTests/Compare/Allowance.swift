/// A difference that can't be otherwise, with the reason. Each names the secrets, the viewers, the requests and the aspect it
/// is about; nothing is left out wholesale.
struct Allowance: Sendable {
  let name: String
  let reason: String
  let secrets: Set<WorldSecret>
  let viewers: Set<WorldViewer>
  let aspects: Set<Difference.Aspect>
  /// What the request's name begins with.
  let requests: [String]
  /// Only of requests that wrote something.
  let onlyWrites: Bool

  func covers(_ difference: Difference, writes: Bool) -> Bool {
    secrets.contains(difference.secret) && viewers.contains(difference.viewer) && aspects.contains(difference.aspect)
      && (!onlyWrites || writes) && requests.contains { difference.probe.hasPrefix($0) }
  }

  static let all: [Allowance] = [
    Allowance(
      name: "a letter to each chair",
      reason: """
        What the chairs have to know is written to each of them, so that act costs some statements more where one more person \
        chairs. The answer is the same, and no sender sees statements; many such acts, timed, might tell how many chairs there are.
        """,
      secrets: [.office], viewers: Set(WorldViewer.allCases), aspects: [.work], requests: ["POST /conflicts", "POST /reviews/"],
      onlyWrites: true)
  ]
}
