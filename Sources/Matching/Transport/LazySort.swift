extension TransportNetwork {
  func extendSorted(_ paper: Int) { rows.extendSorted(paper) }

  var rows: LazyRows { LazyRows(entries: entries, papers: papers) }
}

/// Rows sorted from the front, as far as they are read.
struct LazyRows {
  let entries: UnsafeMutablePointer<Int64>
  let papers: UnsafeMutablePointer<TransportNetwork.PaperNode>

  /// Sorts more of the paper's row, at least doubling what is sorted. What is sorted never moves again.
  func extendSorted(_ paper: Int) {
    let end = Int(papers[paper].rowEnd)
    let low = Int(papers[paper].sortedEnd)
    let wanted = max(16, low - Int(papers[paper].rowStart))
    if 2 * wanted >= end - low {
      Self.sort(entries, low, end)
      papers[paper].sortedEnd = Int32(end)
    } else {
      Self.select(entries, low, end, count: wanted)
      Self.sort(entries, low, low + wanted)
      papers[paper].sortedEnd = Int32(low + wanted)
    }
  }

  /// Puts the `count` highest words first, in any order (Hoare's selection).
  private static func select(_ words: UnsafeMutablePointer<Int64>, _ first: Int, _ last: Int, count: Int) {
    var low = first
    var high = last
    let target = first + count
    while high - low > 8 {
      let middle = partition(words, low, high)
      if middle == target || middle + 1 == target { return }
      if middle > target { high = middle } else { low = middle + 1 }
    }
    insertionSort(words, low, high)
  }

  /// Highest first. Rows come in a random order of reviewers, so the pivots are random too.
  private static func sort(_ words: UnsafeMutablePointer<Int64>, _ first: Int, _ last: Int) {
    var low = first
    var high = last
    while high - low > 20 {
      let middle = partition(words, low, high)
      if middle - low < high - middle {
        sort(words, low, middle)
        low = middle + 1
      } else {
        sort(words, middle + 1, high)
        high = middle
      }
    }
    insertionSort(words, low, high)
  }

  private static func insertionSort(_ words: UnsafeMutablePointer<Int64>, _ low: Int, _ high: Int) {
    guard high - low > 1 else { return }
    for next in low + 1..<high {
      let word = words[next]
      var hole = next
      while hole > low, words[hole &- 1] < word {
        words[hole] = words[hole &- 1]
        hole &-= 1
      }
      words[hole] = word
    }
  }

  /// Splits by the median of three; returns the pivot's place. Without branches that could be mispredicted.
  private static func partition(_ words: UnsafeMutablePointer<Int64>, _ low: Int, _ high: Int) -> Int {
    let middle = low + (high - low) / 2
    let (a, b, c) = (words[low], words[middle], words[high - 1])
    let pivot = max(min(a, b), min(max(a, b), c))
    let at = pivot == a ? low : pivot == b ? middle : high - 1
    words[at] = words[high - 1]
    var border = low
    for next in low..<high - 1 {
      let word = words[next]
      words[next] = words[border]
      words[border] = word
      border &+= word > pivot ? 1 : 0
    }
    words[high - 1] = words[border]
    words[border] = pivot
    return border
  }
}
