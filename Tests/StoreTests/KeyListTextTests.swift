import Testing

@testable import Store

@Suite("Lists of keys as a row holds them")
struct KeyListTextTests {
  @Test(
    "Keys are read as JSON reads them, with quotes and letters of any script in them",
    arguments: [[], ["a"], ["a", "b c"], ["größe", "体系", "e\u{301}"], ["with \"quotes\"", "back\\slash"], ["", "x"]])
  func read(_ keys: [String]) throws {
    #expect(try KeyListText.read(JSONText.encode(keys)) == keys)
  }
}
