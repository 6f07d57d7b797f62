import Testing

@testable import PeerReview

@Suite("E-mail addresses")
struct EmailAddressTests {
  @Test(
    "Addresses in use are accepted",
    arguments: [
      "ada@example.org", "a@b.co", "Ada.Lovelace+mlsys@CS.Example.ac.uk", "o'brien_x@sub-domain.example.org", "1@2.example",
      "x@xn--bcher-kva.example", "#!$%&'*+-/=?^_`{|}~@example.org",
    ])
  func accepted(text: String) throws {
    let address = try #require(EmailAddress(text))
    #expect(address.text == text)
    #expect(address.folded == text.lowercased())
    #expect("\(address.localPart)@\(address.domain)" == address.folded)
    #expect("\(address)" == text)
  }

  @Test(
    "What is no address, or could harm a header or a shell, is refused",
    arguments: [
      "", " ", "@", "ada", "ada@", "@example.org", "ada@example", "a b@example.org", "ada@exa mple.org", "ada@@example.org",
      "a@b@c.org",
      ".ada@example.org", "ada.@example.org", "a..b@example.org", "ada@example..org", "ada@.example.org", "ada@example.org.",
      "ada@-example.org", "ada@example-.org", "ada@127.0.0.1", "ada@[127.0.0.1]", "\"ada l\"@example.org", "ada<x@example.org",
      "ada@example.org>", "ada@example.org\r\nBcc: eve@example.org", "ada\u{0}@example.org", "ada@exam\u{0}ple.org",
      "ada@exämple.org",
      "ädä@example.org", "ada,eve@example.org", "ada@example.org,eve@example.org", "Ada <ada@example.org>", "ada@exam_ple.org",
    ])
  func refused(text: String) {
    #expect(EmailAddress(text) == nil)
  }

  @Test("Blanks and line ends around an address are dropped")
  func blanks() {
    #expect(EmailAddress(" \tada@example.org\r\n")?.text == "ada@example.org")
    #expect(EmailAddress("ada@example.org\r\n")?.text == "ada@example.org")
  }

  @Test("The limits are 64 bytes before the @, 63 in a label and 254 in all")
  func limits() {
    func letters(_ count: Int) -> String { String(repeating: "a", count: count) }
    #expect(EmailAddress("\(letters(64))@example.org") != nil)
    #expect(EmailAddress("\(letters(65))@example.org") == nil)
    #expect(EmailAddress("a@\(letters(63)).org") != nil)
    #expect(EmailAddress("a@\(letters(64)).org") == nil)
    let domain = "\(letters(63)).\(letters(63)).\(letters(61))"
    #expect(EmailAddress("\(letters(64))@\(domain)")?.text.utf8.count == 254)
    #expect(EmailAddress("\(letters(64))@\(domain)a") == nil)
  }

  @Test("Addresses that differ in case only are the same mailbox")
  func folding() throws {
    let lower = try #require(EmailAddress("ada@example.org"))
    let upper = try #require(EmailAddress("ADA@Example.ORG"))
    #expect(lower == upper)
    #expect(Set([lower, upper]).count == 1)
    #expect(lower < (try #require(EmailAddress("Bob@example.org"))))
  }
}
