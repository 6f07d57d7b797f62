/// Where people work, as far as their affiliation and address tell, under whatever name.
struct Institutions: Sendable {
  /// One place of work.
  struct Place: Hashable, Sendable {
    /// Equal for what is one institution.
    let key: String
    /// As someone wrote it.
    let name: String
    let isDomain: Bool
  }

  private let publicMail: Set<String>
  /// The institution's key by each name or domain it goes by.
  private let aliases: [String: String]

  init(_ checks: ConflictChecks) {
    publicMail = Set(checks.publicMail)
    let pairs = checks.institutions.flatMap { institution in
      (institution.names + [institution.key]).map { (Self.isDomain($0) ? $0.lowercased() : Self.folded($0), institution.key) }
    }
    aliases = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private static func isDomain(_ name: String) -> Bool { name.contains(".") && !name.contains(" ") }

  /// No place for what says nothing: no affiliation, an independent scholar, an address at a public provider.
  func places(affiliation: String, domain: String?) -> Set<Place> {
    var places: Set<Place> = []
    for part in affiliation.split(whereSeparator: { $0 == ";" || $0 == "/" }) {
      let name = String(part).trimmed
      let key = Self.folded(name)
      if key.isEmpty || Self.nowhere.contains(key) { continue }
      places.insert(Place(key: aliases[key].map(Self.alias) ?? key, name: name, isDomain: false))
      // “Department of Physics, MIT” is MIT where the call knows MIT; “Physics” alone says nothing.
      for piece in name.split(separator: ",") {
        guard let known = aliases[Self.folded(String(piece))] else { continue }
        places.insert(Place(key: Self.alias(known), name: String(piece).trimmed, isDomain: false))
      }
    }
    if let domain, let place = place(ofDomain: domain.lowercased()) { places.insert(place) }
    return places
  }

  private func place(ofDomain domain: String) -> Place? {
    let labels = domain.split(separator: ".").map(String.init)
    guard labels.count >= 2 else { return nil }
    let suffixes = (0...(labels.count - 2)).map { labels.dropFirst($0).joined(separator: ".") }
    if suffixes.contains(where: publicMail.contains) { return nil }
    if let known = suffixes.compactMap({ aliases[$0] }).first {
      return Place(key: Self.alias(known), name: domain, isDomain: true)
    }
    let organisation = Self.organisation(labels)
    return Place(key: "@" + organisation, name: organisation, isDomain: true)
  }

  /// `cs.example.ac.uk` is of `example.ac.uk`, `cs.example.edu` of `example.edu`.
  private static func organisation(_ labels: [String]) -> String {
    let isCountry = (labels.last?.count ?? 0) == 2
    let second = labels.dropLast().last ?? ""
    return labels.suffix(isCountry && secondLevel.contains(second) ? 3 : 2).joined(separator: ".")
  }

  private static func alias(_ key: String) -> String { "=" + key }

  /// Below these in a country's domain stand the institutions themselves.
  private static let secondLevel: Set<String> = [
    "ac", "co", "edu", "com", "org", "gov", "net", "or", "ne", "go", "re", "res", "uni", "sch",
  ]

  private static let nowhere: Set<String> = [
    "independent", "independent researcher", "independent scholar", "none", "unaffiliated", "no affiliation", "retired", "n a",
  ]

  /// Words without case, signs and “the”.
  static func folded(_ name: String) -> String {
    NameKey.plain(name).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).filter { $0 != "the" }.joined(separator: " ")
  }
}
