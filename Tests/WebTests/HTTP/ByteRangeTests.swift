import Testing

@testable import Web

@Suite("Ranges and names of files")
struct ByteRangeTests {
  @Test(
    "One range is read as RFC 9110 says",
    arguments: [
      (nil, RangeRequest.whole), ("bytes=0-0", .part(0..<1)), ("bytes=2-", .part(2..<10)), ("bytes=-3", .part(7..<10)),
      ("bytes=-99", .part(0..<10)), ("bytes=5-99", .part(5..<10)), ("bytes=9-9223372036854775807", .part(9..<10)),
      ("bytes=0-99999999999999999999", .part(0..<10)), ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
      ("bytes=5-2", .whole), ("bytes=0-1,4-5", .whole), ("lines=0-1", .whole), ("bytes=a-b", .whole), ("bytes=", .whole),
      ("bytes=-", .whole), ("bytes=--1", .whole),
    ] as [(String?, RangeRequest)])
  func ranges(header: String?, expected: RangeRequest) {
    #expect(RangeRequest(header: header, sizeBytes: 10) == expected)
  }

  @Test("Nothing of an empty file can be had by range")
  func empty() {
    #expect(RangeRequest(header: "bytes=0-", sizeBytes: 0) == .unsatisfiable)
    #expect(RangeRequest(header: "bytes=-1", sizeBytes: 0) == .unsatisfiable)
  }

  @Test("File names hold nothing a header or a shell could stumble on")
  func names() {
    #expect(SafeFileName("submission-17-v3", suffix: "pdf").text == "submission-17-v3.pdf")
    #expect(SafeFileName("../a\"b\r\n é", suffix: "p/d f").text == "---a-b-----.pdf")
    #expect(SafeFileName("", suffix: "").text == "file")
  }

  @Test(
    "Only addresses of this site are followed",
    arguments: [
      ("/me", "/me"), ("/a?b=c#d", "/a?b=c#d"), ("//evil.example", "/"), ("/\\evil.example", "/"), ("https://evil.example", "/"),
      ("", "/"), ("/a\r\nSet-Cookie: x", "/"), ("/ü", "/"), ("javascript:alert(1)", "/"),
    ])
  func localPaths(given: String, followed: String) {
    #expect(LocalPath.checked(given) == followed)
  }

  @Test("Addresses are counted as one person commonly holds them")
  func networks() {
    #expect(WebContext.network(ofIPv6: "2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64")
    #expect(WebContext.network(ofIPv6: "2001:db8::1") == "2001:db8:0:0::/64")
    #expect(WebContext.network(ofIPv6: "::1") == "0:0:0:0::/64")
    #expect(WebContext.network(ofIPv6: ":::::::") == WebContext.network(ofIPv6: ":::::::"))
  }
}
