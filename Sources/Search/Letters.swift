/// What a character counts as when texts are compared (字形归一): one writing for all that a keyboard, a PDF or an older
/// table may have in its place.
enum Letters {
    /// What becomes of one scalar.
    enum Reading {
        /// It counts as this one.
        case letter(Unicode.Scalar)
        /// White space.
        case gap
        /// It counts for nothing: brackets, quotation marks, middle dots, what can't be seen.
        case silence
    }

    /// How a scalar of a text in normal form C is read.
    static func reading(_ scalar: Unicode.Scalar) -> Reading {
        guard scalar.value < 0x10000 else {
            // Selectors of a variant form stand after a character of which they change the look alone.
            return (0xE0000...0xE0FFF).contains(scalar.value) ? .silence : .letter(scalar)
        }
        switch table[Int(scalar.value)] {
        case 0: return .silence
        case 0x20: return .gap
        case let value: return .letter(Unicode.Scalar(value) ?? scalar)
        }
    }

    /// For each scalar of the first plane the one it counts as; 0 for silence, a space for a gap.
    private static let table: [UInt16] = {
        let variants = one(ofManyForms: forms)
        return (0...0xFFFF).map { (value: UInt32) -> UInt16 in
            let width: UInt32 = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
            guard let scalar = Unicode.Scalar(width) else { return 0 }
            if let variant = variants[scalar] { return UInt16(variant.value) }
            return plain(scalar)
        }
    }()

    private static func plain(_ scalar: Unicode.Scalar) -> UInt16 {
        let same = UInt16(scalar.value)
        if (0x3400...0x9FFF).contains(scalar.value) { return same }
        if scalar.properties.isWhitespace { return 0x20 }
        if "\"'`·•‧・⸱･".unicodeScalars.contains(scalar) || (0xFE00...0xFE0F).contains(scalar.value) { return 0 }
        switch scalar.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .control, .format: return 0
        case .dashPunctuation: return 0x2D
        default: break
        }
        let small = scalar.properties.lowercaseMapping.unicodeScalars
        guard small.count == 1, let first = small.first, first.value <= 0xFFFF else { return same }
        return UInt16(first.value)
    }

    private static func one(ofManyForms groups: String) -> [Unicode.Scalar: Unicode.Scalar] {
        var variants: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (value, scalar) in zip(UInt32(0x2F00)..., radicals.unicodeScalars) {
            variants[Unicode.Scalar(value) ?? scalar] = scalar
        }
        for group in groups.split(separator: " ") {
            let scalars = Array(group.unicodeScalars)
            for scalar in scalars.dropFirst() { variants[scalar] = scalars[0] }
        }
        // A radical may stand for a character that is itself another form of one.
        return variants.mapValues { variants[$0] ?? $0 }
    }

    /// The characters that the radicals from U+2F00 on look like (康熙部首): what is copied out of a PDF often has them.
    private static let radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
        + "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
        + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
        + "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"

    /// One character in forms that have numbers of their own (异体), the usual one first: forms that look nearly alike, as
    /// they turn up in names and in what a PDF gives. What another script writes otherwise (说, 說) is not here.
    private static let forms =
        "吕呂 户戶戸 黄黃⻩ 强強 录彔 内內 没沒 青靑⻘ 温溫 真眞 郎郞 即卽 既旣 清淸 說説 悦悅 銳鋭 税稅 脱脫 兑兌 彦彥 顏顔 絕絶 衛衞 册冊 "
        + "眾衆 群羣 峰峯 昂昻 朗朖 吴吳呉 俞兪 虚虛 高髙 净淨 况況 冲沖 凉涼 减減 决決 凑湊 略畧 秘祕 胸胷 裙裠 鵝鵞 〇○◯ "
        + "民⺠ 门⻔ 长⻓ 车⻋ 见⻅ 贝⻉ 角⻆ 页⻚ 风⻛ 飞⻜ 马⻢ 鬼⻤ 鱼⻥ 鸟⻦ 齐⻬ 龙⻰ 西⻄ 母⺟ 龟⻳"
}
