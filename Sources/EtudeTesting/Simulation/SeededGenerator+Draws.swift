import EtudeCore

extension SeededGenerator {
    /// True with a probability.
    mutating func chance(_ share: Double) -> Bool { unit() < share }

    /// A uniform number of a range.
    mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// A uniform number of milliseconds of a range.
    mutating func milliseconds(in range: ClosedRange<Int>) -> Duration { .milliseconds(number(in: range)) }

    /// One of some choices.
    mutating func choice<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}
