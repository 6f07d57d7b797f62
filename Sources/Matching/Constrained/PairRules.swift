/// The rules that tie pairs of different papers together, asked of a flow as it stands.
struct PairRules {
  private var authorsOfPaper: [[Int32]] = []
  private var alternatives: [Int: [Int]] = [:]
  private var tracks: [TrackRule]

  var isEmpty: Bool { authorsOfPaper.isEmpty && alternatives.isEmpty && tracks.isEmpty }

  init(_ constraints: SideConstraints, _ problem: AssignmentProblem) {
    tracks = constraints.tracks
    if !constraints.authorship.isEmpty {
      authorsOfPaper = Array(repeating: [], count: problem.paperCount)
      for pair in Set(constraints.authorship).sorted() {
        authorsOfPaper[pair.paper].append(Int32(truncatingIfNeeded: pair.reviewer))
      }
    }
    for both in constraints.alternatives {
      guard let first = problem.candidate(of: both.first), let second = problem.candidate(of: both.second),
        first != second
      else { continue }
      alternatives[first, default: []].append(second)
      alternatives[second, default: []].append(first)
    }
  }

  /// Used candidates, this one among them, that can't all stay; nil when the candidate is in no other's way.
  func clash(of candidate: Int, in flow: AdjustableFlow) -> [Int]? {
    if let others = alternatives[candidate] {
      for other in others where flow.state[other].contains(.used) { return [candidate, other] }
    }
    return twoCycle(of: candidate, in: flow) ?? overfullTrack(of: candidate, in: flow)
  }

  /// The reviewer reads a paper of an author who reads one of theirs.
  private func twoCycle(of candidate: Int, in flow: AdjustableFlow) -> [Int]? {
    guard !authorsOfPaper.isEmpty else { return nil }
    let reader = Int32(truncatingIfNeeded: flow.reviewer(of: candidate))
    for author in authorsOfPaper[Int(flow.paperOfCandidate[candidate])] {
      for other in flow.held[Int(author)] where Int(other) != candidate {
        if authorsOfPaper[Int(flow.paperOfCandidate[Int(other)])].contains(reader) { return [candidate, Int(other)] }
      }
    }
    return nil
  }

  private func overfullTrack(of candidate: Int, in flow: AdjustableFlow) -> [Int]? {
    for rule in tracks {
      let track = rule.trackOfPaper[Int(flow.paperOfCandidate[candidate])]
      guard track >= 0 else { continue }
      let others = flow.held[flow.reviewer(of: candidate)].map { Int($0) }.filter {
        $0 != candidate && rule.trackOfPaper[Int(flow.paperOfCandidate[$0])] == track
      }
      if others.count >= rule.atMost { return [candidate] + others.sorted().prefix(rule.atMost) }
    }
    return nil
  }
}
