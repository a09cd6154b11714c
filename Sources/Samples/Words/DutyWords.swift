/// One matter that two bodies say they do, in different words.
struct OverlapWords {
    let matter: String
    let one: String
    let other: String
}

let overlapWords = [
    OverlapWords(matter: "城区河道保洁", one: "打捞城区河道漂浮物，保持水面清洁", other: "负责城区河面垃圾清捞和保洁"),
    OverlapWords(matter: "路灯设施维护", one: "维修城区路灯和照明线路", other: "承担城区道路照明设施的检修维护"),
    OverlapWords(matter: "村级饮用水水质检测", one: "定期检测农村供水点水质", other: "开展村级饮用水采样化验"),
    OverlapWords(matter: "建筑工地扬尘巡查", one: "巡查建筑工地扬尘防治措施落实情况", other: "检查施工现场降尘措施"),
    OverlapWords(matter: "小型水库汛期巡查", one: "组织小型水库汛期安全巡查", other: "汛期对小水库开展隐患排查"),
    OverlapWords(matter: "老年人能力评估", one: "组织实施老年人能力评估", other: "承担失能老人等级评定"),
    OverlapWords(matter: "农产品批发市场抽检", one: "抽检批发市场农产品农药残留", other: "对进入市场的蔬菜水果开展质量抽样检验"),
    OverlapWords(matter: "创业贷款贴息审核", one: "审核小额创业贷款贴息申请", other: "办理自主创业人员贷款贴息"),
    OverlapWords(matter: "非机动车停放管理", one: "规划和管理共享单车停放点位", other: "规范城区非机动车停放秩序"),
    OverlapWords(matter: "古树名木巡护", one: "开展古树名木登记和巡护", other: "对百年以上树木建档养护"),
    OverlapWords(matter: "病媒生物防制", one: "组织蚊蝇鼠蟑等病媒生物消杀", other: "开展城区灭鼠灭蚊工作"),
    OverlapWords(matter: "残疾人辅具适配", one: "受理残疾人辅助器具适配申请", other: "为行动不便者配发轮椅等辅具"),
]

// Required matters that nobody does.
let gapWords = [
    "外卖配送站点食品安全协管", "民用无人机活动报备联络", "地下空间综合利用统筹", "房屋租赁信息采集", "户外露营地日常管理", "电动自行车集中充电点监管",
]

// What a body says it does about its theme.
let stationDuties: [@Sendable (String) -> String] = [
    { "承担\($0)的日常业务办理和技术服务" }, { "编制\($0)年度工作计划并组织实施" }, { "负责\($0)资料的收集、整理和归档" },
    { "开展\($0)业务培训和政策宣传" }, { "受理\($0)方面的咨询和诉求" }, { "维护\($0)所需的设施设备" },
    { "承担\($0)数据的统计分析和报送" }, { "协助开展\($0)的检查评估" },
]
let organDuties: [@Sendable (String) -> String] = [
    { "贯彻执行\($0)方面的法律法规和政策" }, { "拟订\($0)发展规划和年度计划并组织实施" }, { "指导、协调和监督全区\($0)工作" },
    { "负责\($0)队伍建设" },
]
let closingDuty = "完成上级交办的其他任务"
