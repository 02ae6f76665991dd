using System.Globalization;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Domain.Tests.Organizations;

/// <summary>What the records of fact refuse, and what a correction does to a verification.</summary>
public class FactTests
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly RevenueDetails Details = new("crm-net-new-revenue", new DateOnly(2017, 11, 30), 100, "USD");
    private static readonly Organization Contoso = new(Id, "Contoso", "USD", DateTime.UnixEpoch);
    private static readonly Employee Hanako = new(Id, Contoso, new PersonDetails("佐藤 花子"), default(EmploymentSpan));

    [Theory]
    [InlineData("-0.0001", false)]
    [InlineData("0", true)]
    [InlineData("0.0001", true)]
    [InlineData("0.00001", false)]
    [InlineData("1.50000", true)]
    [InlineData("99999999999999.9999", true)]
    [InlineData("100000000000000", false)]
    public void An_amount_is_positive_bounded_and_has_four_decimals(string number, bool isAmount)
    {
        var amount = decimal.Parse(number, CultureInfo.InvariantCulture);

        RevenueEntry.IsAmount(amount).ShouldBe(isAmount);
        Refuses(() => new RevenueEntry(Id, Id, Details with { Amount = amount })).ShouldBe(!isAmount);
    }

    [Theory]
    [InlineData(RevenueKind.NewBusiness, 100)]
    [InlineData(RevenueKind.Renewal, 100)]
    [InlineData(RevenueKind.Credit, -100)]
    public void Only_a_credit_counts_against(RevenueKind kind, int signed)
    {
        new RevenueEntry(Id, Id, Details with { Kind = kind }).SignedAmount.ShouldBe(signed);
    }

    [Theory]
    [InlineData("1949-12-31", false)]
    [InlineData("1950-01-01", true)]
    [InlineData("2199-12-31", true)]
    [InlineData("2200-01-01", false)]
    public void A_day_lies_in_the_range_of_facts(string day, bool isInside)
    {
        var on = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        FactDays.Contains(on).ShouldBe(isInside);
        Refuses(() => new RevenueEntry(Id, Id, Details with { On = on })).ShouldBe(!isInside);
        Refuses(() => new ExamPass(Id, Hanako, "MB2-712", on)).ShouldBe(!isInside);
        Refuses(() => new StatedZero(Id, Id, "m", on, null, DateTime.UnixEpoch)).ShouldBe(!isInside);
        Refuses(() => new FlagAnswer(Id, Id, "f", isYes: true, on)).ShouldBe(!isInside);
        Refuses(() => new Employee(Id, Contoso, new PersonDetails("佐藤 花子"), new EmploymentSpan(on, null))).ShouldBe(!isInside);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("0.0000000001", true)]
    [InlineData("0.00000000001", false)]
    [InlineData("899999999.9999999999", true)]
    [InlineData("900000000", false)]
    public void A_rate_is_above_zero_and_has_ten_decimals(string number, bool isRate)
    {
        var rate = decimal.Parse(number, CultureInfo.InvariantCulture);

        ExchangeRate.IsRate(rate).ShouldBe(isRate);
        Refuses(() => new ExchangeRate(Id, "JPY", "USD", Details.On, rate)).ShouldBe(!isRate);
    }

    [Fact]
    public void A_pass_does_not_end_before_it_was_earned()
    {
        var earned = new DateOnly(2017, 1, 1);

        Refuses(() => new ExamPass(Id, Hanako, "MB2-712", earned, earned)).ShouldBeFalse();
        Refuses(() => new ExamPass(Id, Hanako, "MB2-712", earned, earned.AddDays(-1))).ShouldBeTrue();
    }

    [Fact]
    public void A_correction_takes_the_verification_away()
    {
        var entry = new RevenueEntry(Id, Id, Details);
        var pass = new ExamPass(Id, Hanako, "MB2-712", Details.On);
        entry.Verify(Id, DateTime.UnixEpoch);
        pass.Verify(Id, DateTime.UnixEpoch);

        entry.Correct(Details with { Amount = 1 });
        pass.Correct("MB2-707", Details.On, null);

        (entry.VerifiedBy, entry.VerifiedAt, pass.VerifiedBy, pass.VerifiedAt).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void A_no_has_no_days()
    {
        var answer = new FlagAnswer(Id, Id, "authorized-reseller", isYes: true, new DateOnly(2017, 1, 1), new DateOnly(2017, 12, 31));

        answer.Answer(isYes: false, new DateOnly(2017, 1, 1));

        (answer.IsYes, answer.On, answer.Until).ShouldBe((false, null, null));
    }

    [Fact]
    public void A_stated_month_is_its_first_day()
    {
        new StatedZero(Id, Id, "m", new DateOnly(2017, 2, 28), null, DateTime.UnixEpoch).Month.ShouldBe(new DateOnly(2017, 2, 1));
    }

    private static bool Refuses(Func<object> make)
    {
        try
        {
            return make() is null;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
