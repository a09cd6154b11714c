/// The natural logarithm of a positive number, by its binary exponent and a series: the same bits on every machine,
/// which a C library doesn't promise.
func naturalLogarithm(_ value: Double) -> Double {
    var fraction = value.significand
    var exponent = Double(value.exponent)
    if fraction > 1.414_213_562_373_095 {
        fraction /= 2
        exponent += 1
    }
    let ratio = (fraction - 1) / (fraction + 1)
    let square = ratio * ratio
    var power = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 21.0, by: 2.0) {
        sum += power / odd
        power *= square
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
}
