import LecternTesting
import Testing

@Suite("Made-up people")
struct SamplePeopleTests {
  private static let people: [SamplePerson] = {
    var maker = SamplePeople(random: SeededRandom(seed: 11))
    return (0..<3_000).map { _ in maker.next() }
  }()

  @Test("Three thousand people differ in e-mail, ORCID iD and name")
  func areDistinct() {
    #expect(Set(Self.people.map(\.email)).count == 3_000)
    #expect(Set(Self.people.map(\.orcid)).count == 3_000)
    #expect(Set(Self.people.map(\.name)).count == 3_000)
  }

  @Test("Every address is plain ASCII at a domain that can't be registered")
  func addressesAreSafe() {
    for person in Self.people {
      #expect(person.email.hasSuffix(".example"))
      #expect(person.email.utf8.allSatisfy { $0 > 32 && $0 < 127 })
      let parts = person.email.split(separator: "@")
      #expect(parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasPrefix("-") })
      #expect(!person.email.contains("..") && !person.email.contains("?"))
    }
  }

  @Test("Every ORCID iD has its check digit and lies outside the blocks that are handed out")
  func orcidsAreValidButUnreal() {
    for person in Self.people {
      #expect(person.orcid.hasPrefix("0000-0009-9"))
      #expect(person.orcid.count == 19)
      let characters = person.orcid.filter { $0 != "-" }
      let total = characters.dropLast().reduce(0) { ($0 + ($1.wholeNumberValue ?? 99)) * 2 } % 11
      let check = (12 - total) % 11
      #expect(characters.last.map(String.init) == (check == 10 ? "X" : String(check)))
    }
  }

  @Test("Names come with marks, in one word, with hyphens and in several words")
  func namesAreVaried() {
    let names = Self.people.map(\.name)
    #expect(names.contains { $0.unicodeScalars.contains { $0.value > 0x24F } || $0.contains("ř") || $0.contains("ō") })
    #expect(names.contains { !$0.contains(" ") })
    #expect(names.contains { $0.contains("-") })
    #expect(names.contains { $0.split(separator: " ").count >= 4 })
    #expect(names.allSatisfy { !$0.contains("_") && !$0.contains("  ") && !$0.isEmpty })
  }

  @Test("The same seed makes the same people, another seed others")
  func areDeterministic() {
    var again = SamplePeople(random: SeededRandom(seed: 11))
    var other = SamplePeople(random: SeededRandom(seed: 12))
    #expect((0..<50).map { _ in again.next() } == Array(Self.people.prefix(50)))
    #expect((0..<50).map { _ in other.next() } != Array(Self.people.prefix(50)))
  }

  @Test("Places of work have different names and domains")
  func placesAreDistinct() {
    #expect(Set(SampleAffiliation.all.map(\.domain)).count == SampleAffiliation.all.count)
    #expect(Set(SampleAffiliation.all.map(\.name)).count == SampleAffiliation.all.count)
  }
}
