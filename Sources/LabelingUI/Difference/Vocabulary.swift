/// Numbers the words of the texts that are compared, so that words are compared as numbers. Words are told apart by their
/// bytes: `é` as one scalar is another word than `é` as two.
struct Vocabulary {
  private struct Entry {
    let hash: UInt64
    let start: Int
    let end: Int
  }

  private var entries: [Entry] = []
  /// The distinct words, one after the other.
  private var storage: [UInt8] = []
  /// Open addressing; -1 is free.
  private var slots = [Int32](repeating: -1, count: 1 << 12)
  private(set) var traits: [WordTraits] = []
  /// What a word is counted as where its form does not matter: lower case, without a plural's or a genitive's ending.
  private(set) var terms: [Int32] = []

  var count: Int { entries.count }

  mutating func number(of word: UnsafeBufferPointer<UInt8>, class: ScalarClass) -> Int32 {
    let hash = Fingerprint.of(word)
    var slot = firstSlot(of: hash)
    while slots[slot] >= 0 {
      if isEntry(Int(slots[slot]), word, hash) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(word, hash: hash, class: `class`, in: slot)
  }

  private func isEntry(_ index: Int, _ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Bool {
    let entry = entries[index]
    guard entry.hash == hash, entry.end - entry.start == word.count else { return false }
    for offset in 0..<word.count where storage[entry.start + offset] != word[offset] { return false }
    return true
  }

  private mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, hash: UInt64, class: ScalarClass, in slot: Int
  ) -> Int32 {
    let number = Int32(truncatingIfNeeded: entries.count)
    slots[slot] = number
    entries.append(Entry(hash: hash, start: storage.count, end: storage.count + word.count))
    storage += word
    terms.append(number)
    traits.append([])
    if entries.count * 2 > slots.count { grow() }
    let lower = Self.lowercased(word)
    traits[Int(number)] = WordTraits(of: lower, class: `class`)
    let stem = `class` == .letter ? Self.stem(of: lower) : lower[...]
    if !stem.elementsEqual(word) {
      terms[Int(number)] = stem.withUnsafeBufferPointer { self.number(of: $0, class: `class`) }
    }
    return number
  }

  /// The words are a stranger's: where they stand is not to be foreseen.
  @inline(__always)
  private func firstSlot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* Fingerprint.multiplier) >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (index, entry) in entries.enumerated() {
      var slot = firstSlot(of: entry.hash)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index)
    }
  }

  private static func lowercased(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
    return Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
  }

  private static func stem(of word: [UInt8]) -> ArraySlice<UInt8> {
    if word.suffix(2).elementsEqual("'s".utf8) { return word.dropLast(2) }
    guard word.count >= 4, word.last == UInt8(ascii: "s"), word[word.count - 2] != UInt8(ascii: "s") else {
      return word[...]
    }
    return word.dropLast()
  }
}
