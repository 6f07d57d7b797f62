/// How far a person's free keywords cover a paper's.
public enum KeywordAffinity {
  /// Four parts the mean over the paper's keywords of how near the nearest of the person's comes, one part the nearest of
  /// all, rounded down, from 0 to `Affinity.scoreLimit`: the same form as `TopicAffinity`.
  ///
  /// Two keywords are as near as the share of words they have in common among all words of the two (Jaccard), words
  /// compared without case and plural endings, so that "KV caches" is "kv cache" and two thirds of "sparse GPU kernels" are
  /// "GPU kernel". Nil when one of the two has no keyword with a letter or digit: then keywords tell nothing.
  public static func score(paper: [String], person: [String]) -> Int? {
    score(paper: paper.map(words).filter { !$0.isEmpty }, person: person.map(words).filter { !$0.isEmpty })
  }

  /// The same for keywords that `words` took apart already.
  public static func score(paper: [Set<UInt64>], person: [Set<UInt64>]) -> Int? {
    guard !paper.isEmpty, !person.isEmpty else { return nil }
    let nearest = paper.map { wanted in person.map { nearness(wanted, $0) }.max() ?? 0 }
    let sum = nearest.reduce(0, +)
    return (4 * sum + (nearest.max() ?? 0) * paper.count) / (5 * paper.count)
  }

  /// The words of a keyword, as they are compared.
  public static func words(_ keyword: String) -> Set<UInt64> { Set(Word.all(in: keyword).map(\.stem)) }

  private static func nearness(_ first: Set<UInt64>, _ second: Set<UInt64>) -> Int {
    let common = first.intersection(second).count
    let all = first.count + second.count - common
    return all == 0 ? 0 : common * Affinity.scoreLimit / all
  }
}
