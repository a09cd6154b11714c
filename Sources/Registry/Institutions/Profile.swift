import Basics

/// The attributes of a body that a document gives it and another may change.
package struct Profile: Hashable, Sendable {
    /// The full name (全称).
    package var name: String
    /// The regular short name (规范简称).
    package var shortName: String?
    /// What kind of body it is (机构类型).
    package var type: InstitutionType
    /// Its rank (规格), unknown when nil.
    package var rank: Rank?
    /// Its class (分类), public institutions only; unknown or not classified when nil.
    package var category: InstitutionCategory?
    /// How it is paid for (经费形式), unknown when nil.
    package var funding: Funding?
    /// The supervising department (主管部门, 隶属单位).
    package var supervisor: Institution.ID?
    /// The sponsoring unit in its legal-person registration (举办单位).
    package var sponsor: Institution.ID?
    /// With a joint office (合署), the body that hosts it and holds the accounts.
    package var host: Institution.ID?
    /// The office's own code of it (机构编码).
    package var officeCode: String?
    /// Its unified social credit code (统一社会信用代码, GB 32100), as written.
    package var registrationCode: String?
    /// The document that set it up (批准文号) as its office wrote it, and when (批准时间).
    package var founding: Founding?
    /// Measured facts of its size, by kind, in a fixed order.
    package var facts: [ScaleFact]

    /// A body with a name and a type; all else unknown.
    package init(
        name: String, type: InstitutionType, shortName: String? = nil, rank: Rank? = nil,
        category: InstitutionCategory? = nil, funding: Funding? = nil, supervisor: Institution.ID? = nil,
        sponsor: Institution.ID? = nil, host: Institution.ID? = nil, officeCode: String? = nil,
        registrationCode: String? = nil, founding: Founding? = nil, facts: [ScaleFact] = []
    ) {
        self.name = name
        self.type = type
        self.shortName = shortName
        self.rank = rank
        self.category = category
        self.funding = funding
        self.supervisor = supervisor
        self.sponsor = sponsor
        self.host = host
        self.officeCode = officeCode
        self.registrationCode = registrationCode
        self.founding = founding
        self.facts = facts.sorted { $0.measure.rawValue < $1.measure.rawValue }
    }

    /// The bodies it is registered through or sits with.
    var sponsorAndHost: [Institution.ID] { [sponsor, host].compactMap { $0 } }

    /// The value of a measured fact, nil when it is unknown.
    package func value(of measure: ScaleMeasure) -> Int? { facts.first { $0.measure == measure }?.value }
}

/// The document and date that a body's own record gives as its founding.
package struct Founding: Hashable, Sendable {
    /// The document as written: 安编〔2009〕58号.
    package var document: String?
    /// The date, to the precision given.
    package var date: FactDate?

    /// Both as far as they are known.
    package init(document: String?, date: FactDate?) {
        self.document = document
        self.date = date
    }
}

/// A date as a record gives it: to the day, the month or the year.
package struct FactDate: Hashable, Sendable, CustomStringConvertible {
    /// The first day it can mean.
    package let day: Day
    /// How exactly it is known.
    package let precision: Precision

    /// How exactly a date is known.
    package enum Precision: UInt8, Sendable {
        /// The year only.
        case year = 1
        /// Year and month.
        case month
        /// The very day.
        case day
    }

    /// The date beginning on that day.
    package init(_ day: Day, precision: Precision = .day) {
        self.day = day
        self.precision = precision
    }

    /// `2003-08-15`, `2003-08` or `2003`.
    package var description: String {
        switch precision {
        case .day: day.description
        case .month: String(day.description.prefix(7))
        case .year: String(day.description.prefix(4))
        }
    }
}

/// One measured fact of a body's size.
package struct ScaleFact: Hashable, Sendable {
    /// What is measured.
    package var measure: ScaleMeasure
    /// How much, in the unit of the measure.
    package var value: Int

    /// The measure and its value.
    package init(_ measure: ScaleMeasure, _ value: Int) {
        self.measure = measure
        self.value = value
    }
}

/// What can be measured of a body beside its establishment; the rules for schools and hospitals go by these.
package enum ScaleMeasure: UInt8, CaseIterable, Sendable {
    /// Internal units as the table counts them (内设机构数).
    case internalUnits = 1
    /// Classes (班级数).
    case classes
    /// Pupils (学生数).
    case pupils
    /// Beds (床位数).
    case beds
    /// Yearly income in 万元 (年收入).
    case income
    /// Of it from business, in 万元 (经营收入).
    case businessIncome
    /// School stage: 1 kindergarten, 2 primary, 3 junior, 4 senior, 5 nine-year, 6 twelve-year, 7 vocational (学段).
    case stage
    /// People served (服务人口).
    case population
    /// Under whom it is led: 1 the Party organisation (党组织领导的负责制), 2 its chief (行政首长负责制).
    case leadershipSystem
    /// Its Party organisation: 0 none, 1 branch, 2 general branch, 3 committee (党组织形式).
    case partyOrganisation
}
