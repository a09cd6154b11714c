import Basics

extension Scope {
    /// The cases in words: 级别正科级，机构类型行政机关，数量6以上. Sides on which every code or only none is possible
    /// are left out.
    package var wording: Wording {
        var zh: [String] = []
        var en: [String] = []
        for side in Side.allCases {
            guard let codes = codes(side), codes != [0] else { continue }
            let all = (1...15).filter { side.name(of: UInt8($0)) != nil }
            guard codes.filter({ $0 != 0 }).count < all.count else { continue }
            let names = codes.compactMap { side.name(of: $0) }
            zh.append(side.name.zh + names.map(\.zh).joined(separator: "、"))
            en.append(side.name.en + " " + names.map(\.en).joined(separator: " or "))
        }
        switch (counts.lowerBound, counts.upperBound) {
        case (1, Scope.most): break
        case (let low, Scope.most):
            zh.append("数量\(low)以上")
            en.append("\(low) or more")
        case (1, let high):
            zh.append("数量\(high)以下")
            en.append("\(high) or fewer")
        case (let low, let high):
            zh.append(low == high ? "数量\(low)" : "数量\(low)-\(high)")
            en.append(low == high ? "\(low)" : "\(low)-\(high)")
        }
        guard !zh.isEmpty else { return Wording(zh: "任何情形", en: "any case") }
        return Wording(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
    }
}
