/// The best set of reviewers for one paper under its rules and given prices, by branch and bound over its candidates.
///
/// With prices on the reviewers the papers no longer compete, so the best sets of all papers together bound what any plan
/// that meets the rules can reach (Lagrangian relaxation of the loads).
struct BestSet {
  /// The most sets looked at before the search gives up.
  static let effort = 200_000

  struct Result {
    /// Candidates of the problem.
    var candidates: [Int]
    /// Σ gain − price over them.
    var worth: Int64
  }

  private struct Option {
    var candidate: Int
    var reviewer: Int
    var score: Int64
    var worth: Int64
  }

  private let rules: PaperRules
  private let paper: Int
  private let fewest: Int
  private let most: Int
  private var options: [Option] = []
  /// `bestScores[i][k]`: the highest sum of scores of `k` options from `i` on.
  private var bestScores: [[Int64]] = []

  private var chosen: [Option] = []
  private(set) var best: Result?
  private(set) var visits = 0
  /// The search ended before it had seen all: `best` may not be the best.
  var isCutShort: Bool { visits > Self.effort }

  /// Afterwards `best` is the best set for the paper in the flow as it stands, nil when no set meets the rules.
  init(_ flow: AdjustableFlow, paper: Int, rules: PaperRules) {
    self.rules = rules
    self.paper = paper
    fewest = flow.problem.demandMinimum[paper]
    most = flow.problem.demandMaximum[paper]
    var forced: [Option] = []
    for candidate in flow.row(of: paper) where !flow.state[candidate].contains(.forbidden) {
      let reviewer = flow.reviewer(of: candidate)
      let worth = flow.gain[candidate] - (flow.reviewerPrice[reviewer] - flow.groundPrice)
      let option = Option(
        candidate: candidate, reviewer: reviewer, score: flow.problem.scoreOfCandidate[candidate], worth: worth)
      if flow.state[candidate].contains(.forced) { forced.append(option) } else { options.append(option) }
    }
    options.sort { $0.worth != $1.worth ? $0.worth > $1.worth : $0.candidate < $1.candidate }
    if rules.leastScore > .min { tabulateScores() }
    for option in forced {
      guard rules.mayJoin(option.reviewer, chosen.map(\.reviewer), paper: paper) else { return }
      chosen.append(option)
    }
    guard chosen.count <= most else { return }
    extend(
      from: 0, worth: chosen.reduce(0) { $0 + $1.worth }, score: chosen.reduce(0) { $0 + $1.score })
  }

  private mutating func tabulateScores() {
    var top: [Int64] = []
    bestScores = Array(repeating: [], count: options.count + 1)
    for place in stride(from: options.count, through: 0, by: -1) {
      if place < options.count {
        let score = options[place].score
        let position = top.firstIndex { $0 < score } ?? top.count
        top.insert(score, at: position)
        if top.count > most { top.removeLast() }
      }
      var sums: [Int64] = [0]
      for score in top { sums.append(sums[sums.count - 1] + score) }
      bestScores[place] = sums
    }
  }

  private mutating func extend(from start: Int, worth: Int64, score: Int64) {
    visits += 1
    let room = most - chosen.count
    let reviewers = chosen.map(\.reviewer)
    let need = rules.unmetNeed(reviewers, paper: paper)
    guard need <= room else { return }
    if chosen.count >= fewest, need <= 0, score >= rules.leastScore, worth > best?.worth ?? .min {
      best = Result(candidates: chosen.map(\.candidate).sorted(), worth: worth)
    }
    guard room > 0 else { return }
    let open = max(1, fewest - chosen.count)
    var place = start
    while place + open <= options.count, !isCutShort {
      if let best, worth + mostWorth(from: place, open: open, room: room) <= best.worth { return }
      if !bestScores.isEmpty, score + mostScore(from: place, open: open, room: room) < rules.leastScore { return }
      let option = options[place]
      if rules.mayJoin(option.reviewer, reviewers, paper: paper) {
        chosen.append(option)
        extend(from: place + 1, worth: worth + option.worth, score: score + option.score)
        chosen.removeLast()
      }
      place += 1
    }
  }

  /// The most that `open` up to `room` options from the place on can add. Options stand highest worth first.
  private func mostWorth(from place: Int, open: Int, room: Int) -> Int64 {
    var sum: Int64 = 0
    for index in place..<min(options.count, place + room) {
      if index >= place + open, options[index].worth <= 0 { break }
      sum += options[index].worth
    }
    return sum
  }

  private func mostScore(from place: Int, open: Int, room: Int) -> Int64 {
    let sums = bestScores[place]
    return sums[open...min(room, sums.count - 1)].max() ?? 0
  }
}
