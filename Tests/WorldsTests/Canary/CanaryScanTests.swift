import Crypto
import Foundation
import Testing

@Suite("The scan for canaries")
struct CanaryScanTests {
  private let canary = Canary(secret: .reviewText, field: "comments")

  @Test("It finds a canary in every spelling, wherever it stands")
  func spellings() {
    let scan = CanaryScan([canary])
    for lead in ["", "x", "xy", "xyz"] {
      for (name, bytes) in CanaryScan.spelled("The word is \(lead)\(canary.token), and so on") where !name.hasPrefix("base64") {
        #expect(scan.hits(in: bytes)[canary] != nil, "\(name) behind \(lead)")
      }
      let encoded = Data("\(lead)\(canary.token) and more".utf8).base64EncodedString()
      #expect(scan.hits(in: Array(encoded.utf8))[canary] != nil, "base64 behind \(lead)")
    }
  }

  @Test("It finds digests of an address, words broken by soft line ends, and encoded words")
  func mail() {
    let address = Canary(secret: .accountExistence, field: "address")
    let scan = CanaryScan([canary, address])
    let digest = Insecure.MD5.hash(data: Data("\(address.token)@people.example".utf8)).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    #expect(scan.hits(in: Array("gravatar/\(digest.joined())?s=80".utf8))[address] != nil)
    let broken = canary.token.prefix(9) + "=\r\n" + canary.token.dropFirst(9)
    #expect(scan.hits(in: Array(broken.utf8))[canary] != nil)
    let words =
      "=?UTF-8?B?\(Data(canary.token.prefix(7).utf8).base64EncodedString())?=\r\n"
      + " =?UTF-8?B?\(Data(canary.token.dropFirst(7).utf8).base64EncodedString())?="
    #expect(scan.hits(in: Array(words.utf8))[canary] != nil)
  }

  @Test("It finds nothing in other words")
  func nothing() {
    let scan = CanaryScan([canary])
    #expect(scan.hits(in: Array("Nothing here begins with kanari".utf8)).isEmpty)
    #expect(scan.hits(in: Array(Canary(secret: .decision, field: "note").token.utf8)).isEmpty)
  }

  /// `zlib.compress` and `zipfile` of Python 3 made these.
  @Test("It opens compressed streams of PDF, zip and gzip")
  func compressed() {
    let text = "kanariqx stands in a stream that is long enough to be compressed, compressed, compressed"
    for (name, encoded) in Self.samples {
      let bytes = Array(Data(base64Encoded: encoded) ?? Data())
      let streams = Inflate.streams(in: bytes).map { String(decoding: $0, as: UTF8.self) }
      #expect(streams.contains { $0.hasPrefix(text) }, "\(name)")
    }
  }

  private static let samples: [(name: String, encoded: String)] = [
    (
      "PDF",
      "JVBERi0xLjcKMSAwIG9iaiA8PC9MZW5ndGggMS9GaWx0ZXIvRmxhdGVEZWNvZGU+PgpzdHJlYW0KeNp1xtENgDAIBcBV3gAu9bSkJVpQwMTxdQHv63YaQ68HWbSWUAO/h3CiBguaONw6xPzuA+VYBZvPMyRT2vLzF6cfILUKZW5kc3RyZWFtCmVuZG9iagolJUVPRiBhbmQgc29tZSBtb3JlIGJ5dGVzIGhlcmU="
    ),
    (
      "zip",
      "UEsDBBQAAAAIAEYFel117zEfPgAAAFgAAAAFAAAAYS50eHR1xtENgDAIBcBV3gAu9bSkJVpQwMTxdQHv63YaQ68HWbSWUAO/h3CiBguaONw6xPzuA+VYBZvPMyRT2vLzF1BLAQIUAxQAAAAIAEYFel117zEfPgAAAFgAAAAFAAAAAAAAAAAAAACAAQAAAABhLnR4dFBLBQYAAAAAAQABADMAAABhAAAAAAA="
    ),
    ("gzip", "H4sIAAAAAAAC/3XG0Q2AMAgFwFXeAC71tKQlWlDAxPF1Ae/rdhpDrwdZtJZQA7+HcKIGC5o43DrE/O4D5VgFm88zJFPa8vMXde8xH1gAAAA="),
  ]
}
