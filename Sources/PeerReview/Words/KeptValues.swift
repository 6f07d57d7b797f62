internal import Synchronization

/// What texts were read as, kept for the next time the same text is read: of the pages of a paper reading JSON was a fourteenth.
///
/// A value depends on its text only, so nothing kept can be out of date. Up to two generations of `limitBytes` of text are kept;
/// what nobody asked for during a whole generation goes. Longer texts than a sixteenth of that are read anew each time.
public final class KeptValues: Sendable {
  /// Equal texts are equal bytes here: to Swift two spellings of one letter are one.
  private struct Key: Hashable {
    let text: String
    let kind: ObjectIdentifier
    private let digest: Int

    init(_ text: String, _ kind: Any.Type) {
      var text = text
      var hasher = Hasher()
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      self.text = text
      self.kind = ObjectIdentifier(kind)
      digest = hasher.finalize()
    }

    static func == (left: Key, right: Key) -> Bool {
      left.digest == right.digest && left.kind == right.kind && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  }

  private class Kept: @unchecked Sendable {}

  private final class KeptValue<Value: Sendable>: Kept, @unchecked Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private struct State {
    var young: [Key: Kept] = [:]
    var old: [Key: Kept] = [:]
    var youngBytes = 0
  }

  private let limitBytes: Int
  private let state = Mutex(State())

  public init(limitBytes: Int) { self.limitBytes = limitBytes }

  /// The value of `text`, read by `read` unless it is known. What `read` throws is not kept.
  public func value<Value: Sendable>(of text: String, _ read: (String) throws -> Value) rethrows -> Value {
    let key = Key(text, Value.self)
    if let known = known(key) as? KeptValue<Value> { return known.value }
    let value = try read(text)
    if text.utf8.count <= limitBytes / 16 { state.withLock { keep(KeptValue(value), key, &$0) } }
    return value
  }

  private func known(_ key: Key) -> Kept? {
    state.withLock { state in
      if let young = state.young[key] { return young }
      guard let old = state.old[key] else { return nil }
      keep(old, key, &state)
      return old
    }
  }

  private func keep(_ value: Kept, _ key: Key, _ state: inout State) {
    let bytes = key.text.utf8.count
    if state.youngBytes + bytes > limitBytes {
      state.old = state.young
      state.young = [:]
      state.youngBytes = 0
    }
    if state.young.updateValue(value, forKey: key) == nil { state.youngBytes += bytes }
  }
}
