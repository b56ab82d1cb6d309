import Testing

@testable import PreferenceStore
