using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests;

public class MonthTests
{
    [Theory]
    [InlineData("2017-02", "2017-02-01", "2017-02-28")]
    [InlineData("2016-02", "2016-02-01", "2016-02-29")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void A_month_has_a_first_and_a_last_day(string text, string first, string last)
    {
        var month = Month.Parse(text);

        month.First.ShouldBe(Day(first));
        month.Last.ShouldBe(Day(last));
        month.ToString().ShouldBe(text);
        Month.Of(month.Last).ShouldBe(month);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2017-13")]
    [InlineData("2017-00")]
    [InlineData("0000-01")]
    [InlineData("2017-1")]
    [InlineData("2017-01-01")]
    [InlineData(" 2017-01")]
    [InlineData("２０１７-01")]
    public void Anything_else_is_no_month(string? text)
    {
        Month.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void Months_follow_each_other_across_years()
    {
        var december = new Month(2017, 12);

        december.Next.ShouldBe(new Month(2018, 1));
        december.Next.Previous.ShouldBe(december);
        december.Add(-12).ShouldBe(new Month(2016, 12));
        (december < december.Next).ShouldBeTrue();
        Month.Between(new Month(2017, 11), new Month(2018, 1)).ShouldBe([new Month(2017, 11), december, new Month(2018, 1)]);
        Month.Between(december, december.Previous).ShouldBeEmpty();
    }
}
