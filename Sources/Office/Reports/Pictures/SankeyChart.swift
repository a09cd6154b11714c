import Basics
import Registry

/// Flows from the left to the right, as wide as what flows (桑基图): its own small layout, whole numbers only.
struct SankeyChart: Sendable {
    /// What it is called in links.
    let id: String
    /// What it shows.
    let title: Wording
    /// What is written under it.
    let note: Wording?
    let left: [Node]
    let right: [Node]
    let ribbons: [Ribbon]
    /// The series that occur, in order.
    let series: [Series]
    let height: Int

    /// What flows.
    struct Flow: Sendable {
        let from: Wording
        let to: Wording
        let amount: Int
        let series: Series
    }

    /// What a ribbon stands for; its colour.
    enum Series: Sendable, Hashable {
        case heads(EstablishmentKind)
        case people
        case leaving
    }

    /// An end of flows: where it stands and how high, in tenths of a point.
    struct Node: Sendable {
        let name: Wording
        let amount: Int
        let top: Int
        let height: Int
        /// The middle of its label.
        let middle: Int
    }

    /// A flow as drawn, in tenths of a point.
    struct Ribbon: Sendable {
        let flow: Flow
        let leftTop: Int
        let rightTop: Int
        let height: Int
    }

    /// No more flows than this are drawn, the largest; the table has all.
    static let drawn = 60

    init(id: String, title: Wording, flows all: [Flow]) {
        self.id = id
        self.title = title
        let kept = Set(
            all.indices.sorted { (-all[$0].amount, $0) < (-all[$1].amount, $1) }.prefix(Self.drawn))
        let flows = all.indices.filter(kept.contains).map { all[$0] }
        let rest = all.count - flows.count
        note =
            rest > 0
            ? Wording(
                zh: "图中为最大的\(flows.count)笔，其余\(rest)笔见表。",
                en: "The largest \(flows.count) are drawn; \(rest) more stand in the table.")
            : nil
        var seen: Set<Series> = []
        series = flows.map(\.series).filter { seen.insert($0).inserted }.sorted { $0.order < $1.order }
        let layout = SankeyLayout(flows)
        left = layout.left
        right = layout.right
        ribbons = layout.ribbons
        height = layout.height
    }
}

extension SankeyChart.Series {
    var order: Int {
        switch self {
        case .heads(let kind): Int(kind.rawValue)
        case .people: 100
        case .leaving: 101
        }
    }

    var name: Wording {
        switch self {
        case .heads(let kind): kind.name
        case .people: Wording(zh: "转隶", en: "moved")
        case .leaving: Wording(zh: "下编", en: "off the establishment")
        }
    }

    var style: String {
        switch self {
        case .heads(let kind): "kind-\(kind.rawValue)"
        case .people: "people"
        case .leaving: "leaving"
        }
    }
}

/// Where everything stands. The right ends are ordered by size, the left ones by where most of theirs goes, so that few
/// ribbons cross.
private struct SankeyLayout {
    private(set) var left: [SankeyChart.Node] = []
    private(set) var right: [SankeyChart.Node] = []
    private(set) var ribbons: [SankeyChart.Ribbon] = []
    private(set) var height = 0

    init(_ flows: [SankeyChart.Flow]) {
        var incoming: [Wording: Int] = [:]
        var outgoing: [Wording: Int] = [:]
        for flow in flows {
            incoming[flow.to, default: 0] += flow.amount
            outgoing[flow.from, default: 0] += flow.amount
        }
        let rightOrder = ordered(flows.map(\.to)).sorted { (incoming[$0] ?? 0) > (incoming[$1] ?? 0) }
        let place = Dictionary(rightOrder.enumerated().map { ($1, $0) }) { first, _ in first }
        func goal(of name: Wording) -> Int {
            let most = flows.filter { $0.from == name }.max { $0.amount < $1.amount }
            return most.flatMap { place[$0.to] } ?? 0
        }
        let leftOrder = ordered(flows.map(\.from)).map { ($0, goal(of: $0)) }.enumerated()
            .sorted {
                ($0.element.1, -(outgoing[$0.element.0] ?? 0), $0.offset)
                    < ($1.element.1, -(outgoing[$1.element.0] ?? 0), $1.offset)
            }
            .map(\.element.0)
        // So many tenths for one; the whole is about as high as a screen.
        let total = max(1, flows.reduce(0) { $0 + $1.amount })
        let unit = min(140, max(8, 4_600 / total))
        let ends = (stack(leftOrder, outgoing, unit), stack(rightOrder, incoming, unit))
        height = (max(ends.0.height, ends.1.height) + 9) / 10
        left = centred(ends.0, in: height * 10)
        right = centred(ends.1, in: height * 10)
        draw(flows, unit)
    }

    private mutating func draw(_ flows: [SankeyChart.Flow], _ unit: Int) {
        let leftPlace = Dictionary(left.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let rightPlace = Dictionary(right.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var leftUsed = left.map(\.top)
        var rightUsed = right.map(\.top)
        let placed = flows.enumerated().compactMap { index, flow -> (Int, Int, Int, SankeyChart.Flow)? in
            guard let from = leftPlace[flow.from], let to = rightPlace[flow.to] else { return nil }
            return (from, to, index, flow)
        }
        // At each end the ribbons leave in the order of the other end.
        var tops = [(left: Int, right: Int)](repeating: (0, 0), count: flows.count)
        for (from, _, index, flow) in placed.sorted(by: { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }) {
            tops[index].left = leftUsed[from]
            leftUsed[from] += flow.amount * unit
        }
        for (_, to, index, flow) in placed.sorted(by: { ($0.1, $0.0, $0.2) < ($1.1, $1.0, $1.2) }) {
            tops[index].right = rightUsed[to]
            rightUsed[to] += flow.amount * unit
        }
        ribbons = placed.map { _, _, index, flow in
            SankeyChart.Ribbon(
                flow: flow, leftTop: tops[index].left, rightTop: tops[index].right, height: flow.amount * unit)
        }
    }
}

/// Each once, in the order of first mention.
private func ordered(_ names: [Wording]) -> [Wording] {
    var seen: Set<Wording> = []
    return names.filter { seen.insert($0).inserted }
}

// All in tenths of a point: an end is at least a line of text high, and a third of a line lies between two.
private func stack(
    _ names: [Wording], _ amounts: [Wording: Int], _ unit: Int
) -> (nodes: [SankeyChart.Node], height: Int) {
    var nodes: [SankeyChart.Node] = []
    var top = 0
    for name in names {
        let amount = amounts[name] ?? 0
        let bar = amount * unit
        let slot = max(180, bar)
        nodes.append(
            SankeyChart.Node(
                name: name, amount: amount, top: top + (slot - bar) / 2, height: bar, middle: top + slot / 2))
        top += slot + 60
    }
    return (nodes, max(0, top - 60))
}

private func centred(_ stack: (nodes: [SankeyChart.Node], height: Int), in height: Int) -> [SankeyChart.Node] {
    let shift = (height - stack.height) / 2
    return stack.nodes.map {
        SankeyChart.Node(
            name: $0.name, amount: $0.amount, top: $0.top + shift, height: $0.height, middle: $0.middle + shift)
    }
}
