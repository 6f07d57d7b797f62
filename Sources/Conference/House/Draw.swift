internal import PeerReview
internal import Store

extension Act {
  /// A number drawn uniformly from those of 1, 2, … that `isUsed` doesn't know, within 99, 999, 9,999 …: the first of these
  /// bounds, from `bound` on, that is at most half used. So a number says neither what came before it nor how much.
  ///
  /// `used` is how many numbers were ever given.
  func draw(within bound: Int, used: Int, isUsed: (Int) throws -> Bool) rethrows -> Int {
    var bound = max(1, bound)
    while used > bound / 2, bound < 1 << 40 { bound = bound * 10 + 9 }
    while true {
      let number = 1 + random(below: bound)
      if try !isUsed(number) { return number }
    }
  }

  /// The number of a paper to be: random, so that it tells neither when a paper was registered nor, by gaps, that others
  /// exist which are drafts, withdrawn, or kept from the reader.
  func drawNumber(in call: ID<Call>) throws -> SubmissionNumber {
    let used = try session.countSubmissions(in: call)
    return SubmissionNumber(
      try draw(within: 9_999, used: used) { try session.isNumberUsed(SubmissionNumber($0), in: call) })
  }

  /// Pseudonyms for new reviewers of a paper: random and never given there before, so that none tells its bearer, who came
  /// later, or that someone left.
  func drawPseudonyms(_ count: Int, of submission: ID<Submission>) throws -> [Int] {
    var used = Set(try session.pseudonyms(of: submission))
    return (0..<max(0, count)).map { _ in
      let number = draw(within: 99, used: used.count) { used.contains($0) }
      used.insert(number)
      return number
    }
  }
}
