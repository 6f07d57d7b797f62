/// A search that chairs keep under a name. A noun to hang ids on.
public enum KeptSearch {}

public enum KeptSearchRules {
  /// As many as one chair keeps for oneself, and as many as all share.
  public static let limit = 100

  /// Reads the name: `shortlist` for all chairs, `~shortlist` for oneself. Refuses `invalid` with every problem: no name, a
  /// search that is not understood or empty, another search than the one all share by the name already, unless it is said that
  /// it `replaces` that, and one more than `limit` where `kept` of the name's kind are kept already.
  public static func keep(
    name: String, query: String, _ vocabulary: SearchVocabulary, kept: Int, replaces: Bool = false
  ) throws(Refusal) -> TagKey {
    var problems: [FieldProblem] = []
    let key = TagKey(name)
    if key == nil || key?.scope == .chairs {
      problems.append(
        FieldProblem("name", "Name the search by one word of letters, digits and hyphens, such as “shortlist” or “~mine”."))
    }
    if query.allSatisfy(\.isWhitespace) {
      problems.append(FieldProblem("q", "Search for something first, then keep the search."))
    } else {
      do {
        // A search that names itself would be a part of itself from then on.
        _ = try SearchQuery(parsing: query, vocabulary, within: key.map { [$0.text] } ?? [])
      } catch {
        problems.append(FieldProblem("q", error.message))
      }
    }
    if !replaces, let key, key.scope == .committee, let other = vocabulary.searches[key.text], other.trimmed != query.trimmed {
      let told = "All chairs share a search “\(key.text)” already; it searches for “\(other)”."
      problems.append(FieldProblem("name", "\(told) Choose another name, or say that this one replaces it."))
    }
    if kept >= limit { problems.append(FieldProblem("name", "\(limit) searches are kept already; remove one first.")) }
    guard let key, problems.isEmpty else { throw .invalid(problems) }
    return key
  }
}
