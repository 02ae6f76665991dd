using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Pages;

/// <summary>A pass cannot lie in the future: on a day that has begun nowhere on Earth.</summary>
public sealed class LatestDayTests(LatestDayTests.LatePortal portal) : IClassFixture<LatestDayTests.LatePortal>
{
    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-24", false)]
    public async Task A_pass_may_have_the_day_that_has_begun_farthest_east(string day, bool isTaken)
    {
        var records = await KnownRecords.OfAsync(portal, "Adatum");
        using var visitor = await portal.SignInAsync(DemoAccounts.AdatumAdmin);

        var screen = await visitor.FillAsync($"/people/{records.Person}/pass", "Save", ("Input.Code", "MB2-716"), ("Input.EarnedOn", day));

        (screen.Path == $"/people/{records.Person}").ShouldBe(isTaken, screen.Text);

        if (!isTaken)
        {
            screen.ErrorOf("Input.EarnedOn").ShouldSay("Pass.EarnedOn.Future", "en-US");
        }
    }

    /// <summary>11:00 UTC on the 22nd: the 23rd has begun in UTC+14, and nowhere else.</summary>
    public sealed class LatePortal : PortalFactory
    {
        public LatePortal() => Set("Clock:Today", string.Empty);

        protected override void Configure(IServiceCollection services) => services.AddSingleton<TimeProvider>(new StoppedClock());

        private sealed class StoppedClock : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);
        }
    }
}
