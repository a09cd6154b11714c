import Registry

/// An organ of the Party, the congress, the consultative conference, the government or the masses.
struct OrganWords {
    let type: InstitutionType
    /// The name of the organ of a region.
    let name: @Sendable (String) -> String
    let duty: String
}

/// A department of the government with what its stations and centres are about.
struct DepartmentWords {
    let name: String
    let themes: [String]
    /// The enforcement team under it, if it has one.
    var team: String?
}

// In the order in which a smaller district would have them.
let organWords = [
    OrganWords(type: .party, name: { "中共\($0)委办公室" }, duty: "党委日常事务"),
    OrganWords(type: .government, name: { "\($0)人民政府办公室" }, duty: "政府日常政务"),
    OrganWords(type: .party, name: { "中共\($0)委机构编制委员会办公室" }, duty: "机构编制管理"),
    OrganWords(type: .party, name: { "中共\($0)委组织部" }, duty: "干部和党员管理"),
    OrganWords(type: .congress, name: { "\($0)人大常委会办公室" }, duty: "人大会务和代表联络"),
    OrganWords(type: .consultative, name: { "政协\($0)委员会办公室" }, duty: "政协会务和委员联络"),
    OrganWords(type: .massOrganisation, name: { "\($0)总工会" }, duty: "职工维权和服务"),
    OrganWords(type: .party, name: { "中共\($0)委宣传部" }, duty: "新闻宣传和精神文明建设"),
    OrganWords(type: .party, name: { "中共\($0)纪律检查委员会" }, duty: "监督执纪"),
    OrganWords(type: .party, name: { "中共\($0)委政法委员会" }, duty: "平安建设"),
    OrganWords(type: .party, name: { "中共\($0)委统一战线工作部" }, duty: "统一战线"),
    OrganWords(type: .government, name: { "\($0)信访局" }, duty: "来信来访"),
    OrganWords(type: .massOrganisation, name: { "共青团\($0)委员会" }, duty: "青少年服务"),
    OrganWords(type: .massOrganisation, name: { "\($0)妇女联合会" }, duty: "妇女儿童权益"),
]

let departmentWords = [
    DepartmentWords(name: "教育局", themes: ["校园后勤保障", "教学研究", "青少年校外活动", "家庭教育指导", "教育装备技术"]),
    DepartmentWords(name: "卫生健康局", themes: ["疾病预防", "妇幼健康", "采供血管理", "健康宣传教育", "医疗急救调度"]),
    DepartmentWords(name: "交通运输局", themes: ["农村公路", "港航事务", "公共交通", "交通建设监督", "车辆技术管理"], team: "交通运输"),
    DepartmentWords(name: "农业农村局", themes: ["种植业技术推广", "畜禽疫病监测", "农业机械化", "水产养殖技术", "乡村建设促进"], team: "农业"),
    DepartmentWords(name: "文化和旅游局", themes: ["群众文化", "图书阅览", "文物考古", "景区发展", "全民体育"], team: "文化市场"),
    DepartmentWords(name: "市场监督管理局", themes: ["质量检验", "标准计量", "食品药品检测", "消费者投诉", "个体经济指导"], team: "市场监管"),
    DepartmentWords(name: "自然资源局", themes: ["不动产登记", "土地储备", "测绘信息", "林业技术推广", "矿产资源勘查"]),
    DepartmentWords(name: "水务局", themes: ["水库管理", "河湖管护", "农村供水", "水文监测", "灌区管理"]),
    DepartmentWords(name: "住房和建设局", themes: ["住房保障", "房产交易", "建筑施工安全", "城建档案", "燃气供热管理"]),
    DepartmentWords(name: "综合行政执法局", themes: ["市容环境卫生", "园林绿化养护", "市政设施养护", "数字城管指挥", "户外广告设施"]),
    DepartmentWords(name: "民政局", themes: ["社会救助", "养老事业", "殡葬管理", "婚姻登记", "未成年人保护"]),
    DepartmentWords(name: "人力资源和社会保障局", themes: ["就业创业", "社会保险经办", "劳动人事争议", "人才交流", "技能鉴定"]),
    DepartmentWords(name: "财政局", themes: ["国库集中支付", "政府采购", "会计管理", "投资评审", "国有资产"]),
    DepartmentWords(name: "发展和改革局", themes: ["粮食物资储备", "价格监测", "能源监察", "重点项目建设", "公共信用信息"]),
    DepartmentWords(name: "经济和信息化局", themes: ["中小企业服务", "招商引资", "商贸流通", "墙体材料革新", "电子商务"]),
    DepartmentWords(name: "科学技术局", themes: ["生产力促进", "地震监测", "科技情报", "知识产权", "科普场馆"]),
    DepartmentWords(name: "司法局", themes: ["法律援助", "公证事务", "人民调解指导", "社区矫正", "普法宣传"]),
    DepartmentWords(name: "应急管理局", themes: ["安全生产监测", "应急救援", "防汛抗旱物资", "灾害信息", "森林防火"]),
    DepartmentWords(name: "审计局", themes: ["投资审计", "经济责任审计", "计算机审计", "审计科研", "内部审计指导"]),
    DepartmentWords(name: "统计局", themes: ["社情民意调查", "统计普查", "农村经济调查", "统计数据处理", "企业调查"]),
    DepartmentWords(name: "退役军人事务局", themes: ["退役军人服务", "军休干部服务", "烈士纪念设施", "军供保障", "双拥事务"]),
]

/// What stations and centres of one theme are called, in the order they are used up.
let stationEndings = ["服务中心", "站", "所", "中心"]

/// The three centres of a township.
let townshipCentres = ["便民服务中心", "产业发展服务中心", "平安建设服务中心"]
