// The sample district, its townships and zones. All invented; the division code is one that is not given out.
let regionName = "澄岚区"
let regionCode = "339981"

/// Place names made of two syllables each, no two alike; further rounds put a direction before them.
struct PlaceNames {
    private let base: [String]
    private var next = 0

    init(from source: inout some RandomNumberGenerator) {
        let first = "青霁松云听枕鹿兰竹荷柏杏槐枫鹤棠芦梧萤岚桐菱榆葵"
        let second = "坞渡岭坪崖湾涧墩汀埠荫屿浒堰垄坳滨澳"
        base = first.flatMap { one in second.map { String([one, $0]) } }.shuffled(using: &source)
    }

    mutating func take() -> String {
        defer { next += 1 }
        let round = next / base.count
        let directions = ["", "东", "西", "南", "北", "上", "下", "前", "后", "新"]
        let prefix = round < directions.count ? directions[round] : "第\(round)"
        return prefix + base[next % base.count]
    }
}
