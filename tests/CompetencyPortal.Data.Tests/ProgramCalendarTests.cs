using System.Globalization;
using CompetencyPortal.Data.Tests.Support;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Tests;

public class ProgramCalendarTests
{
    [Theory]
    [InlineData("UTC", "2017-11-30T14:59:59Z", "2017-11-30", "2017-12-01")]
    [InlineData("Asia/Tokyo", "2017-11-30T14:59:59Z", "2017-11-30", "2017-12-01")]
    [InlineData("Asia/Tokyo", "2017-11-30T15:00:00Z", "2017-12-01", "2017-12-01")]
    [InlineData("UTC", "2017-11-30T09:59:59Z", "2017-11-30", "2017-11-30")]
    [InlineData("UTC", "2017-11-30T10:00:00Z", "2017-11-30", "2017-12-01")]
    public void Today_is_the_programs_and_the_latest_day_is_the_earths(string zone, string now, string today, string latest)
    {
        var calendar = Calendar(zone, now, null);

        calendar.Today.ShouldBe(Day(today));
        calendar.LatestDayAnywhere.ShouldBe(Day(latest));
        calendar.Now.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void A_day_can_be_set()
    {
        var calendar = Calendar("UTC", "2026-01-01T00:00:00Z", Day("2017-11-30"));

        calendar.Today.ShouldBe(Day("2017-11-30"));
        calendar.LatestDayAnywhere.ShouldBe(Day("2017-11-30"));
    }

    private static ProgramCalendar Calendar(string zone, string now, DateOnly? today)
    {
        return new ProgramCalendar(
            new ManualClock { Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) },
            Options.Create(new ProgramOptions { TimeZone = zone }),
            Options.Create(new ClockOptions { Today = today }));
    }

    private static DateOnly Day(string text)
    {
        return DateOnly.Parse(text, CultureInfo.InvariantCulture);
    }
}
