/// A name for something in an archive that outlives its maker's interest. Its form is checked here; that it leads to the
/// artifact is for a person to confirm.
public struct ArchivalIdentifier: Hashable, Sendable {
  public enum Scheme: String, Hashable, CaseIterable, Sendable {
    case doi = "DOI"
    case softwareHeritage = "SWHID"
    case ark = "ARK"
    case handle = "Handle"
  }

  public let scheme: Scheme
  /// Without its resolver: `10.5281/zenodo.1234`, `swh:1:dir:…`, `ark:/12345/x1`, `20.500.12345/6`.
  public let text: String

  /// Where it is resolved.
  public var address: String {
    switch scheme {
    case .doi: "https://doi.org/\(text)"
    case .softwareHeritage: "https://archive.softwareheritage.org/\(text)"
    case .ark: "https://n2t.net/\(text)"
    case .handle: "https://hdl.handle.net/\(text)"
    }
  }

  /// Nil for what is no such identifier by its form; `reason` says why not.
  public init?(_ given: String) {
    let lower = given.lowercased()
    let dropped = Self.prefixes.first { lower.hasPrefix($0.text) }
    let bare = dropped.map { String(given.dropFirst($0.text.count)) } ?? given
    guard given.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), given.utf8.count <= Self.limitCharacters else { return nil }
    switch dropped?.scheme {
    case .doi?: guard Self.isDOI(bare) else { return nil }
    case .softwareHeritage?: guard Self.isSWHID(bare) else { return nil }
    case .ark?: guard Self.isARK(bare) else { return nil }
    case .handle?: guard Self.isHandle(bare) else { return nil }
    case nil:
      guard let scheme = Self.scheme(ofBare: bare) else { return nil }
      self.scheme = scheme
      text = bare
      return
    }
    scheme = dropped?.scheme ?? .doi
    text = bare
  }

  public static let limitCharacters = 500

  private static let prefixes: [(text: String, scheme: Scheme)] = [
    ("https://doi.org/", .doi), ("http://doi.org/", .doi), ("https://dx.doi.org/", .doi), ("http://dx.doi.org/", .doi),
    ("doi:", .doi), ("https://archive.softwareheritage.org/", .softwareHeritage), ("https://n2t.net/", .ark),
    ("https://hdl.handle.net/", .handle), ("http://hdl.handle.net/", .handle), ("hdl:", .handle),
  ]

  private static func scheme(ofBare text: String) -> Scheme? {
    if isDOI(text) { return .doi }
    if isSWHID(text) { return .softwareHeritage }
    return isARK(text) ? .ark : nil
  }

  private static func isDOI(_ text: String) -> Bool { text.wholeMatch(of: #/10\.\d{4,9}(?:\.\d+)*\/[^\s<>"]+/#) != nil }

  private static func isSWHID(_ text: String) -> Bool {
    text.wholeMatch(of: #/swh:1:(?:cnt|dir|rev|rel|snp):[0-9a-f]{40}(?:;[a-z]+=[^\s<>"]+)*/#) != nil
  }

  private static func isARK(_ text: String) -> Bool { text.wholeMatch(of: #/ark:\/?\d{5,9}\/[^\s<>"]+/#) != nil }

  private static func isHandle(_ text: String) -> Bool { text.wholeMatch(of: #/\d+(?:\.\d+)+\/[^\s<>"]+/#) != nil }

  /// Why the text is no identifier of an archival repository, and what to do; nil when it is one.
  public static func reason(against given: String) -> String? {
    if ArchivalIdentifier(given) != nil { return nil }
    let host = WebAddress(given)?.host ?? ""
    func isAt(_ hosts: [String]) -> Bool { hosts.contains { host == $0 || host.hasSuffix("." + $0) } }
    if isAt(codeHosts) {
      return "\(host) is a code host: whoever owns the repository can change or delete it at any time. Archive a release of it "
        + "(Zenodo, figshare, Software Heritage or your institution's repository), then give the DOI or identifier it gets there."
    }
    if isAt(repositories) {
      return "This is the address of a page at \(host). Give the DOI that the page shows, such as 10.5281/zenodo.1234567."
    }
    if isAt(drives) {
      return "\(host) shares files for as long as somebody keeps the account. Deposit the artifact in an archival repository, "
        + "then give the DOI or identifier it gets there."
    }
    if !host.isEmpty {
      return "A home page is not an archive: it lasts as long as its owner keeps it up. Deposit the artifact in an archival "
        + "repository (Zenodo, figshare, Dryad, Software Heritage or your institution's), then give the DOI or identifier."
    }
    return "This is no DOI, Software Heritage identifier, ARK or Handle. Write it as 10.5281/zenodo.1234567 or swh:1:dir:…"
  }

  private static let codeHosts = [
    "github.com", "github.io", "gitlab.com", "bitbucket.org", "codeberg.org", "sourceforge.net", "sr.ht", "huggingface.co",
    "hub.docker.com", "pypi.org",
  ]
  private static let repositories = [
    "zenodo.org", "figshare.com", "datadryad.org", "osf.io", "dataverse.harvard.edu", "pangaea.de",
  ]
  private static let drives = [
    "drive.google.com", "docs.google.com", "dropbox.com", "onedrive.live.com", "1drv.ms", "box.com", "mega.nz", "icloud.com",
    "sharepoint.com",
  ]
}

/// An absolute `http` or `https` address, as far as its form tells.
public struct WebAddress: Hashable, Sendable {
  public let text: String
  /// In lower case, without port.
  public let host: String

  /// Refuses other schemes, addresses without a dotted host, spaces, and names before an `@`, which mislead about the host.
  public init?(_ given: String) {
    let lower = given.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return nil }
    guard given.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !given.contains("\\") else { return nil }
    let authority = lower.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let name = authority.prefix { $0 != ":" }
    guard !authority.contains("@"), name.contains("."), !name.hasPrefix("."), !name.hasSuffix(".") else { return nil }
    text = given
    host = String(name)
  }
}
