import Basics
import Registry

extension Draft {
    /// Gives every body its approved heads, leader posts, founding and measures, within the rules.
    mutating func fillFigures() {
        for index in bodies.indices {
            var body = bodies[index]
            fillClass(&body)
            fillHeads(&body)
            fillPosts(&body)
            let year = body.type == .publicInstitution ? number(1998...2018) : number(2001...2019)
            let (month, day) = (number(1...12), number(1...28))
            body.founded = Day(year: year, month: month, day: day)
            // Numbers rise with the days of a year, and bodies set up on one day share their document.
            body.document = "澄编〔\(year)〕\(month * 28 + day - 28)号"
            if body.type == .publicInstitution { body.code = issued.creditCode() }
            bodies[index] = body
        }
        for (bureau, plate) in [("市场监督管理局", "知识产权局"), ("水务局", "河长制工作办公室"), ("自然资源局", "林业局")] {
            for index in bodies.indices where bodies[index].name == bodies[index].region + bureau {
                bodies[index].plate = bodies[index].region + plate
            }
        }
        scatterSmallBodies()
    }

    private mutating func fillClass(_ body: inout DraftBody) {
        switch body.sort {
        case .organ, .township: break
        case .team: body.funding = .full
        case .townshipCentre, .kindergarten, .primary, .junior: (body.funding, body.category) = (.full, .welfareOne)
        case .senior: (body.funding, body.category) = (.full, .welfareTwo)
        case .clinic: (body.funding, body.category) = (.partial, .welfareOne)
        case .hospital: (body.funding, body.category) = (.partial, .welfareTwo)
        case .road: (body.funding, body.category) = (.selfFunded, .welfareTwo)
        case .station:
            switch number(1...100) {
            case ...65: (body.funding, body.category) = (.full, .welfareOne)
            case ...88: (body.funding, body.category) = (.partial, .welfareTwo)
            default: (body.funding, body.category) = (.selfFunded, .welfareTwo)
            }
            let income = number(900...8800)
            body.income = income
            // Business of class I stays well below what would make its welfare character doubtful.
            body.businessIncome = income * (body.category == .welfareOne ? number(0...18) : number(12...48)) / 100
        }
    }

    private mutating func fillHeads(_ body: inout DraftBody) {
        let count: Int
        switch body.sort {
        case .organ: count = body.type == .massOrganisation ? number(6...11) : number(9...36)
        case .township: count = number(28...46)
        case .station: count = pick([4, 6, 7, 8, 9, 10, 12, 12, 14, 15, 16, 18, 20, 22, 25, 30])
        case .townshipCentre: count = pick([5, 7, 8, 9, 10, 12, 14, 16, 18])
        case .team: count = number(30...58)
        case .hospital:
            // A small district has a small hospital, or it would outweigh the rest.
            (body.beds, count) = bodies.count < 157 ? (90, 110) : (520, 560)
        case .clinic:
            let beds = number(12...60)
            (body.beds, count) = (beds, beds / 2 + number(18...30))
        case .kindergarten, .primary, .junior, .senior: count = fillSchool(&body)
        case .road:
            (body.income, body.businessIncome, count) = (23_000, 14_200, 86)
        }
        body.heads[body.mainKind] = count
        if body.type != .publicInstitution, chance(45) { body.heads[.worker] = number(1...3) }
    }

    private mutating func fillSchool(_ body: inout DraftBody) -> Int {
        // 国办发〔2001〕74号 as unified since: one to 19, 13.5 and 12.5 pupils.
        let (stage, classes, size, ratio) =
            switch body.sort {
            case .kindergarten: ("幼儿园", number(6...14), 27, 135)
            case .primary: ("小学", number(12...36), 41, 190)
            case .junior: ("初中", number(12...30), 43, 135)
            default: ("高中", number(24...42), 46, 125)
            }
        let pupils = classes * size + number(0...20)
        (body.stage, body.classes, body.pupils) = (stage, classes, pupils)
        return body.sort == .kindergarten ? classes * 2 : (pupils * 10 + ratio - 1) / ratio
    }

    private mutating func fillPosts(_ body: inout DraftBody) {
        switch body.sort {
        case .organ: (body.deputies, body.party, body.units) = (number(2...3), number(0...1), number(3...7))
        case .township: (body.deputies, body.party, body.units) = (number(4...6), number(1...2), number(5...7))
        case .hospital: (body.deputies, body.party, body.units) = (body.approved < 200 ? 3 : 4, 2, 14)
        case .road: (body.deputies, body.units) = (3, 4)
        case .team: (body.deputies, body.units) = (2, number(3...6))
        default:
            let most = leadersAllowed(body.approved)
            body.deputies = body.approved <= 5 ? 0 : max(1, number(most - 1...most) - 1)
            if [.junior, .senior].contains(body.sort) { body.party = 1 }
        }
    }

    /// Under the first departments a few stations are as small as the reform would merge (小散弱).
    private mutating func scatterSmallBodies() {
        var left: [Int: Int] = [:]
        let bureaus = bodies.indices.filter { bodies[$0].section % 10 == 1 && bodies[$0].sort == .organ }
        for bureau in bureaus.prefix(scaled(4)) { left[bureau] = 3 }
        for index in bodies.indices where bodies[index].sort == .station {
            guard let supervisor = bodies[index].supervisor, let wanted = left[supervisor], wanted > 0 else { continue }
            left[supervisor] = wanted - 1
            bodies[index].heads = [bodies[index].mainKind: number(3...5)]
            bodies[index].deputies = 0
        }
    }
}

/// The most leaders, chief and deputies, that a public institution of so many heads has by the bands of the province.
func leadersAllowed(_ heads: Int) -> Int {
    switch heads {
    case ...10: 2
    case ...50: 3
    case ...100: 4
    case ...200: 5
    case ...400: 6
    case ...600: 7
    default: 8
    }
}
