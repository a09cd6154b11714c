import Registry

extension Draft {
    /// Sets up so many bodies: in one block, or in zones of about 314 where there are more.
    mutating func draftBodies(_ count: Int) {
        var places = PlaceNames(from: &source)
        let blocks = max(1, (count + 157) / 314)
        for block in 0..<blocks {
            let size = count * (block + 1) / blocks - count * block / blocks
            draftBlock(size, region: block == 0 ? regionName : regionName + places.take() + "片区", block, &places)
        }
    }

    private mutating func draftBlock(_ size: Int, region: String, _ block: Int, _ places: inout PlaceNames) {
        func share(_ count: Int, atLeast least: Int) -> Int { max(least, (count * size + 157) / 314) }
        let organs = organWords.prefix(share(14, atLeast: 3))
        let departments = departmentWords.prefix(share(21, atLeast: 6))
        let townships = (0..<share(18, atLeast: 1)).map { _ in places.take() }
        let schools: [(DraftBody.Sort, String, Int)] = [
            (.kindergarten, "幼儿园", share(13, atLeast: 1)), (.primary, "小学", share(14, atLeast: 1)),
            (.junior, "初级中学", share(9, atLeast: 1)), (.senior, "高级中学", share(8, atLeast: 1)),
        ]
        let schoolCount = schools.reduce(0) { $0 + $1.2 }
        let stations = size - organs.count - departments.count - townships.count * 5 - schoolCount - 6
        let section = block * 10
        for words in organs {
            add(words.name(region), .organ, words.type, .zhengke, words.duty, section, region)
        }
        var supervisors: [String: Int] = [:]
        for (index, words) in departments.enumerated() {
            let bureau = add(region + words.name, .organ, .government, .zhengke, words.themes[0], section + 1, region)
            supervisors[words.name] = bureau
            let own = max(0, stations) * (index + 1) / departments.count - max(0, stations) * index / departments.count
            for number in 0..<own {
                let (round, place) = number.quotientAndRemainder(dividingBy: words.themes.count)
                let theme = words.themes[place]
                // Endings go round so that neither a theme nor a department has one alone.
                let ending = stationEndings[(round + place + index) % stationEndings.count]
                let rank: Rank = chance(6) ? .fuke : .guji
                add(
                    region + theme + ending, .station, .publicInstitution, rank, theme, section + 1, region,
                    under: bureau)
            }
            if let team = words.team {
                add(
                    region + team + "综合行政执法队", .team, .publicInstitution, .fuke, team + "执法", section + 1, region,
                    under: bureau)
            }
        }
        for (index, place) in townships.enumerated() {
            let (seat, short) =
                index * 3 < townships.count
                ? ("街道办事处", "街道")
                : index * 4 < townships.count * 3 ? ("镇人民政府", "镇") : ("乡人民政府", "乡")
            let seatIndex = add(region + place + seat, .township, .township, .zhengke, "基层治理", section + 2, region)
            for centre in townshipCentres {
                let theme = String(centre.dropLast(4))
                add(
                    region + place + short + centre, .townshipCentre, .publicInstitution, .guji, theme, section + 2,
                    region, under: seatIndex)
            }
        }
        for (sort, ending, count) in schools {
            for number in 0..<count {
                let title = sort == .senior ? "第\(chineseNumeral(number + 1))" : townships[number % townships.count]
                let round = number / townships.count + 1
                let extra = sort != .senior && round > 1 ? "第\(chineseNumeral(round))" : ""
                let rank: Rank = sort == .senior ? .fuke : .guji
                add(
                    region + title + extra + ending, sort, .publicInstitution, rank, "教学和学生管理", section + 3, region,
                    under: supervisors["教育局"])
            }
        }
        for (index, place) in townships.enumerated() {
            let ending = index * 3 < townships.count ? "社区卫生服务中心" : "卫生院"
            add(
                region + place + ending, .clinic, .publicInstitution, .guji, "基本医疗和公共卫生", section + 4, region,
                under: supervisors["卫生健康局"])
        }
        add(
            region + "人民医院", .hospital, .publicInstitution, .fuke, "医疗救治", section + 4, region,
            under: supervisors["卫生健康局"])
        add(
            region + "公路管理段", .road, .publicInstitution, .fuke, "公路养护管理", section + 4, region,
            under: supervisors["交通运输局"])
    }

    @discardableResult
    private mutating func add(
        _ name: String, _ sort: DraftBody.Sort, _ type: InstitutionType, _ rank: Rank, _ theme: String, _ section: Int,
        _ region: String, under supervisor: Int? = nil
    ) -> Int {
        bodies.append(
            DraftBody(
                name: name, sort: sort, type: type, rank: rank, theme: theme, supervisor: supervisor, section: section,
                region: region))
        return bodies.count - 1
    }
}

/// 一, 二 … 十, 十一: up to 99.
func chineseNumeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10 % 10
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
}
