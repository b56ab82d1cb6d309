/// How far an import is.
package struct ImportProgress: Hashable, Sendable {
  package let bytesRead: Int
  package let recordsRead: Int
}
