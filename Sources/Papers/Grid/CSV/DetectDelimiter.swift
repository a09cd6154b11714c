/// Which of comma, tab, semicolon and bar separates the fields: the one with which most of the first records have
/// the same number of fields, more than one. Text of a single column counts as separated by commas.
func detectDelimiter(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var best = (delimiter: UInt8(ascii: ","), records: 0, fields: 1)
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")] {
        var counts: [Int: Int] = [:]
        var scanner = CSVScanner(text, delimiter: delimiter)
        while scanner.records < 200 {
            var fields = 0
            // A mark left open is reported when the text is read; here it only ends the sample.
            guard (try? scanner.next { _ in fields += 1 }) == true else { break }
            if fields > 1 { counts[fields, default: 0] += 1 }
        }
        for (fields, records) in counts where (records, fields) > (best.records, best.fields) {
            best = (delimiter, records, fields)
        }
    }
    return best.delimiter
}
