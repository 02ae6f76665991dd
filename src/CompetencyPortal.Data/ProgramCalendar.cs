using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data;

public sealed class ProgramOptions
{
    /// <summary>Decides which day it is, for the whole installation.</summary>
    public string TimeZone { get; set; } = "UTC";
}

public sealed class ClockOptions
{
    /// <summary>Stands in for today, in Development and tests only.</summary>
    public DateOnly? Today { get; set; }
}

/// <summary>The program's today and now.</summary>
public sealed class ProgramCalendar(TimeProvider time, IOptions<ProgramOptions> program, IOptions<ClockOptions> clock)
{
    private static readonly TimeSpan EarliestZone = TimeSpan.FromHours(14);

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(program.Value.TimeZone);

    /// <summary>The date in the program's time zone.</summary>
    public DateOnly Today => clock.Value.Today ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone).DateTime);

    /// <summary>The latest day that has begun somewhere on Earth; what happened cannot be dated later.</summary>
    public DateOnly LatestDayAnywhere => clock.Value.Today ?? DateOnly.FromDateTime(time.GetUtcNow().ToOffset(EarliestZone).DateTime);

    /// <summary>The instant, in UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>An instant in UTC as the clock shows it in the program's time zone.</summary>
    public DateTime Local(DateTime utc)
    {
        return TimeZoneInfo.ConvertTimeFromUtc(utc, _zone);
    }
}
