import PeerReview
import Testing

@Suite("Identifiers of archival repositories")
struct ArchivalIdentifierTests {
  @Test(
    "A DOI, SWHID, ARK or Handle is one by its form, bare or with its resolver",
    arguments: [
      ("10.5281/zenodo.1234567", ArchivalIdentifier.Scheme.doi, "https://doi.org/10.5281/zenodo.1234567"),
      ("https://doi.org/10.6084/m9.figshare.1", .doi, "https://doi.org/10.6084/m9.figshare.1"),
      ("DOI:10.5061/dryad.abc", .doi, "https://doi.org/10.5061/dryad.abc"),
      (
        "swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505;origin=https://git.example/x", .softwareHeritage,
        "https://archive.softwareheritage.org/swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505;origin=https://git.example/x"
      ),
      ("ark:/12345/x54", .ark, "https://n2t.net/ark:/12345/x54"),
      ("https://hdl.handle.net/20.500.12345/6789", .handle, "https://hdl.handle.net/20.500.12345/6789"),
    ])
  func accepted(given: String, scheme: ArchivalIdentifier.Scheme, address: String) throws {
    let identifier = try #require(ArchivalIdentifier(given))
    #expect(identifier.scheme == scheme && identifier.address == address)
    #expect(ArchivalIdentifier.reason(against: given) == nil)
  }

  @Test(
    "A code host, a drive, a home page and a repository's page are told apart, each with the way out",
    arguments: [
      ("https://github.com/ada/engine", "code host"), ("https://ada.github.io/engine", "code host"),
      ("https://drive.google.com/file/1", "keeps the account"), ("https://www.ada.example/engine.zip", "A home page"),
      ("https://zenodo.org/records/1234567", "Give the DOI"), ("zenodo 1234567", "This is no DOI"),
      ("10.52/zenodo", "This is no DOI"), ("swh:1:dir:d198", "This is no DOI"), ("", "This is no DOI"),
      ("https://doi.org/about", "A home page"),
    ])
  func refused(given: String, words: String) {
    #expect(ArchivalIdentifier(given) == nil)
    #expect(ArchivalIdentifier.reason(against: given)?.contains(words) == true, "\(given)")
  }

  @Test("No text whatever is a trap: odd bytes, lone schemes, very long ones")
  func hostile() {
    let odd = ["https://", "doi:", "10.", "10.1234/", "swh:1:", "https://@", "https://a.b@evil.example/", "https://.", "\u{0}"]
    for given in odd + [String(repeating: "10.1234/x", count: 10_000)] {
      #expect(ArchivalIdentifier(given) == nil, "\(given.prefix(20))")
    }
    #expect(WebAddress("https://user@host.example/") == nil && WebAddress("javascript:alert(1)") == nil)
    #expect(WebAddress("HTTPS://Host.Example:8080/a?b#c")?.host == "host.example")
  }
}
