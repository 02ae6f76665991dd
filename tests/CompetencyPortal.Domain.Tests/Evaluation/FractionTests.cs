using System.Globalization;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class FractionTests
{
    [Theory]
    [InlineData("0", "0/1")]
    [InlineData("0.000", "0/1")]
    [InlineData("2.50", "5/2")]
    [InlineData("-0.0001", "-1/10000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335/1")]
    [InlineData("0.0000000000000000000000000001", "1/10000000000000000000000000000")]
    public void A_decimal_becomes_the_same_number_in_lowest_terms(string number, string fraction)
    {
        ((Fraction)Number(number)).ToString().ShouldBe(fraction);
    }

    [Fact]
    public void Three_thirds_are_one()
    {
        var third = (Fraction)1m / 3m;

        (third + third + third).ShouldBe(Fraction.One);
        (third * 3m).ShouldBe(Fraction.One);
        ((Fraction)1m / -3m * -3m).ShouldBe(Fraction.One);
    }

    [Fact]
    public void Order_is_that_of_the_numbers()
    {
        var third = (Fraction)1m / 3m;

        (third > 0.3333333333333333333333333333m).ShouldBeTrue();
        (third < 0.3333333333333333333333333334m).ShouldBeTrue();
        (third >= (Fraction)2m / 6m).ShouldBeTrue();
        (third <= (Fraction)2m / 6m).ShouldBeTrue();
        ((Fraction)(-1m) < Fraction.Zero).ShouldBeTrue();
        ((Fraction)1m / -2m < Fraction.Zero).ShouldBeTrue();
    }

    [Theory]
    [InlineData("-1", "0")]
    [InlineData("0", "0")]
    [InlineData("0.5", "0.5")]
    [InlineData("1", "1")]
    [InlineData("1.0001", "1")]
    public void A_number_beyond_the_bounds_becomes_the_nearer_one(string number, string clamped)
    {
        ((Fraction)Number(number)).Clamp(Fraction.Zero, Fraction.One).ShouldBe(Number(clamped));
    }

    [Theory]
    [InlineData("1", "3", "0.3333")]
    [InlineData("2", "3", "0.6667")]
    [InlineData("-2", "3", "-0.6667")]
    [InlineData("1", "20000", "0.0001")]
    [InlineData("-1", "20000", "-0.0001")]
    [InlineData("0.9999", "20000", "0")]
    [InlineData("123456789012345678", "1", "123456789012345678")]
    public void Rounding_keeps_four_decimals(string numerator, string denominator, string rounded)
    {
        ((Fraction)Number(numerator) / Number(denominator)).Rounded().ShouldBe(Number(rounded));
    }

    [Fact]
    public void Nothing_is_divided_by_zero()
    {
        Should.Throw<DivideByZeroException>(() => Fraction.One / Fraction.Zero);
        Should.Throw<DivideByZeroException>(() => Fraction.Zero / Fraction.Zero);
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
