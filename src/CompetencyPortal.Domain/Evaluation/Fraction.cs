using System.Numerics;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>An exact quotient in lowest terms, with a denominator above 0; equal values are equal.</summary>
internal sealed record Fraction
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;

        _numerator = numerator / divisor;
        _denominator = denominator / divisor;
    }

    public static Fraction Zero { get; } = 0m;

    public static Fraction One { get; } = 1m;

    public static implicit operator Fraction(decimal number)
    {
        var bits = decimal.GetBits(number);
        var digits = new decimal(bits[0], bits[1], bits[2], decimal.IsNegative(number), scale: 0);

        return new Fraction(new BigInteger(digits), BigInteger.Pow(10, number.Scale));
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left._numerator * right._denominator) + (right._numerator * left._denominator), left._denominator * right._denominator);

    public static Fraction operator *(Fraction left, Fraction right) => new(left._numerator * right._numerator, left._denominator * right._denominator);

    /// <summary>Dividing by 0 is a <see cref="DivideByZeroException"/>.</summary>
    public static Fraction operator /(Fraction left, Fraction right) => new(left._numerator * right._denominator, left._denominator * right._numerator);

    public static bool operator <(Fraction left, Fraction right) => left._numerator * right._denominator < right._numerator * left._denominator;

    public static bool operator >(Fraction left, Fraction right) => right < left;

    public static bool operator <=(Fraction left, Fraction right) => !(right < left);

    public static bool operator >=(Fraction left, Fraction right) => !(left < right);

    /// <summary>The value itself where it lies between the bounds, else the nearer bound.</summary>
    public Fraction Clamp(Fraction least, Fraction most) => this switch
    {
        _ when this < least => least,
        _ when this > most => most,
        _ => this,
    };

    /// <summary>To 4 decimals, halves away from 0. Beyond what a decimal holds is an <see cref="OverflowException"/>.</summary>
    public decimal Rounded()
    {
        const int unit = 10_000;
        var doubled = BigInteger.Abs(_numerator) * unit * 2;
        var units = (doubled + _denominator) / (_denominator * 2);

        return (decimal)units * _numerator.Sign / unit;
    }

    public override string ToString() => $"{_numerator}/{_denominator}";
}
