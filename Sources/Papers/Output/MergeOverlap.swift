/// The first rectangle, from the top, that overlaps one before it; nil when all are apart. Excel calls a file with
/// overlapping ones damaged.
func firstOverlap(_ merges: [Merge]) -> Merge? {
    // From the top, only rectangles that reach down to the next one's first row can touch it.
    var open: [Merge] = []
    for merge in merges.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
        open.removeAll { $0.bottom < merge.top }
        if open.contains(where: { $0.left <= merge.right && merge.left <= $0.right }) { return merge }
        if merge.top < 0 || merge.left < 0 || merge.bottom >= 1_048_576 || merge.right >= 16_384 { return merge }
        open.append(merge)
    }
    return nil
}
