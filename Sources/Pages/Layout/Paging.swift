extension Array {
  /// The rows of a page, counted from 1, and its number: before the first is the first, beyond the last is the last.
  public func page(_ number: Int, of size: Int) -> (number: Int, rows: ArraySlice<Element>) {
    let number = Swift.max(1, Swift.min(number, (count - 1) / size + 1))
    return (number, dropFirst((number - 1) * size).prefix(size))
  }
}
