/// A made-up person.
public struct SamplePerson: Hashable, Sendable {
  /// Empty for somebody whose name is one word; the word is then the family name.
  public let givenName: String
  public let familyName: String
  /// Distinct from everybody's in the same `SamplePeople`; always at a `.example` domain.
  public let email: String
  public let affiliation: SampleAffiliation
  /// An ORCID iD with a right check digit from `0000-0009-9000-0000` up, far outside the blocks ORCID hands out
  /// (0000-0001-5000-0007…0000-0003-5000-0001 and 0009-…), so that it can never be a real person's.
  public let orcid: String

  public var name: String { givenName.isEmpty ? familyName : givenName + " " + familyName }

  /// As references print it: `Lindqvist, Å. M.`
  public var referenceName: String {
    let initials = givenName.split(whereSeparator: { $0 == " " || $0 == "-" })
      .compactMap { $0.first.map { "\($0.uppercased())." } }
    return ([familyName + (initials.isEmpty ? "" : ",")] + initials).joined(separator: " ")
  }
}

/// Makes people who differ from each other in name, e-mail and ORCID iD.
public struct SamplePeople: Sendable {
  private var random: SeededRandom
  private let orcidOffset: Int
  private var made = 0
  private var names: Set<String> = []
  private var locals: Set<String> = []

  public init(random: SeededRandom) {
    self.random = random.stream("people")
    var offsets = random.stream("orcid")
    orcidOffset = offsets.int(below: 1_000_000) ?? 0
  }

  /// The next person, at the given place or at a random one.
  public mutating func next(at affiliation: SampleAffiliation? = nil) -> SamplePerson {
    let place = affiliation ?? random.pick(SampleAffiliation.all) ?? SampleAffiliation.fallback
    let (given, family) = freshName()
    let email = freshEmail(given: given, family: family, domain: place.domain)
    made += 1
    // A stride that shares no factor with 1,000,000 visits every number once before it repeats one.
    let serial = (orcidOffset &+ made &* 617_353) % 1_000_000
    return SamplePerson(
      givenName: given, familyName: family, email: email, affiliation: place, orcid: SampleORCID.text(serial: serial))
  }

  private mutating func freshName() -> (given: String, family: String) {
    for _ in 0..<40 {
      let (given, family) = name()
      if names.insert(given + " " + family).inserted { return (given, family) }
    }
    while true {
      let (given, family) = name()
      let middle = ["A.", "E.", "K.", "M.", "N.", "R.", "S.", "T."]
      let first = [given, random.pick(middle) ?? "", random.pick(middle) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      // Past any plausible number of people a namesake is better than no end.
      if names.insert(first + " " + family).inserted || names.count > 60_000 { return (first, family) }
    }
  }

  private mutating func name() -> (given: String, family: String) {
    if random.chance(percent: 2), let only = random.pick(SampleNames.single) { return ("", only) }
    guard let group = random.pick(SampleNames.groups), let other = random.pick(SampleNames.groups) else { return ("", "Sample") }
    let given = random.pick(group.given) ?? ""
    let family = random.pick(random.chance(percent: 12) ? other.family : group.family) ?? ""
    if random.chance(percent: 3), let second = random.pick(group.family), second != family, !family.contains(" ") {
      return (given, family + "-" + second)
    }
    return (given, family)
  }

  private mutating func freshEmail(given: String, family: String, domain: String) -> String {
    let local = [given, family].map { PlainLetters.address($0) }.filter { !$0.isEmpty }.joined(separator: ".")
    var candidate = local + "@" + domain
    var suffix = 2
    while !locals.insert(candidate).inserted {
      candidate = "\(local)\(suffix)@\(domain)"
      suffix += 1
    }
    return candidate
  }
}

extension SampleAffiliation {
  fileprivate static let fallback = SampleAffiliation(
    name: "University of Nowhere", domain: "nowhere.example", country: "Nowhere", kind: .university)
}

enum SampleORCID {
  /// `0000-0009-9` followed by the six digits of `serial` and the check digit of ISO 7064 MOD 11-2.
  static func text(serial: Int) -> String {
    var digits: [Int] = [0, 0, 0, 0, 0, 0, 0, 9, 9]
    var divisor = 100_000
    while divisor > 0 {
      digits.append(serial / divisor % 10)
      divisor /= 10
    }
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, place % 4 == 0 { text += "-" }
      text += String(digit)
    }
    return text + check(digits)
  }

  static func check(_ digits: [Int]) -> String {
    let total = digits.reduce(0) { ($0 + $1) * 2 % 11 }
    let result = (12 - total) % 11
    return result == 10 ? "X" : String(result)
  }
}
