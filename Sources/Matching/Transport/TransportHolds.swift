/// Units on candidates.
extension TransportNetwork {
  /// The hold's index at the reviewer, or -1.
  func hold(of entry: Int32, at reviewer: Int) -> Int {
    let first = Int(reviewers[reviewer].holdStart)
    for index in first..<first + Int(reviewers[reviewer].holdCount) where holds[index].entry == entry { return index }
    return -1
  }

  /// Units the candidate can take beyond those it has.
  func room(_ entry: Int32, at reviewer: Int) -> Int32 {
    let word = entries[Int(entry)]
    if word & Entry.heldFlag == 0 { return pairCapacity }
    if word & Entry.fullFlag != 0 { return 0 }
    let index = hold(of: entry, at: reviewer)
    return index < 0 ? pairCapacity : pairCapacity - holds[index].units
  }

  /// Puts units on a candidate that has room for them. Neither `supply` nor `load` changes.
  func put(_ units: Int32, on entry: Int32, of paper: Int, at reviewer: Int) {
    var index = entries[Int(entry)] & Entry.heldFlag == 0 ? -1 : hold(of: entry, at: reviewer)
    if index < 0 {
      index = Int(reviewers[reviewer].holdStart + reviewers[reviewer].holdCount)
      reviewers[reviewer].holdCount += 1
      holds[index] = Hold(entry: entry, paper: Int32(paper), units: 0)
    }
    holds[index].units += units
    entries[Int(entry)] |= Entry.heldFlag | (holds[index].units >= pairCapacity ? Entry.fullFlag : 0)
  }

  /// Takes units off a hold. The reviewer's last hold may move into its place.
  func take(_ units: Int32, offHold index: Int, at reviewer: Int) {
    let entry = Int(holds[index].entry)
    holds[index].units -= units
    entries[entry] &= ~Entry.fullFlag
    guard holds[index].units == 0 else { return }
    entries[entry] &= ~Entry.heldFlag
    reviewers[reviewer].holdCount -= 1
    holds[index] = holds[Int(reviewers[reviewer].holdStart + reviewers[reviewer].holdCount)]
  }

  /// Makes prices and units agree: afterwards no candidate with room is worth more than its paper's price and none with
  /// units less, and each reviewer forwards what their price asks for. Units that don't fit go back to `supply`.
  func settle() {
    for reviewer in 0..<reviewerCount { settleReviewer(reviewer) }
    for paper in 0..<paperCount {
      papers[paper].supply += papers[paper].toNobody
      papers[paper].toNobody = 0
      paperPrice[paper] = worthOfBestOpen(paper)
    }
    for reviewer in 0..<reviewerCount {
      let first = Int(reviewers[reviewer].holdStart)
      for index in stride(from: first + Int(reviewers[reviewer].holdCount) - 1, through: first, by: -1) {
        let worth = Entry.gain(entries[Int(holds[index].entry)]) - reviewerPrice[reviewer]
        if worth < paperPrice[Int(holds[index].paper)] { drop(index, at: reviewer, units: holds[index].units) }
      }
      reviewers[reviewer].forwarded = forwardedAtPrice(reviewer)
    }
  }

  private func settleReviewer(_ reviewer: Int) {
    while reviewers[reviewer].load > reviewers[reviewer].loadMaximum, let index = cheapestHold(reviewer) {
      drop(index, at: reviewer, units: min(holds[index].units, reviewers[reviewer].load - reviewers[reviewer].loadMaximum))
    }
    let load = reviewers[reviewer].load
    if load > 0 { reviewerPrice[reviewer] = max(reviewerPrice[reviewer], costOfNextUnit(reviewer, after: load - 1)) }
  }

  private func cheapestHold(_ reviewer: Int) -> Int? {
    let first = Int(reviewers[reviewer].holdStart)
    return (first..<first + Int(reviewers[reviewer].holdCount)).min {
      entries[Int(holds[$0].entry)] < entries[Int(holds[$1].entry)]
    }
  }

  private func drop(_ index: Int, at reviewer: Int, units: Int32) {
    papers[Int(holds[index].paper)].supply += units
    reviewers[reviewer].load -= units
    take(units, offHold: index, at: reviewer)
  }

  /// The highest gain less price among the paper's candidates with room; at least what nobody is worth.
  private func worthOfBestOpen(_ paper: Int) -> Int64 {
    var best = papers[paper].optional > 0 ? 0 : -missingPenalty
    var next = Int(papers[paper].rowStart)
    let end = Int(papers[paper].rowEnd)
    while next < end {
      if next == Int(papers[paper].sortedEnd) { extendSorted(paper) }
      let word = entries[next]
      next += 1
      let gain = Entry.gain(word)
      if gain &- lowestPrice <= best { break }
      if word & Entry.fullFlag != 0 { continue }
      best = max(best, gain &- reviewerPrice[Entry.reviewer(word)])
    }
    return best
  }
}
