/// Which letters wait in the outbox for a chair's word. Letters that hold a one-time link never wait.
public struct LetterPolicy: Hashable, Sendable {
  /// Every letter is held; otherwise only those a chair asks to be held.
  public let holdsEverything: Bool
  /// After so many hours a held letter goes without a word; nil: never.
  public let releaseAfterHours: Int?

  public init(holdsEverything: Bool, releaseAfterHours: Int?) {
    self.holdsEverything = holdsEverything
    self.releaseAfterHours = releaseAfterHours
  }

  public static let standard = LetterPolicy(holdsEverything: false, releaseAfterHours: nil)
}

extension CallFileReader {
  func letters(_ file: CallFileSection) -> LetterPolicy {
    guard file.field("letters") != nil else { return .standard }
    let section = file.section("letters", required: ["hold"], optional: ["release-after-hours"])
    return LetterPolicy(
      holdsEverything: section.choice("hold", of: ["everything", "nothing"]) == "everything",
      releaseAfterHours: section.field("release-after-hours") == nil
        ? nil : section.integer("release-after-hours", in: 1...1_000))
  }
}
