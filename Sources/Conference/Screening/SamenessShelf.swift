internal import Foundation
internal import Screening

/// The index of shared text, in a folder beside the files. It holds nothing that the stored inspections don't: one that is
/// missing, cut short or damaged is made anew from them.
///
/// One process owns a data folder, so that one actor is enough to have papers added one after the other.
actor SamenessShelf {
  /// Nil where nothing is compared.
  private let folder: String?
  private var index: SamenessIndex?
  private var known: Set<String> = []
  private var isWhole = false

  init(folder: String?) { self.folder = folder }

  nonisolated var compares: Bool { folder != nil }

  /// Which of the papers the index lacks. Asked of all there are until `markWhole`; afterwards papers come one by one.
  func missing(of names: [String]) throws -> [String] {
    _ = try opened()
    return names.filter { !known.contains($0) }
  }

  var needsCheck: Bool { !isWhole }

  func markWhole() { isWhole = true }

  /// Adds papers; those that are known already stay as they are.
  func add(_ papers: [SamenessIndex.Paper]) throws {
    var index = try opened()
    let new = papers.filter { !known.contains($0.name) }
    try index.add(new)
    self.index = index
    known.formUnion(new.map(\.name))
  }

  /// Papers that share text with the one asked for, the most alike first; itself among them when it is known.
  func matches(_ fingerprints: [UInt64]) throws -> [SamenessIndex.Match] {
    try opened().matches(fingerprints, limit: Self.matchesLimit)
  }

  /// Every version of a paper is in the index, so that there may be many before another paper.
  private static let matchesLimit = 400

  private func opened() throws -> SamenessIndex {
    if let index { return index }
    guard let folder else { throw NothingIsCompared() }
    let found: SamenessIndex
    do {
      found = try SamenessIndex(folder: folder)
    } catch is SamenessProblem {
      // Everything in it can be had again from the stored inspections.
      try FileManager.default.removeItem(atPath: folder)
      found = try SamenessIndex(folder: folder)
    }
    index = found
    known = Set(found.known().keys)
    return found
  }
}

/// A shelf without a folder was asked.
private struct NothingIsCompared: Error {}
