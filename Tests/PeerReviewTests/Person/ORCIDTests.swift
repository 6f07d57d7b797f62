import PeerReview
import Testing

@Suite("ORCID iDs")
struct ORCIDTests {
  @Test(
    "The printed form and its addresses are accepted, and kept in the printed form",
    arguments: [
      "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X", "0000-0002-1694-233x",
      "https://orcid.org/0000-0002-1825-0097", "http://orcid.org/0000-0002-1825-0097", "orcid.org/0000-0002-1694-233x",
    ])
  func accepted(text: String) throws {
    let orcid = try #require(ORCID(text))
    #expect(orcid.text == String(text.suffix(19)).uppercased())
    #expect(ORCID(orcid.text) == orcid)
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "0000000218250097", "0000-0002-1825-009", "0000-0002-1825-00977", "0000-0002-1825-0097 ", "0000_0002_1825_0097",
      "000X-0002-1825-0097", "0000-0002-1825-00９7", "https://example.org/0000-0002-1825-0097", "０000-0002-1825-0097",
      "0000-0002-18250-097", "\u{0}000-0002-1825-0097", "https://orcid.org/",
    ])
  func refused(text: String) {
    #expect(ORCID(text) == nil)
  }

  @Test("Every wrong check digit is refused, and so is every digit changed and every pair of neighbours swapped")
  func checkDigit() {
    let valid = Array("0000-0002-1694-233X")
    for check in "0123456789" { #expect(ORCID(String(valid.dropLast()) + String(check)) == nil) }
    for place in valid.indices.dropLast() where valid[place] != "-" {
      for digit in "0123456789" where digit != valid[place] {
        var changed = valid
        changed[place] = digit
        #expect(ORCID(String(changed)) == nil, "\(String(changed))")
      }
    }
    let digits = valid.indices.dropLast().filter { valid[$0] != "-" }
    for (left, right) in zip(digits, digits.dropFirst()) where valid[left] != valid[right] {
      var swapped = valid
      swapped.swapAt(left, right)
      #expect(ORCID(String(swapped)) == nil, "\(String(swapped))")
    }
  }
}
