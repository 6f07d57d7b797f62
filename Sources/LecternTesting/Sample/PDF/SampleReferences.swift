/// A made-up list of references; nobody in it exists.
struct SampleReferences {
  struct Entry {
    let authors: [SamplePerson]
    let year: Int
    /// The entry as it is printed.
    let text: String

    /// As the text cites it: `Okonjo et al., 2023`.
    var citation: String {
      let names = authors.map(\.familyName)
      switch names.count {
      case 0, 1: return "\(names.first ?? "Anonymous"), \(year)"
      case 2: return "\(names[0]) & \(names[1]), \(year)"
      default: return "\(names[0]) et al., \(year)"
      }
    }
  }

  /// Sorted as the style sorts them.
  let entries: [Entry]

  private static let venues = [
    "Proceedings of the Conference on Sample Systems", "Proceedings of the Symposium on Invented Architectures",
    "Transactions on Imaginary Learning Systems", "Proceedings of the Workshop on Made-up Workloads",
    "Journal of Fictitious Computing", "Proceedings of the Forum on Example Compilers",
  ]

  /// `truncated` entries hide their authors behind "et al.", which the call forbids.
  init(subject: SampleSubject, count: Int, truncated: Int, random: SeededRandom) {
    var random = random.stream("references")
    var people = SamplePeople(random: random)
    var systems = SampleSystemNames(random: random)
    var made: [Entry] = []
    for index in 0..<count {
      let wanted = index < truncated ? random.int(in: 4...6) : random.int(in: 1...5)
      let authors = (0..<wanted).map { _ in people.next() }
      let other = SampleSubject(other: subject, system: systems.next(), random: &random)
      let title = other.title(industrial: false, &random)
      let year = random.int(in: 2014...2025)
      let first = random.int(in: 1...880)
      let place = random.pick(Self.venues) ?? ""
      let names = Self.names(authors, truncated: index < truncated)
      let text = "\(names) \(title). In \(place), pp. \(first)–\(first + random.int(in: 9...18)), \(year)."
      made.append(Entry(authors: authors, year: year, text: text))
    }
    entries = made.sorted { Self.order($0) < Self.order($1) }
  }

  private static func order(_ entry: Entry) -> String {
    PlainLetters.address(entry.authors.first?.familyName ?? "") + " \(entry.year) " + entry.text
  }

  private static func names(_ authors: [SamplePerson], truncated: Bool) -> String {
    let names = authors.map(\.referenceName)
    if truncated { return names.prefix(2).joined(separator: ", ") + ", et al." }
    guard let last = names.last, names.count > 1 else { return closed(names.first ?? "Anonymous") }
    let comma = names.count > 2 ? "," : ""
    return closed(names.dropLast().joined(separator: ", ") + comma + " and " + last)
  }

  private static func closed(_ names: String) -> String {
    names.hasSuffix(".") ? names : names + "."
  }
}

extension SampleSubject {
  /// Another paper in the same field.
  init(other: SampleSubject, system: String, random: inout SeededRandom) {
    self.system = system
    things = random.shuffled(other.things)
    methods = random.shuffled(other.methods)
    settings = random.shuffled(other.settings)
    metrics = random.shuffled(other.metrics)
    costs = other.costs
    workloads = random.shuffled(other.workloads)
  }
}
