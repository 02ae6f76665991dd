using System.Numerics;

namespace CompetencyPortal.BruteForce;

/// <summary>An exact number.</summary>
/// <param name="Over">Above 0.</param>
public readonly record struct Rational(BigInteger Top, BigInteger Over)
{
    private const int Digits = 20;

    public static Rational Zero { get; } = Of(0);

    public static Rational Of(decimal value)
    {
        var over = BigInteger.One;

        while (value != decimal.Truncate(value))
        {
            value *= 10;
            over *= 10;
        }

        return new Rational(new BigInteger(value), over);
    }

    public static Rational operator +(Rational left, Rational right) => new((left.Top * right.Over) + (right.Top * left.Over), left.Over * right.Over);

    public static Rational operator *(Rational left, Rational right) => new(left.Top * right.Top, left.Over * right.Over);

    /// <param name="right">Above 0.</param>
    public static Rational operator /(Rational left, Rational right) => new(left.Top * right.Over, left.Over * right.Top);

    public static bool operator <(Rational left, Rational right) => left.Top * right.Over < right.Top * left.Over;

    public static bool operator >(Rational left, Rational right) => right < left;

    public static bool operator >=(Rational left, Rational right) => !(left < right);

    public static bool operator <=(Rational left, Rational right) => !(right < left);

    public static Rational Min(Rational left, Rational right) => left < right ? left : right;

    public static Rational Max(Rational left, Rational right) => left < right ? right : left;

    /// <summary>With 20 digits behind the point, for display.</summary>
    public decimal ToDecimal() => (decimal)(Top * BigInteger.Pow(10, Digits) / Over) / (decimal)BigInteger.Pow(10, Digits);
}
