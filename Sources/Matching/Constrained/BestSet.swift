/// The best set of reviewers for one paper under its rules and given prices, by branch and bound over its candidates.
///
/// With prices on the reviewers the papers no longer compete, so the best sets of all papers together bound what any plan
/// that meets the rules can reach (Lagrangian relaxation of the loads). A least score is relaxed once more within the paper,
/// at the weight that gives the closest bound, and candidates are tried in the order of worth plus weighted score.
struct BestSet {
  /// The most sets looked at before the search gives up.
  static let effort = 50_000
  /// Weights of scores are whole numbers over this one.
  private static let scale: Int64 = 1024

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
    /// scale·worth + weight·score.
    var value: Int64
  }

  private let rules: PaperRules
  private let paper: Int
  private let fewest: Int
  private let most: Int
  private var weight: Int64 = 0
  private var options: [Option] = []
  /// `bestScores[i·(most + 1) + k]`: the highest sum of scores of `k` options from `i` on.
  private var bestScores: [Int64] = []

  private var chosen: [Int] = []
  private var chosenReviewers: [Int] = []
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
        candidate: candidate, reviewer: reviewer, score: flow.problem.scoreOfCandidate[candidate], worth: worth,
        value: 0)
      if flow.state[candidate].contains(.forced) { forced.append(option) } else { options.append(option) }
    }
    guard forced.count <= most else { return }
    for option in forced {
      guard rules.mayJoin(option.reviewer, chosenReviewers, paper: paper) else { return }
      chosen.append(option.candidate)
      chosenReviewers.append(option.reviewer)
    }
    let score = forced.reduce(0) { $0 + $1.score }
    if rules.leastScore > .min { weight = closestWeight(open: most - forced.count, score: score) }
    for place in options.indices {
      options[place].value = Self.scale * options[place].worth + weight * options[place].score
    }
    options.sort { $0.value != $1.value ? $0.value > $1.value : $0.candidate < $1.candidate }
    if rules.leastScore > .min { tabulateScores() }
    let worth = forced.reduce(0) { $0 + $1.worth }
    extend(from: 0, worth: worth, score: score, value: Self.scale * worth + weight * score)
  }

  /// The weight of scores at which the best options just reach the least score, in halving steps.
  private func closestWeight(open: Int, score: Int64) -> Int64 {
    func reaches(_ weight: Int64) -> Bool {
      var top: [(value: Int64, score: Int64)] = []
      for option in options {
        let value = Self.scale * option.worth + weight * option.score
        if top.count == open, let last = top.last, value <= last.value { continue }
        top.insert((value, option.score), at: top.firstIndex { $0.value < value } ?? top.count)
        if top.count > open { top.removeLast() }
      }
      return top.reduce(score) { $0 + $1.score } >= rules.leastScore
    }
    guard open > 0, !reaches(0) else { return 0 }
    var low: Int64 = 0
    var high = Self.scale / 16
    while !reaches(high), high < Self.scale * 64 { (low, high) = (high, high * 2) }
    for _ in 0..<8 where high - low > 1 {
      let middle = (low + high) / 2
      if reaches(middle) { high = middle } else { low = middle }
    }
    return high
  }

  private mutating func tabulateScores() {
    var top: [Int64] = []
    bestScores = Array(repeating: .min / 4, count: (options.count + 1) * (most + 1))
    for place in stride(from: options.count, through: 0, by: -1) {
      if place < options.count {
        let score = options[place].score
        top.insert(score, at: top.firstIndex { $0 < score } ?? top.count)
        if top.count > most { top.removeLast() }
      }
      var sum: Int64 = 0
      bestScores[place * (most + 1)] = 0
      for (index, score) in top.enumerated() {
        sum += score
        bestScores[place * (most + 1) + index + 1] = sum
      }
    }
  }

  private mutating func extend(from start: Int, worth: Int64, score: Int64, value: Int64) {
    visits += 1
    let room = most - chosen.count
    let need = rules.unmetNeed(chosenReviewers, paper: paper)
    guard need <= room else { return }
    if chosen.count >= fewest, need <= 0, score >= rules.leastScore, worth > best?.worth ?? .min {
      best = Result(candidates: chosen.sorted(), worth: worth)
    }
    guard room > 0 else { return }
    let open = max(1, fewest - chosen.count)
    let charge = weight == 0 ? 0 : weight * rules.leastScore
    var place = start
    while place + open <= options.count, !isCutShort {
      if let best, value - charge + mostValue(from: place, open: open, room: room) <= Self.scale * best.worth { return }
      if !bestScores.isEmpty, score + mostScore(from: place, open: open, room: room) < rules.leastScore { return }
      let option = options[place]
      if rules.mayJoin(option.reviewer, chosenReviewers, paper: paper) {
        chosen.append(option.candidate)
        chosenReviewers.append(option.reviewer)
        extend(
          from: place + 1, worth: worth + option.worth, score: score + option.score, value: value + option.value)
        chosen.removeLast()
        chosenReviewers.removeLast()
      }
      place += 1
    }
  }

  /// The most that `open` up to `room` options from the place on can add. Options stand highest value first.
  private func mostValue(from place: Int, open: Int, room: Int) -> Int64 {
    var sum: Int64 = 0
    for index in place..<min(options.count, place + room) {
      if index >= place + open, options[index].value <= 0 { break }
      sum += options[index].value
    }
    return sum
  }

  private func mostScore(from place: Int, open: Int, room: Int) -> Int64 {
    var highest = Int64.min / 4
    for count in open...room { highest = max(highest, bestScores[place * (most + 1) + count]) }
    return highest
  }
}
