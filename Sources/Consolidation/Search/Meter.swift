/// Counts work and asks now and then whether to go on. Work is counted in moves and branches, never in seconds: who
/// stops by a clock learns at which count, and gets the same answer again from that count.
struct Meter {
    private(set) var work = 0
    private let limit: Int
    private var nextLook = Self.stretch
    private(set) var isStopped = false

    /// How much work passes between two looks.
    static let stretch = 1 << 16

    init(limit: Int) { self.limit = limit }

    /// Asks at once, before something that can't be broken off.
    mutating func ask(look: (Int) -> Bool) {
        guard !isStopped else { return }
        nextLook = work + Self.stretch
        if !look(work) || work >= limit { isStopped = true }
    }

    /// Counts work; `look` is called at the next mark passed, and says whether to go on.
    mutating func spend(_ amount: Int, look: (Int) -> Bool) {
        work += amount
        if work >= nextLook { ask(look: look) }
    }
}
