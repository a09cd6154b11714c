import Basics
import Consolidation

/// The principles an office merges by (整合原则): what a clerk may set; bodies by the names people use.
package struct Principles: Sendable, Hashable {
    /// With how many approved heads at most a body is small; nil goes by the adopted rules, else by the number of the
    /// house.
    package var small: Int?
    /// The fewest heads a body is to have; nil is one more than the largest small body.
    package var smallest: Int?
    /// The most heads a merger may come to.
    package var largest = 60
    /// How many bodies may become one.
    package var most = 6
    /// Only the bodies under these, or all when empty.
    package var supervisors: [String] = []
    /// Lists of supervisors whose bodies may be merged with one another.
    package var neighbours: [[String]] = []
    /// Whether the bodies of any two supervisors may be merged.
    package var anySupervisor = false
    /// Whether small bodies may go into larger ones, which then stay.
    package var intoLarger = false
    /// Whether class may differ.
    package var anyClass = false
    /// Whether funding may differ.
    package var anyFunding = false
    /// Bodies that are to become one.
    package var together: [[String]] = []
    /// Bodies of which no two may become one.
    package var apart: [[String]] = []
    /// Bodies that stay, and may take others over.
    package var keep: [String] = []
    /// Bodies that are not touched.
    package var leaveOut: [String] = []
    /// Leader posts by size: one up to 10 heads, two up to 30, three above, as counties usually have it.
    package var posts = PostSteps(least: 1, steps: [11, 31])
    /// What is weighed how.
    package var alternatives = Ambition.three

    /// The principles of the house.
    package init() {}
}
