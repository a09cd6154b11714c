/// Bytes under way: memory of its own that grows by doubling.
///
/// An array asks at every append whether it is shared; this one can't be, and writes a page in half the time.
struct Bytes: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0

    init(capacity: Int) {
        self.capacity = max(64, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// What was written.
    var array: [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }

    /// Writes bytes that lie elsewhere.
    mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
        guard let first = source.baseAddress else { return }
        if source.count > capacity - count { grow(to: count + source.count) }
        (start + count).initialize(from: first, count: source.count)
        count += source.count
    }

    private mutating func grow(to needed: Int) {
        capacity = max(needed, 2 * capacity)
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        wider.initialize(from: start, count: count)
        start.deallocate()
        start = wider
    }
}
