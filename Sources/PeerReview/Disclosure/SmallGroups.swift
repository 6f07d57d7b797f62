/// Figures about few people tell of each of them.
public enum SmallGroups {
  /// The fewest a figure may be made from.
  public static let least = 5

  /// Whether a distribution over so many papers, reviews or people may be shown.
  public static func shows(_ count: Int) -> Bool { count >= least }
}
