using CompetencyPortal.Web.Features.Rates;

namespace CompetencyPortal.Web.Tests.Pages;

public sealed class RateRowsTests
{
    private static readonly RateRow Row = new(1, "JPY", new DateOnly(2026, 1, 31), 0.0088m);

    [Theory]
    [InlineData("JPY,2026-01-31,0.0088")]
    [InlineData("JPY;2026/1/31;0.0088")]
    [InlineData("JPY\t31 Jan 2026\t0.0088")]
    [InlineData("\"JPY\", \"2026-01-31\", \"0.0088\"")]
    [InlineData(" jpy , 2026-01-31 , 0.0088 ")]
    [InlineData("ＪＰＹ，令和8年1月31日，０．００８８")]
    public void A_row_is_read_as_it_may_be_typed(string pasted)
    {
        var rows = RateRows.Read(pasted, "USD");

        rows.Errors.ShouldBeEmpty();
        rows.Rows.ShouldBe([Row]);
    }

    [Theory]
    [InlineData("currency,day,rate\r\nJPY,2026-01-31,0.0088\r\n", 2)]
    [InlineData("\n\n通貨;日付;レート\n\nJPY;2026-01-31;0.0088", 5)]
    public void A_header_and_empty_rows_are_left_out_and_counted(string pasted, int row) =>
        RateRows.Read(pasted, "USD").Rows.ShouldBe([Row with { Row = row }]);

    [Fact]
    public void Commas_belong_to_numbers_where_tabs_part_the_values() =>
        RateRows.Read("BTN\t2026-01-31\t1,234.5", "USD").Rows.ShouldBe([new RateRow(1, "BTN", Row.On, 1234.5m)]);

    [Theory]
    [InlineData("JPY,2026-01-31", nameof(RateRowProblem.NotThreeValues))]
    [InlineData("JPY,2026-01-31,0.0088,1", nameof(RateRowProblem.NotThreeValues))]
    [InlineData("JPN,2026-01-31,0.0088", nameof(RateRowProblem.UnknownCurrency))]
    [InlineData(",2026-01-31,0.0088", nameof(RateRowProblem.UnknownCurrency))]
    [InlineData("USD,2026-01-31,0.0088", nameof(RateRowProblem.ProgramsCurrency))]
    [InlineData("JPY,2026-02-30,0.0088", nameof(RateRowProblem.UnreadableDay))]
    [InlineData("JPY,1949-12-31,0.0088", nameof(RateRowProblem.DayOutOfRange))]
    [InlineData("JPY,2026-01-31,x", nameof(RateRowProblem.UnreadableRate))]
    [InlineData("JPY,2026-01-31,0", nameof(RateRowProblem.NoSuchRate))]
    [InlineData("JPY,2026-01-31,-1", nameof(RateRowProblem.NoSuchRate))]
    [InlineData("JPY,2026-01-31,900000000", nameof(RateRowProblem.NoSuchRate))]
    [InlineData("JPY,2026-01-31,0.00000000001", nameof(RateRowProblem.NoSuchRate))]
    public void A_row_that_is_wrong_says_why(string pasted, string problem)
    {
        var rows = RateRows.Read("EUR,2026-01-31,1.1\n" + pasted, "USD");

        rows.Errors.Select(error => (error.Row, error.Problem.ToString())).ShouldBe([(2, problem)]);
        rows.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void The_second_of_two_rows_for_one_day_is_wrong() =>
        RateRows.Read("JPY,2026-01-31,0.0088\njpy,2026/1/31,0.0088", "USD").Errors.Single().ShouldBe(new RateRowError(2, RateRowProblem.Repeated, "jpy,2026/1/31,0.0088"));
}
