import Testing

@testable import LabelingUI
