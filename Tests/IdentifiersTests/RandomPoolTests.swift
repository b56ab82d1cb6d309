import Identifiers
import Testing

@Suite struct RandomPoolTests {
  @Test func `No number comes twice, also when the pool is filled again`() {
    var pool = RandomPool()
    let numbers = (0..<1000).map { _ in pool.next() }
    #expect(Set(numbers).count == 1000)
    // Each bit is set in about half of them; in fewer than a third, one time in 10^26.
    for bit in 0..<64 { #expect(333..<667 ~= numbers.filter { $0 >> bit & 1 == 1 }.count) }
  }
}
