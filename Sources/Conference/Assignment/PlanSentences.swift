internal import PeerReview

/// What one chair may know when reading a plan: papers they are not shut out of, and who reviews.
struct PlanReader {
  let numbers: [ID<Submission>: SubmissionNumber]
  let names: [ID<Person>: String]
  let reviewsPerSubmission: Int
  /// Reviewers each paper the chair may know of has in the plan as it stands now.
  let reviewersOf: [ID<Submission>: Int]

  func knows(_ text: String) -> Bool { numbers[ID(text)] != nil }

  func isShort(_ text: String) -> Bool {
    knows(text) && reviewersOf[ID(text), default: 0] < reviewsPerSubmission
  }
}

extension PlanShortfall {
  /// One sentence per shortage, made only of papers the reader may know of. A shortage met by hand meanwhile is left out.
  func sentences(for reader: PlanReader) -> [String] {
    if isOutdated {
      return ["Conflicts or papers changed while the matcher ran, so its plan was not kept. Run the matcher again."]
    }
    if isBeyondMethod == true {
      return [
        "The chosen method finds no plan that meets all numbers. Raise the probability limit, invite reviewers, raise the "
          + "most papers per reviewer, or choose the optimal method to see what is short."
      ]
    }
    return papers.compactMap { paperSentence($0, reader) } + loads.map { loadSentence($0, reader) }
  }

  private func paperSentence(_ bottleneck: Bottleneck, _ reader: PlanReader) -> String? {
    let known = bottleneck.papers.filter(reader.knows)
    guard known.contains(where: reader.isShort) else { return nil }
    let papers = Self.listed(known.compactMap { reader.numbers[ID($0)] }.sorted().map(\.description))
    let need = known.count == 1 ? "needs" : "need"
    guard bottleneck.basis.allSatisfy(reader.knows) else {
      let missing = known.reduce(0) { $0 + max(0, reader.reviewsPerSubmission - reader.reviewersOf[ID($1), default: 0]) }
      return "\(papers) \(need) \(Self.count(missing, "review")) more, and the reviewers who may take "
        + "\(known.count == 1 ? "it" : "them") have no room left. Invite reviewers, or raise the most papers per reviewer."
    }
    let needs = "\(papers) \(need) \(Self.count(bottleneck.needed, "review"))"
    if bottleneck.people.isEmpty {
      return "\(needs), but no reviewer may take \(known.count == 1 ? "it" : "them"). Invite reviewers without a conflict."
    }
    return "\(needs); \(people(bottleneck, reader)) who may take \(known.count == 1 ? "it" : "them") "
      + "\(bottleneck.people.count == 1 ? "has" : "have") room for \(bottleneck.room). Invite reviewers, raise the most "
      + "papers per reviewer, or ask for fewer reviews per paper."
  }

  private func people(_ bottleneck: Bottleneck, _ reader: PlanReader) -> String {
    let count = bottleneck.people.count
    let names = bottleneck.people.compactMap { reader.names[ID($0)] }.sorted()
    let noun = count == 1 ? "the one reviewer" : "the \(count) reviewers"
    return names.count <= 4 && !names.isEmpty ? "\(noun) (\(Self.listed(names)))" : noun
  }

  private func loadSentence(_ bottleneck: Bottleneck, _ reader: PlanReader) -> String {
    let names = bottleneck.people.compactMap { reader.names[ID($0)] }.sorted()
    let count = bottleneck.people.count
    let who = names.count <= 4 && !names.isEmpty ? Self.listed(names) : "\(count) reviewers"
    let remedy = "Lower the least papers per reviewer, or ask for more reviews per paper."
    guard bottleneck.basis.allSatisfy(reader.knows) else {
      return "\(who) can't be given the least number of papers: too few places are open to them. \(remedy)"
    }
    return "\(who) should be given \(Self.count(bottleneck.needed, "paper")) by the least load, but the papers they may "
      + "read have room for \(bottleneck.room). \(remedy)"
  }

  static func listed(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
