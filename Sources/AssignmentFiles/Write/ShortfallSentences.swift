internal import Matching

/// Why no plan meets everything, in words a chair can act on.
struct ShortfallSentences {
  private let instance: AssignmentInstance
  /// Longer lists of names are cut.
  private static let namesLimit = 12

  init(_ instance: AssignmentInstance) { self.instance = instance }

  func sentences(_ shortfall: Shortfall) -> [String] {
    shortfall.paperBottlenecks.map(sentence) + shortfall.loadBottlenecks.map(sentence)
  }

  private func sentence(_ bottleneck: PaperBottleneck) -> String {
    let isOne = bottleneck.papers.count == 1
    let need = "\(papers(bottleneck.papers)) need\(isOne ? "s" : "") \(count(bottleneck.neededReviews, "review"))"
    if bottleneck.reviewers.isEmpty { return "\(need), but no reviewer can take \(isOne ? "it" : "them")." }
    let people = bottleneck.reviewers.count
    return "\(need); the \(people == 1 ? "one reviewer" : "\(people) reviewers") who can take \(isOne ? "it" : "them") "
      + "(\(listed(bottleneck.reviewers.map(instance.reviewerName)))) \(people == 1 ? "has" : "have") room for "
      + "\(bottleneck.roomReviews)."
  }

  private func sentence(_ bottleneck: LoadBottleneck) -> String {
    let isOne = bottleneck.reviewers.count == 1
    let names = listed(bottleneck.reviewers.map(instance.reviewerName))
    let need = "reviewer\(isOne ? "" : "s") \(names) must be given at least \(count(bottleneck.neededPapers, "paper"))"
    if bottleneck.papers.isEmpty { return "\(need), but can take none." }
    let few = bottleneck.papers.count
    return "\(need); the \(few == 1 ? "one paper" : "\(few) papers") they can take "
      + "(\(listed(bottleneck.papers.map(instance.paperName)))) \(few == 1 ? "has" : "have") room for \(bottleneck.roomPapers)."
  }

  private func papers(_ papers: [Int]) -> String {
    "paper\(papers.count == 1 ? "" : "s") \(listed(papers.map(instance.paperName)))"
  }

  private func listed(_ names: [String]) -> String {
    if names.count > Self.namesLimit {
      return names.prefix(Self.namesLimit).joined(separator: ", ") + " and \(names.count - Self.namesLimit) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
