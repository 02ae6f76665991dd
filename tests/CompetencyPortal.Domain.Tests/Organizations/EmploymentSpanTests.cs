using System.Globalization;
using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Domain.Tests.Organizations;

public class EmploymentSpanTests
{
    [Theory]
    [InlineData("..", "..2017-11-30", "2017-12-01")]
    [InlineData("..", "..2017-11-14", "2017-11-15")]
    [InlineData("..", "..2017-11-15", "2017-11-16")]
    [InlineData("..2017-11-14", "..2017-11-10", null)]
    [InlineData("..2017-11-30", "..2017-11-30", null)]
    [InlineData("..2017-11-30", "..", null)]
    [InlineData("2018-01-01..", "2018-02-01..", "2018-01-01")]
    [InlineData("..", "..2017-11-30 2017-12-01..", null)]
    [InlineData("..", "..2017-11-30 2017-12-02..", "2017-12-01")]
    [InlineData("..2017-11-20 2018-01-01..", "..2017-11-20", "2018-01-01")]
    public void A_day_is_lost_first_that_was_and_no_longer_is(string before, string after, string? day)
    {
        $"{EmploymentSpan.FirstDayLost(Days.Day("2017-11-15"), Spans(before), Spans(after)):O}".ShouldBe(day ?? "");

        static IEnumerable<EmploymentSpan> Spans(string text) => text.Split(' ').Select(span => span.Split("..")).Select(ends => new EmploymentSpan(End(ends[0]), End(ends[1])));

        static DateOnly? End(string text) => text.Length == 0 ? null : Days.Day(text);
    }

    [Theory]
    [InlineData("2016-03-31", false)]
    [InlineData("2016-04-01", true)]
    [InlineData("2017-03-31", true)]
    [InlineData("2017-04-01", false)]
    public void Both_ends_are_included(string day, bool isInside)
    {
        Span("2016-04-01", "2017-03-31").Contains(Day(day)).ShouldBe(isInside);
    }

    [Fact]
    public void Open_ends_have_no_limit()
    {
        default(EmploymentSpan).Contains(DateOnly.MinValue).ShouldBeTrue();
        default(EmploymentSpan).Contains(DateOnly.MaxValue).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2016-04-01", "2017-03-31", "2017-04-01", null, false)]
    [InlineData("2016-04-01", "2017-03-31", "2017-03-31", null, true)]
    [InlineData("2016-04-01", null, "2017-04-01", null, true)]
    [InlineData(null, "2017-03-31", null, "2015-03-31", true)]
    [InlineData("2017-04-01", null, null, "2017-03-31", false)]
    public void Spans_overlap_when_they_share_a_day(string? joined, string? lastDay, string? joinedAgain, string? lastDayAgain, bool overlap)
    {
        EmploymentSpan.Overlap([Span(joined, lastDay), Span(joinedAgain, lastDayAgain)]).ShouldBe(overlap);
    }

    [Theory]
    [InlineData("2014-12-31", "2015-01-01")]
    [InlineData("2015-12-31", "2015-01-01")]
    [InlineData("2016-01-01", "2017-01-01")]
    [InlineData("2018-01-01", "2017-01-01")]
    public void A_day_takes_its_span_else_the_next_else_the_last(string day, string joined)
    {
        EmploymentSpan.For(Day(day), [Span("2017-01-01", "2017-12-31"), Span("2015-01-01", "2015-12-31")]).Joined.ShouldBe(Day(joined));
    }

    private static EmploymentSpan Span(string? joined, string? lastDay)
    {
        return new EmploymentSpan(joined is null ? null : Day(joined), lastDay is null ? null : Day(lastDay));
    }

    private static DateOnly Day(string text)
    {
        return DateOnly.Parse(text, CultureInfo.InvariantCulture);
    }
}
